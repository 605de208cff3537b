package org.imodel4j.sqlite;

import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/**
 * A counter of ids that stands in {@code be_Local} and belongs to one copy of a file: its numbers lie in the range of the copy's briefcase
 * id, {@code briefcaseId << 40}. It is read once for each transaction and written when that is saved, so a number that was given out and
 * abandoned may come again.
 */
public final class LocalSequence implements WriteTransaction.Participant {
    private static final int LOCAL_BITS = 40;

    private final WriteTransaction transaction;
    private final String name;
    private final long end;
    private long last;
    private boolean known;
    private boolean changed;

    /**
     * @param name such as {@code ec_instanceidsequence}
     * @param briefcaseId of this copy of the file
     */
    public LocalSequence(WriteTransaction transaction, String name, int briefcaseId) {
        this.transaction = transaction;
        this.name = name;
        this.end = (briefcaseId + 1L) << LOCAL_BITS;
        transaction.join(this);
    }

    /**
     * The next number; it counts as used even if what it was for fails.
     *
     * @throws IModelException BE_SQLITE_ERROR when the file has lost the counter, BE_SQLITE_TOOBIG when all numbers of the copy are used
     */
    public long next() {
        transaction.begin();
        if (!known) {
            last = read();
            known = true;
        }
        last++;
        changed = true;
        if (Long.compareUnsigned(last, end) >= 0) {
            throw new IModelException(Status.BE_SQLITE_TOOBIG, "No id is left for this copy of the file")
                    .with("sequence", name);
        }
        return last;
    }

    /** Makes sure that no number up to this one comes again; those of other copies are passed over. */
    public void raise(long number) {
        transaction.begin();
        if (!known) {
            last = read();
            known = true;
        }
        boolean own = number >>> LOCAL_BITS == (end >>> LOCAL_BITS) - 1;
        if (own && number > last) {
            last = number;
            changed = true;
        }
    }

    private long read() {
        try (SqliteStatement row = transaction.database().prepare("SELECT Val FROM be_Local WHERE Name=?")) {
            row.bindText(1, name);
            if (!row.step()) {
                throw new IModelException(Status.BE_SQLITE_ERROR, "The file has lost its counter of ids")
                        .with("sequence", name);
            }
            return row.columnLong(0);
        }
    }

    @Override
    public void beforeSave() {
        if (changed) {
            try (SqliteStatement update = transaction.database().prepare("UPDATE be_Local SET Val=? WHERE Name=?")) {
                update.bindLong(1, last);
                update.bindText(2, name);
                update.step();
            }
        }
    }

    @Override
    public void afterEnd() {
        known = false;
        changed = false;
    }
}
