package org.imodel4j.host.mobile;

import java.util.List;
import org.imodel4j.host.rpc.RpcActivity;
import org.imodel4j.json.JsonArray;

/**
 * What a page sends: a call of an RPC operation, or a message of IPC in the form of one.
 *
 * @param activity its correlation id is the id of the request, by which it is answered
 * @param parameters byte arrays stand in them as markers of RPC
 * @param data the byte arrays
 */
record MobileRequest(
        RpcActivity activity,
        String interfaceName,
        String version,
        String operation,
        JsonArray parameters,
        List<byte[]> data) {
    static final String IPC = "__ipc__";

    String id() {
        return activity.correlationId();
    }

    boolean isIpc() {
        return interfaceName.equals(IPC);
    }
}
