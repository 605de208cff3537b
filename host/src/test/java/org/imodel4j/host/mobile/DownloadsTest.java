package org.imodel4j.host.mobile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.imodel4j.error.IModelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadsTest {
    private static final long MB = 1 << 20;

    @TempDir
    private Path dir;

    private final FakeDevice device = new FakeDevice();
    private final AtomicLong clock = new AtomicLong();
    private final List<DownloadProgress> reports = new ArrayList<>();
    private final DownloadCancel cancel = new DownloadCancel();

    private CompletableFuture<Void> begin() {
        return CompletableFuture.runAsync(() -> new Downloads(device, clock::get)
                .run("https://example.com/a", dir.resolve("new/a.bim"), reports::add, cancel));
    }

    private DownloadListener running() {
        while (device.downloads.isEmpty()) {
            Thread.onSpinWait();
        }
        return Objects.requireNonNull(device.downloads.get(1L));
    }

    private static int numberOf(CompletableFuture<Void> download) {
        try {
            download.orTimeout(20, TimeUnit.SECONDS).join();
            return 0;
        } catch (CompletionException e) {
            return ((IModelException) Objects.requireNonNull(e.getCause())).errorNumber();
        }
    }

    @Test
    void reportsOnceASecondAndAllOfTheEnd() {
        CompletableFuture<Void> download = begin();
        DownloadListener listener = running();
        listener.progress(MB, 30 * MB);
        clock.addAndGet(1_000_000_000);
        listener.progress(10 * MB, 30 * MB);
        listener.progress(11 * MB, 30 * MB);
        listener.progress(26 * MB, 30 * MB);
        listener.progress(30 * MB, 30 * MB);
        listener.completed();
        assertThat(numberOf(download)).isZero();
        assertThat(reports)
                .containsExactly(
                        new DownloadProgress(30 * MB, 10 * MB, 33.33),
                        new DownloadProgress(30 * MB, 26 * MB, 86.67),
                        new DownloadProgress(30 * MB, 30 * MB, 100));
        assertThat(cancel.cancel()).isTrue();
    }

    @Test
    void endsWithTheNumberOfACancelledOne() {
        CompletableFuture<Void> download = begin();
        running();
        assertThat(cancel.cancel()).isTrue();
        assertThat(numberOf(download)).isEqualTo(131079);
    }

    @Test
    void isCancelledWhenThatWasWantedBefore() {
        cancel.cancel();
        assertThat(numberOf(begin())).isEqualTo(131079);
    }

    @Test
    void leavesNoPartBehindWhenItFails() throws Exception {
        CompletableFuture<Void> download = begin();
        DownloadListener listener = running();
        Files.writeString(dir.resolve("new/a.bim"), "half");
        listener.failed("no network");
        assertThat(numberOf(download)).isEqualTo(400);
        assertThat(dir.resolve("new/a.bim")).doesNotExist();
    }
}
