package org.imodel4j.host.rpc.snapshot;

import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.NamedSnapshots;
import org.imodel4j.host.ServedIModel;
import org.imodel4j.host.rpc.ConnectionProps;
import org.imodel4j.host.rpc.RpcCall;
import org.imodel4j.host.rpc.RpcInterface;
import org.imodel4j.host.rpc.RpcResult;
import org.jspecify.annotations.Nullable;

/**
 * SnapshotIModelRpcInterface. Frontends of all generations have the same version of it and read different members of the answer, so
 * the answer has them all.
 *
 * <p>Opening something that is not served fails with an ordinary NotFound. The control response that says so would make frontends of 2.x and
 * 3.x wait for ever.
 */
public final class SnapshotInterface {
    private SnapshotInterface() {}

    public static RpcInterface build() {
        return RpcInterface.named("SnapshotIModelRpcInterface", "2.0.0")
                .operation("openFile", SnapshotInterface::openFile)
                .operation("openRemote", SnapshotInterface::openRemote)
                .operation("close", call -> RpcResult.bool(true))
                .build();
    }

    private static RpcResult openRemote(RpcCall call) {
        String key = call.text(0);
        return answer(
                call,
                new NamedSnapshots(call.host()).tryKey(key, call.activity().sessionId()),
                key);
    }

    private static RpcResult openFile(RpcCall call) {
        String name = call.text(0);
        return answer(
                call,
                new NamedSnapshots(call.host()).tryFile(name, call.activity().sessionId()),
                name);
    }

    private static RpcResult answer(RpcCall call, @Nullable ServedIModel served, String asked) {
        if (served == null) {
            throw new IModelException(Status.NOT_FOUND, "snapshot not found").with("asked", asked);
        }
        call.checkAccess(served);
        // Frontends may close what they opened by RPC, but others may have it open too and nobody counts them.
        served.keep();
        return RpcResult.json(ConnectionProps.ofEveryGeneration(served, served.key()));
    }
}
