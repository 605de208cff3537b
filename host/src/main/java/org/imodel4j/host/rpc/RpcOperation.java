package org.imodel4j.host.rpc;

/**
 * The code behind one operation of an interface. It runs in the thread of the request, at the same time as others; what
 * touches SQLite goes through the host's query threads. What it throws is answered as an error of iTwin.js.
 */
@FunctionalInterface
public interface RpcOperation {
    RpcResult call(RpcCall call);
}
