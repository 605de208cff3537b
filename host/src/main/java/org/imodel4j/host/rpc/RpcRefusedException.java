package org.imodel4j.host.rpc;

import org.imodel4j.error.ErrorKind;
import org.imodel4j.error.IModelException;

/** A call about an iModel that the caller has no right to. */
final class RpcRefusedException extends IModelException {
    private static final long serialVersionUID = 1L;

    private final RpcAccess.Decision decision;

    RpcRefusedException(RpcAccess.Decision decision) {
        super(32768, ErrorKind.USER, "no right to this iModel", null);
        this.decision = decision;
    }

    RpcAccess.Decision decision() {
        return decision;
    }
}
