package org.imodel4j.host.mobile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.imodel4j.error.ErrorKind;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;

/** Downloads files through the device and waits for them. */
final class Downloads {
    /** {@code BriefcaseStatus.DownloadCancelled} of iTwin.js. */
    private static final int CANCELLED = 131079;

    /** What iTwin.js gives for every download that fails. */
    private static final int FAILED = 400;

    private static final long BETWEEN_REPORTS_NANOS = 1_000_000_000;

    /** Near its end every step is reported, so that nobody misses the last one. */
    private static final long EVERY_STEP_BYTES = 5 << 20;

    private final MobileDevice device;
    private final LongSupplier nanoClock;

    Downloads(MobileDevice device, LongSupplier nanoClock) {
        this.device = device;
        this.nanoClock = nanoClock;
    }

    /** As {@link MobileHost#downloadFile}. */
    void run(
            String url,
            Path to,
            @Nullable Consumer<? super DownloadProgress> progress,
            @Nullable DownloadCancel cancel) {
        try {
            Path folder = to.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.deleteIfExists(to);
        } catch (IOException e) {
            throw new IModelException(Status.WRITE_ERROR, "there is no place for the download", e).with("file", to);
        }
        Outcome outcome = new Outcome(progress);
        long id = device.createDownloadTask(url, false, to.toString(), outcome);
        if (cancel != null) {
            cancel.begun(() -> device.cancelDownloadTask(id));
        }
        try {
            outcome.ended.await();
        } catch (InterruptedException e) {
            device.cancelDownloadTask(id);
            Thread.currentThread().interrupt();
            throw new IModelException(CANCELLED, ErrorKind.USER, "the download was interrupted", e);
        }
        IModelException failure = outcome.failure;
        if (failure != null) {
            removePart(to, failure);
            throw failure;
        }
    }

    private static void removePart(Path to, IModelException failure) {
        try {
            Files.deleteIfExists(to);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Passes reports on, and notes how the download ends. */
    private final class Outcome implements DownloadListener {
        private final CountDownLatch ended = new CountDownLatch(1);
        private final @Nullable Consumer<? super DownloadProgress> progress;
        private long lastReport = nanoClock.getAsLong();
        private volatile @Nullable IModelException failure;

        Outcome(@Nullable Consumer<? super DownloadProgress> progress) {
            this.progress = progress;
        }

        @Override
        public synchronized void progress(long loaded, long total) {
            long now = nanoClock.getAsLong();
            boolean nearEnd = total >= 0 && total - loaded < EVERY_STEP_BYTES;
            if (progress != null && (nearEnd || now - lastReport >= BETWEEN_REPORTS_NANOS)) {
                lastReport = now;
                progress.accept(DownloadProgress.of(loaded, total));
            }
        }

        @Override
        public void completed() {
            ended.countDown();
        }

        @Override
        public void cancelled() {
            end(new IModelException(CANCELLED, ErrorKind.USER, "User cancelled download", null));
        }

        @Override
        public void failed(String why) {
            end(new IModelException(FAILED, ErrorKind.RESOURCE, "Download failed", null).with("why", why));
        }

        private void end(IModelException how) {
            failure = how;
            ended.countDown();
        }
    }
}
