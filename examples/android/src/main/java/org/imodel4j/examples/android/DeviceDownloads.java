package org.imodel4j.examples.android;

import android.app.DownloadManager;
import android.content.Context;
import android.database.Cursor;
import android.net.Uri;
import android.os.ParcelFileDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.imodel4j.host.mobile.DownloadListener;
import org.imodel4j.host.mobile.DownloadTask;

/**
 * Downloads by the system's {@link DownloadManager}, which goes on in the background and over losses of the network. It is asked twice a second how
 * far they are. A file comes to a place that the system can write to, and from there to its own.
 */
final class DeviceDownloads {
    private static final long POLL_MILLIS = 500;

    private final Context context;
    private final DownloadManager system;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Map<Long, Running> running = new ConcurrentHashMap<>();

    DeviceDownloads(Context context) {
        this.context = context;
        this.system = context.getSystemService(DownloadManager.class);
    }

    private record Running(String url, String to, DownloadListener listener) {}

    /** How far a download is. */
    private record Progress(int status, long loaded, long total, int reason) {
        static final Progress LOST = new Progress(DownloadManager.STATUS_FAILED, 0, -1, 0);
    }

    long begin(String url, String to, DownloadListener listener) {
        DownloadManager.Request request = new DownloadManager.Request(Uri.parse(url))
                .setNotificationVisibility(DownloadManager.Request.VISIBILITY_VISIBLE)
                .setDestinationInExternalFilesDir(context, null, "downloads/" + UUID.randomUUID());
        long id = system.enqueue(request);
        running.put(id, new Running(url, to, listener));
        poll(id);
        return id;
    }

    boolean cancel(long id) {
        Running cancelled = running.remove(id);
        if (cancelled != null) {
            system.remove(id);
            cancelled.listener().cancelled();
        }
        return cancelled != null;
    }

    boolean isRunning(long id) {
        return running.containsKey(id);
    }

    List<DownloadTask> tasks() {
        List<DownloadTask> all = new ArrayList<>();
        running.forEach((id, each) -> {
            Progress now = progress(id);
            all.add(new DownloadTask(id, each.url(), each.to(), true, now.loaded(), now.total()));
        });
        return all;
    }

    private void poll(long id) {
        thread.schedule(() -> look(id), POLL_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look(long id) {
        Running download = running.get(id);
        if (download == null) {
            return;
        }
        Progress now = progress(id);
        switch (now.status()) {
            case DownloadManager.STATUS_SUCCESSFUL -> {
                if (running.remove(id) != null) {
                    deliver(id, download, now);
                }
            }
            case DownloadManager.STATUS_FAILED -> {
                if (running.remove(id) != null) {
                    system.remove(id);
                    download.listener().failed("the system gives reason " + now.reason());
                }
            }
            default -> {
                download.listener().progress(now.loaded(), now.total());
                poll(id);
            }
        }
    }

    private void deliver(long id, Running download, Progress end) {
        try (ParcelFileDescriptor file = system.openDownloadedFile(id);
                InputStream in = new ParcelFileDescriptor.AutoCloseInputStream(file)) {
            Files.copy(in, Paths.get(download.to()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            download.listener().failed(String.valueOf(e.getMessage()));
            return;
        } finally {
            system.remove(id);
        }
        download.listener().progress(end.loaded(), end.total());
        download.listener().completed();
    }

    private Progress progress(long id) {
        try (Cursor rows = system.query(new DownloadManager.Query().setFilterById(id))) {
            return rows != null && rows.moveToFirst()
                    ? new Progress(
                            rows.getInt(rows.getColumnIndexOrThrow(DownloadManager.COLUMN_STATUS)),
                            rows.getLong(rows.getColumnIndexOrThrow(DownloadManager.COLUMN_BYTES_DOWNLOADED_SO_FAR)),
                            rows.getLong(rows.getColumnIndexOrThrow(DownloadManager.COLUMN_TOTAL_SIZE_BYTES)),
                            rows.getInt(rows.getColumnIndexOrThrow(DownloadManager.COLUMN_REASON)))
                    : Progress.LOST;
        }
    }
}
