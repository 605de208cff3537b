package org.imodel4j.host;

import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.imodel.IModelDb;

/**
 * An iModel that a host serves, under a key of its own and under {@code iModelId:changesetId}. Any thread may use it.
 *
 * <p>It stays open until it is withdrawn and nobody reads it any longer.
 */
public final class ServedIModel {
    private final IModelDb db;
    private final String key;
    private final boolean canChange;
    private volatile boolean kept;
    private int readers;
    private boolean withdrawn;

    ServedIModel(IModelDb db, String key, boolean canChange) {
        this.db = db;
        this.key = key;
        this.canChange = canChange;
    }

    public IModelDb db() {
        return db;
    }

    /** The key under which snapshots are opened. */
    public String key() {
        return key;
    }

    /** The key under which checkpoints are opened: {@code iModelId:changesetId}. */
    public String checkpointKey() {
        return iModelId() + ":" + changesetId();
    }

    public String iModelId() {
        return db.iModelId().toString();
    }

    public String iTwinId() {
        return db.iTwinId().toString();
    }

    /** Empty for the first state of an iModel. */
    public String changesetId() {
        return db.changeset().id();
    }

    public Path file() {
        return db.path();
    }

    /** Whether somebody could write the file while it is served, so that no answer about it may be kept. */
    public boolean canChange() {
        return canChange;
    }

    /** Says that this stays open until the host closes it, whoever else closes it. */
    public void keep() {
        kept = true;
    }

    /** Whether this stays open until the host closes it; else the last frontend that opened it closes it. */
    public boolean isKept() {
        return kept;
    }

    /** Runs work with a connection that nobody else uses meanwhile. Meant for threads of the {@link QueryPool}. */
    public <T> T read(Function<ReadConnection, T> work) {
        return use(() -> db.read(work));
    }

    /** Runs work that finds its connections by itself, and keeps the iModel open meanwhile. */
    public <T> T use(Supplier<T> work) {
        enter();
        try {
            return work.get();
        } finally {
            exit();
        }
    }

    private synchronized void enter() {
        if (withdrawn) {
            throw new QueryRefusedException(QueryStatus.SHUTTING_DOWN);
        }
        readers++;
    }

    private void exit() {
        boolean last;
        synchronized (this) {
            readers--;
            last = withdrawn && readers == 0;
        }
        if (last) {
            db.close();
        }
    }

    /** Closes the iModel, at once or when its last reader is done. */
    void withdraw() {
        boolean last;
        synchronized (this) {
            if (withdrawn) {
                return;
            }
            withdrawn = true;
            last = readers == 0;
        }
        if (last) {
            db.close();
        }
    }
}
