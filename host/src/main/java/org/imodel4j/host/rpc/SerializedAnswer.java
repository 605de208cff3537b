package org.imodel4j.host.rpc;

import java.util.List;

/**
 * The answer to a call that came as a serialized request.
 *
 * @param interfaceName of the request
 * @param id of the request
 * @param status the number of a {@code RpcRequestStatus}
 * @param objects JSON in which {@link RpcResult#marker markers} stand for byte arrays, or the text of a pending answer; empty for undefined
 * @param data the byte arrays that the markers number
 */
public record SerializedAnswer(String interfaceName, String id, int status, byte[] objects, List<byte[]> data) {
    public SerializedAnswer {
        data = List.copyOf(data);
    }
}
