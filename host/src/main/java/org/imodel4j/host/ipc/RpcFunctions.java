package org.imodel4j.host.ipc;

import org.imodel4j.host.rpc.RpcDispatcher;

/** The one function by which frontends from 3.x on make their RPC calls over IPC. */
public interface RpcFunctions {
    IpcValue request(IpcCall call);

    /** The handler that makes these calls through a dispatcher, just as those over HTTP. */
    static IpcHandler handler(RpcDispatcher dispatcher) {
        return IpcHandler.of(RpcOverIpc.CHANNEL, RpcFunctions.class, new RpcOverIpc(dispatcher));
    }
}
