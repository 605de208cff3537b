package org.imodel4j.host;

/** How a query ended; the numbers are those of {@code DbResponseStatus} of iTwin.js. */
public enum QueryStatus {
    DONE(1),
    CANCEL(2),
    /** A quota was reached; what was read so far is in the answer. */
    PARTIAL(3),
    /** The time was over before a thread was free. */
    TIMEOUT(4),
    QUEUE_FULL(5),
    SHUTTING_DOWN(6),
    ERROR(100),
    ERROR_PREPARE(101),
    ERROR_STEP(102),
    ERROR_ROW_TO_JSON(103),
    ERROR_BINDING(104),
    ERROR_BLOB_OPEN(105),
    ERROR_BLOB_RANGE(106);

    private final int number;

    QueryStatus(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
