package org.imodel4j.host.rpc;

import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/**
 * A call about an iModel that is not open, or no longer. Frontends take the answer as the sign to open the iModel once more
 * and to repeat the call, so it is for calls with a token only: one that opens an iModel and fails has to answer an ordinary NotFound.
 */
public final class IModelNotOpenException extends IModelException {
    private static final long serialVersionUID = 1L;

    public IModelNotOpenException() {
        super(Status.NOT_FOUND, "iModel not found");
    }
}
