package org.imodel4j.host.rpc.read;

import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.ServedIModel;
import org.imodel4j.host.rpc.ConnectionProps;
import org.imodel4j.host.rpc.RpcCall;
import org.imodel4j.host.rpc.RpcResult;
import org.imodel4j.host.rpc.RpcToken;

/** Opening an iModel by its id and changeset. */
final class OpenOperations {
    private OpenOperations() {}

    /** From 3.x on. The key in the answer is the same on every server and after every restart. */
    static RpcResult getConnectionProps(RpcCall call) {
        ServedIModel served = find(call);
        return RpcResult.json(ConnectionProps.of(served, served.checkpointKey()));
    }

    static RpcResult openForRead(RpcCall call) {
        ServedIModel served = find(call);
        return RpcResult.json(ConnectionProps.ofEveryGeneration(served, served.checkpointKey()));
    }

    private static ServedIModel find(RpcCall call) {
        RpcToken token = call.tryToken();
        if (token == null || token.iModelId().isEmpty()) {
            throw new IModelException(Status.BAD_ARG, "invalid arguments");
        }
        ServedIModel served = call.host().openIModels().tryCheckpoint(token.iModelId(), token.changesetId());
        if (served == null) {
            throw new IModelException(Status.NOT_FOUND, "iModel not found").with("iModelId", token.iModelId());
        }
        call.checkAccess(served);
        return served;
    }
}
