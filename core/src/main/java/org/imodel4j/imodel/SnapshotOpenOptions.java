package org.imodel4j.imodel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to open a file for reading.
 *
 * @param key the name under which a host serves the iModel; null takes {@code <iModelId>:<changeset id>} as the reference does
 * @param connections most read connections that are open at once; a read that finds all of them in use waits
 * @param busyTimeout how long a file that another process has locked is waited for
 * @param immutable the caller vouches that nobody changes the file while it is open: no locks are taken and no file is made
 *     beside it. A file in a folder that can not be written opens this way by itself.
 */
public record SnapshotOpenOptions(@Nullable String key, int connections, Duration busyTimeout, boolean immutable) {
    /** Eight connections, five seconds. */
    public static final SnapshotOpenOptions DEFAULT = new SnapshotOpenOptions(null, 8, Duration.ofSeconds(5), false);

    public SnapshotOpenOptions {
        if (connections < 1) {
            throw new IllegalArgumentException("connections must be positive: " + connections);
        }
    }

    public SnapshotOpenOptions withKey(String key) {
        return new SnapshotOpenOptions(key, connections, busyTimeout, immutable);
    }

    public SnapshotOpenOptions withConnections(int most) {
        return new SnapshotOpenOptions(key, most, busyTimeout, immutable);
    }

    public SnapshotOpenOptions asImmutable() {
        return new SnapshotOpenOptions(key, connections, busyTimeout, true);
    }
}
