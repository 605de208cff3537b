package org.imodel4j.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.imodel4j.host.mobile.BatteryState;
import org.imodel4j.host.mobile.DeviceToken;
import org.imodel4j.host.mobile.DownloadListener;
import org.imodel4j.host.mobile.DownloadTask;
import org.imodel4j.host.mobile.MobileDevice;
import org.imodel4j.host.mobile.Orientation;

/** A device that a desktop computer plays: with a full battery, held upright, and with downloads that do not survive the process. */
final class DesktopDevice implements MobileDevice {
    private static final int BLOCK = 1 << 16;

    private final Map<Long, Download> downloads = new ConcurrentHashMap<>();
    private final AtomicLong lastDownload = new AtomicLong();
    private final Predicate<String> page;
    private volatile DeviceToken token = DeviceToken.NONE;

    /** @param page connects the page to an address; false when there is none */
    DesktopDevice(Predicate<String> page) {
        this.page = page;
    }

    /** Signs a user in. */
    void signIn(DeviceToken with) {
        token = with;
    }

    @Override
    public Orientation getOrientation() {
        return Orientation.PORTRAIT;
    }

    @Override
    public BatteryState getBatteryState() {
        return BatteryState.FULL;
    }

    @Override
    public double getBatteryLevel() {
        return 1;
    }

    @Override
    public boolean reconnect(String address) {
        return page.test(address);
    }

    @Override
    public DeviceToken authGetAccessToken() {
        return token;
    }

    @Override
    public long createDownloadTask(String url, boolean isBackground, String downloadTo, DownloadListener listener) {
        Download download = new Download(lastDownload.incrementAndGet(), url, downloadTo, listener);
        downloads.put(download.id, download);
        Thread.ofVirtual().start(() -> {
            download.run();
            downloads.remove(download.id);
        });
        return download.id;
    }

    @Override
    public boolean cancelDownloadTask(long id) {
        Download download = downloads.get(id);
        if (download != null) {
            download.cancelled = true;
        }
        return download != null;
    }

    @Override
    public List<DownloadTask> getDownloadTasks() {
        List<DownloadTask> all = new ArrayList<>();
        downloads.values().forEach(each -> all.add(each.task()));
        return all;
    }

    @Override
    public boolean resumeDownloadInForeground(long id) {
        return downloads.containsKey(id);
    }

    @Override
    public boolean resumeDownloadInBackground(long id) {
        return downloads.containsKey(id);
    }

    /** One download. */
    private static final class Download {
        private final long id;
        private final String url;
        private final String to;
        private final DownloadListener listener;
        private volatile boolean cancelled;
        private volatile long loaded;
        private volatile long total = -1;

        Download(long id, String url, String to, DownloadListener listener) {
            this.id = id;
            this.url = url;
            this.to = to;
            this.listener = listener;
        }

        DownloadTask task() {
            return new DownloadTask(id, url, to, false, loaded, total);
        }

        void run() {
            try {
                URLConnection connection = URI.create(url).toURL().openConnection();
                total = connection.getContentLengthLong();
                try (InputStream in = connection.getInputStream();
                        OutputStream out = Files.newOutputStream(Path.of(to))) {
                    byte[] block = new byte[BLOCK];
                    long written = 0;
                    for (int count = in.read(block); count >= 0 && !cancelled; count = in.read(block)) {
                        out.write(block, 0, count);
                        written += count;
                        loaded = written;
                        listener.progress(written, total);
                    }
                }
            } catch (IOException | IllegalArgumentException e) {
                listener.failed(String.valueOf(e.getMessage()));
                return;
            }
            if (cancelled) {
                listener.cancelled();
            } else {
                listener.completed();
            }
        }
    }
}
