package org.imodel4j.host.mobile;

import org.jspecify.annotations.Nullable;

/** Cancels a download from another thread. */
public final class DownloadCancel {
    /** How a download that runs is cancelled. */
    @FunctionalInterface
    interface Step {
        boolean cancel();
    }

    private boolean wanted;
    private @Nullable Step cancel;

    /** Cancels the download, or the one that is begun with this object later; false when it has ended already. */
    public boolean cancel() {
        Step now;
        synchronized (this) {
            wanted = true;
            now = cancel;
        }
        return now == null || now.cancel();
    }

    /** The download has begun. */
    void begun(Step how) {
        boolean already;
        synchronized (this) {
            cancel = how;
            already = wanted;
        }
        if (already) {
            how.cancel();
        }
    }
}
