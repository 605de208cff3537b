package org.imodel4j.host.rpc.snapshot;

import java.nio.file.Path;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.FileNameResolver;
import org.imodel4j.host.OpenIModels;
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
    private static final int MOST_CHARS = 4096;

    private SnapshotInterface() {}

    public static RpcInterface build() {
        return RpcInterface.named("SnapshotIModelRpcInterface", "2.0.0")
                .operation("openFile", SnapshotInterface::openFile)
                .operation("openRemote", SnapshotInterface::openRemote)
                .operation("close", call -> RpcResult.bool(true))
                .build();
    }

    private static RpcResult openRemote(RpcCall call) {
        String key = name(call);
        ServedIModel served = call.host().openIModels().tryKey(key);
        if (served == null) {
            FileNameResolver resolver = call.host().configuration().snapshotFileNameResolver();
            served = resolved(call, resolver == null ? null : resolver.tryResolveKey(key), key);
        }
        return answer(call, served, key);
    }

    /** A name is a key, or exactly the path of a file that is served. */
    private static RpcResult openFile(RpcCall call) {
        String name = name(call);
        OpenIModels open = call.host().openIModels();
        ServedIModel served = open.tryKey(name);
        if (served == null) {
            for (ServedIModel each : open.all()) {
                if (each.file().toString().equals(name)) {
                    served = each;
                }
            }
        }
        if (served == null) {
            FileNameResolver resolver = call.host().configuration().snapshotFileNameResolver();
            served = resolved(call, resolver == null ? null : resolver.tryResolveFileName(name), name);
        }
        return answer(call, served, name);
    }

    private static String name(RpcCall call) {
        String name = call.text(0);
        if (name.length() > MOST_CHARS) {
            throw new IModelException(Status.BAD_ARG, "the name of a snapshot is too long");
        }
        return name;
    }

    private static @Nullable ServedIModel resolved(RpcCall call, @Nullable Path file, String key) {
        if (file == null) {
            return null;
        }
        return call.host()
                .queries()
                .run(
                        org.imodel4j.host.QueryOrder.of(
                                call.host(), call.activity().sessionId()),
                        t -> call.host().openIModels().serveOnce(file, key));
    }

    private static RpcResult answer(RpcCall call, @Nullable ServedIModel served, String asked) {
        if (served == null) {
            throw new IModelException(Status.NOT_FOUND, "snapshot not found").with("asked", asked);
        }
        call.checkAccess(served);
        return RpcResult.json(ConnectionProps.ofEveryGeneration(served, served.key()));
    }
}
