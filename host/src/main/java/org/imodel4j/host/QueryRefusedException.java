package org.imodel4j.host;

import org.imodel4j.error.ErrorKind;
import org.imodel4j.error.IModelException;

/**
 * Work that the {@link QueryPool} did not run to its end.
 *
 * <p>Its number is ServerTimeout, after which frontends of iTwin.js repeat a request by themselves, or Aborted when somebody
 * cancelled the work and a repetition would be wrong.
 */
public final class QueryRefusedException extends IModelException {
    private static final long serialVersionUID = 1L;
    private static final int SERVER_TIMEOUT = 65603;
    private static final int ABORTED = 65608;

    private final QueryStatus status;

    QueryRefusedException(QueryStatus status) {
        super(
                status == QueryStatus.CANCEL ? ABORTED : SERVER_TIMEOUT,
                ErrorKind.RESOURCE,
                switch (status) {
                    case CANCEL -> "cancelled";
                    case QUEUE_FULL -> "too many requests are waiting";
                    case SHUTTING_DOWN -> "the host is shutting down";
                    default -> "the time allowed was over";
                },
                null);
        this.status = status;
    }

    public QueryStatus status() {
        return status;
    }
}
