package org.imodel4j.host.rpc;

import org.imodel4j.error.ErrorKind;
import org.imodel4j.error.IModelException;

/** Thrown by an operation whose answer takes longer: the frontend repeats the same request after a while. */
public final class RpcPendingException extends IModelException {
    private static final long serialVersionUID = 1L;
    private static final int PENDING = 147462;

    /** Without a message for the user. */
    public RpcPendingException() {
        this("");
    }

    public RpcPendingException(String message) {
        super(PENDING, ErrorKind.RESOURCE, message, null);
    }
}
