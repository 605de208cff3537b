package org.imodel4j.ecsql.run;

import org.imodel4j.error.ErrorKind;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;

/**
 * What became of one run of a statement that writes.
 *
 * @param status BE_SQLITE_DONE, or the number of the failure, such as that of a constraint; nothing was changed then
 * @param id of the new instance; 0 after a failure, and for UPDATE and DELETE
 * @param failure why it failed; null when it is done
 */
public record WriteResult(int status, long id, @Nullable IModelException failure) {
    /** BE_SQLITE_DONE. */
    public static final int DONE = 101;

    static WriteResult done(long id) {
        return new WriteResult(DONE, id, null);
    }

    static WriteResult failed(IModelException failure) {
        return new WriteResult(failure.errorNumber(), 0, failure);
    }

    public boolean isDone() {
        return status == DONE;
    }

    /** The name of the status, such as {@code BE_SQLITE_CONSTRAINT_UNIQUE}. */
    public String statusName() {
        Status known = Status.tryOf(status);
        return isDone() ? "BE_SQLITE_DONE" : known == null ? Status.textOf(status) : known.name();
    }

    /** @throws IModelException with the status of a failed run */
    public WriteResult orThrow() {
        if (failure != null) {
            throw failure;
        }
        if (!isDone()) {
            throw new IModelException(status, ErrorKind.INTERNAL, statusName(), null);
        }
        return this;
    }
}
