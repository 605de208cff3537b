package org.imodel4j.host.rpc;

import org.imodel4j.error.ErrorKind;
import org.imodel4j.error.IModelException;

/** A request that is refused with an HTTP status of its own before any operation is looked for. */
final class UnreadableRequestException extends IModelException {
    private static final long serialVersionUID = 1L;

    private final int httpStatus;

    UnreadableRequestException(int httpStatus, String text) {
        super(32768, ErrorKind.USER, text, null);
        this.httpStatus = httpStatus;
    }

    int httpStatus() {
        return httpStatus;
    }
}
