package org.imodel4j.host.rpc;

import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/** Operations that an interface of iTwin.js has and this backend does not have. */
public final class NotOffered {
    private NotOffered() {}

    /** Adds operations that fail with FunctionNotFound and name themselves. */
    public static RpcInterface.Builder addTo(RpcInterface.Builder builder, String... operations) {
        for (String operation : operations) {
            builder.operation(operation, call -> {
                throw new IModelException(
                        Status.FUNCTION_NOT_FOUND,
                        call.url().interfaceName() + "." + operation + " is not offered by this backend");
            });
        }
        return builder;
    }
}
