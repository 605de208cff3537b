package org.imodel4j.jdbc;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.imodel4j.error.IModelException;
import org.imodel4j.imodel.ECDb;
import org.imodel4j.imodel.SnapshotOpenOptions;

/**
 * The files that the connections of one driver or data source have open: connections to the same file share its schemas and compiled
 * statements. A file closes with its last connection. Safe for use by several threads.
 */
final class OpenFiles {
    private record Key(Path file, boolean immutable, Duration busyTimeout) {}

    private final Map<Key, SharedFile> open = new HashMap<>();

    /** One open file and how many use it. */
    final class SharedFile implements AutoCloseable {
        private final Key key;
        private final ECDb db;
        private final Keys keys;
        private int users;

        private SharedFile(Key key, ECDb db) {
            this.key = key;
            this.db = db;
            this.keys = new Keys(db.schemas());
        }

        ECDb db() {
            return db;
        }

        /** The keys between classes, found out once for all connections. */
        Keys keys() {
            return keys;
        }

        /** Gives it back; called once by each that acquired it. */
        @Override
        public void close() {
            synchronized (open) {
                users--;
                if (users > 0) {
                    return;
                }
                open.remove(key);
            }
            db.close();
        }
    }

    /** How many files are open. */
    int count() {
        synchronized (open) {
            return open.size();
        }
    }

    SharedFile acquire(ConnectionUrl url) throws SQLException {
        Key key = new Key(url.file().toAbsolutePath().normalize(), url.immutable(), url.busyTimeout());
        synchronized (open) {
            SharedFile file = open.get(key);
            if (file == null) {
                // One connection in the pool is enough: those of JDBC are opened beside it.
                SnapshotOpenOptions options = new SnapshotOpenOptions(null, 1, url.busyTimeout(), url.immutable());
                try {
                    file = new SharedFile(key, ECDb.open(key.file(), options));
                } catch (IModelException e) {
                    throw SqlState.ofOpening(e);
                }
                open.put(key, file);
            }
            file.users++;
            return file;
        }
    }
}
