package org.imodel4j.host.rpc.read;

import org.imodel4j.error.ErrorKind;
import org.imodel4j.error.IModelException;
import org.imodel4j.host.rpc.ITwinError;
import org.imodel4j.host.rpc.RpcCall;
import org.imodel4j.host.rpc.RpcResult;

/** callViewStore for iModels that have no store for saved views, which is every one here. */
final class ViewStoreOperation {
    private static final String VERSION = "4.0.0";

    private ViewStoreOperation() {}

    static RpcResult call(RpcCall call) {
        call.iModel();
        if (!RpcCall.isVersionCompatible(VERSION, call.text(1))) {
            throw new IModelException(32768, ErrorKind.USER, "ViewStoreRpc version mismatch", null);
        }
        throw new ITwinError("itwin-ViewStore", "no-viewstore", "iModel does not have a default ViewStore");
    }
}
