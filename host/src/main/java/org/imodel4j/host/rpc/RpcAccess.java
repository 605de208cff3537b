package org.imodel4j.host.rpc;

import org.imodel4j.host.ServedIModel;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may call what. Called in the thread of each request; may block, for instance to check a token.
 *
 * <p>Both methods are asked: first with what the request claims, then, for each iModel that the call touches, with what that iModel really
 * is. Rights to data belong in the second, since a request can claim any iTwin.
 */
public interface RpcAccess {
    /** What to do with a request. */
    enum Decision {
        ALLOW,
        /** The token is missing or not valid: 401. */
        UNAUTHENTICATED,
        /** The token is valid and does not suffice: 403. */
        FORBIDDEN
    }

    /** Lets everybody do everything. */
    RpcAccess OPEN = (who, url, token) -> Decision.ALLOW;

    /** @param token what the URL says of the iModel; null for calls without one */
    Decision mayCall(RpcActivity who, RpcUrl url, @Nullable RpcToken token);

    /** Asked for each iModel that a call reads, with the facts of that iModel itself. */
    default Decision mayRead(RpcActivity who, ServedIModel iModel) {
        return Decision.ALLOW;
    }
}
