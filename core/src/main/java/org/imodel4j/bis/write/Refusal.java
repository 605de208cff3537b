package org.imodel4j.bis.write;

import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Id64;

/** The failures of edits, with the numbers of iTwin.js. */
final class Refusal {
    private static final int FOREIGN_KEY = 787;
    private static final int UNIQUE = 2067;
    private static final int PRIMARY_KEY = 1555;
    private static final int ROW_ID = 2579;
    private static final int NOT_NULL = 1299;

    private Refusal() {}

    static IModelException of(Status status, String what, long id) {
        return new IModelException(status, what).with("id", Id64.toHex(id));
    }

    static boolean isUnique(IModelException failure) {
        return failure.errorNumber() == UNIQUE;
    }

    /** What SQLite refused, in the words of an insert of an element. */
    static IModelException insert(IModelException failure, String what) {
        Status status =
                switch (failure.errorNumber()) {
                    case FOREIGN_KEY -> Status.FOREIGN_KEY_CONSTRAINT;
                    case UNIQUE -> Status.CONSTRAINT_NOT_UNIQUE;
                    case NOT_NULL -> Status.INVALID_CODE;
                    default -> isConstraint(failure) ? Status.WRITE_ERROR : null;
                };
        return status == null ? failure : new IModelException(status, what, failure).with("reason", failure.text());
    }

    /** As {@link #insert}, for an update, whose failures have one number. */
    static IModelException update(IModelException failure, String what) {
        return isConstraint(failure)
                ? new IModelException(Status.WRITE_ERROR, what, failure).with("reason", failure.text())
                : failure;
    }

    private static boolean isConstraint(IModelException failure) {
        return (failure.errorNumber() & 0xff) == Status.BE_SQLITE_CONSTRAINT.number()
                && failure.errorNumber() < 1 << 16;
    }

    static boolean isForeignKey(IModelException failure) {
        return failure.errorNumber() == FOREIGN_KEY;
    }

    static boolean isTaken(IModelException failure) {
        return failure.errorNumber() == PRIMARY_KEY || failure.errorNumber() == ROW_ID;
    }
}
