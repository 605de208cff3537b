package org.imodel4j.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.imodel.IModelDb;
import org.imodel4j.imodel.SnapshotDb;
import org.imodel4j.imodel.SnapshotOpenOptions;
import org.jspecify.annotations.Nullable;

/**
 * The iModels that a host serves. Nothing else can be opened from outside: a key is looked up here and never becomes a path. Any
 * thread may use it.
 */
public final class OpenIModels {
    private final Map<String, ServedIModel> byKey = new ConcurrentHashMap<>();
    private final Map<String, ServedIModel> byCheckpoint = new ConcurrentHashMap<>();

    OpenIModels() {}

    /** Opens a file for reading and serves it under a key; see {@link #serve(IModelDb, String)}. */
    public ServedIModel serve(Path file, String key) {
        ServedIModel served = open(file, key);
        served.keep();
        return served;
    }

    private ServedIModel open(Path file, String key) {
        IModelDb db = SnapshotDb.open(file, SnapshotOpenOptions.DEFAULT.withKey(key));
        try {
            return add(db, key);
        } catch (IModelException e) {
            db.close();
            throw e;
        }
    }

    /**
     * Serves an open iModel, which belongs to the host from then on. Fails, naming both files, when the key or the pair of iModelId and changeset
     * is served already: a frontend that asks for one of them could get either.
     */
    public synchronized ServedIModel serve(IModelDb db, String key) {
        ServedIModel served = add(db, key);
        served.keep();
        return served;
    }

    private synchronized ServedIModel add(IModelDb db, String key) {
        Path file = db.path();
        boolean canChange = !db.isImmutable() && Files.isWritable(file);
        ServedIModel served = new ServedIModel(db, key, canChange);
        ServedIModel other = byKey.get(key);
        if (other != null) {
            throw taken("two files have the same key", other, file).with("key", key);
        }
        String checkpoint = served.checkpointKey();
        other = byCheckpoint.get(checkpoint);
        if (other != null) {
            throw taken("two files have the same iModelId and changeset", other, file)
                    .with("iModelId", checkpoint);
        }
        byKey.put(key, served);
        byCheckpoint.put(checkpoint, served);
        return served;
    }

    /** As {@link #serve(Path, String)}, but not {@linkplain ServedIModel#isKept kept}; a file that is served already stays as it is. */
    public synchronized ServedIModel serveOnce(Path file, String key) {
        Path path = file.toAbsolutePath().normalize();
        for (ServedIModel each : byKey.values()) {
            if (each.file().equals(path)) {
                return each;
            }
        }
        return open(path, key);
    }

    private static IModelException taken(String text, ServedIModel other, Path file) {
        return new IModelException(Status.ALREADY_OPEN, text)
                .with("first", other.file())
                .with("second", file);
    }

    public @Nullable ServedIModel tryKey(String key) {
        return byKey.get(key);
    }

    public @Nullable ServedIModel tryCheckpoint(String iModelId, String changesetId) {
        return byCheckpoint.get(iModelId.toLowerCase(Locale.ROOT) + ":" + changesetId);
    }

    /** What is served now. */
    public List<ServedIModel> all() {
        return new ArrayList<>(new HashMap<>(byKey).values());
    }

    /** Stops serving an iModel and closes it when its last reader is done; false when the key is not served. */
    public synchronized boolean withdraw(String key) {
        ServedIModel served = byKey.remove(key);
        if (served == null) {
            return false;
        }
        byCheckpoint.remove(served.checkpointKey());
        served.withdraw();
        return true;
    }

    void close() {
        all().forEach(served -> withdraw(served.key()));
    }
}
