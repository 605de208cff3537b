package org.imodel4j.host.mobile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.rpc.IModelNotOpenException;
import org.imodel4j.host.rpc.RpcErrors;
import org.imodel4j.host.rpc.RpcPendingException;
import org.imodel4j.host.rpc.RpcResult;
import org.imodel4j.json.Json;

/**
 * What became of a call, as pages read it.
 *
 * @param status Pending 3, Resolved 4, Rejected 5, NotFound 7, NoContent 9 of {@code RpcRequestStatus}
 * @param objects JSON, in which byte arrays stand as markers of RPC; empty for {@code undefined}
 * @param data the byte arrays
 */
record MobileAnswer(int status, byte[] objects, List<byte[]> data) {
    static final int PENDING = 3;
    static final int RESOLVED = 4;
    static final int REJECTED = 5;
    static final int NOT_FOUND = 7;
    static final int NO_CONTENT = 9;

    private static final byte[] UNDEFINED = {};
    private static final byte[] NOT_OPEN =
            "{\"message\":\"iModel not found\",\"isIModelNotFoundResponse\":true}".getBytes(StandardCharsets.US_ASCII);

    static MobileAnswer of(RpcResult result) {
        return switch (result) {
            case RpcResult.Text text -> {
                try {
                    yield resolved(text.json().bytes(), List.of());
                } finally {
                    text.after().run();
                }
            }
            case RpcResult.Nothing nothing -> resolved(UNDEFINED, List.of());
            case RpcResult.Bytes bytes ->
                resolved(Json.writeBytes(RpcResult.marker(0, bytes.bytes())), List.of(bytes.bytes()));
            case RpcResult.Parts parts -> resolved(parts.json(), parts.data());
            case RpcResult.Streamed streamed -> {
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                try {
                    streamed.body().writeTo(all);
                } catch (IOException e) {
                    throw new IModelException(Status.READ_ERROR, "the answer could not be completed", e);
                }
                yield resolved(all.toByteArray(), List.of());
            }
        };
    }

    private static MobileAnswer resolved(byte[] objects, List<byte[]> data) {
        return new MobileAnswer(RESOLVED, objects, data);
    }

    static MobileAnswer of(IModelException e) {
        if (e instanceof RpcPendingException) {
            return new MobileAnswer(PENDING, e.text().getBytes(StandardCharsets.UTF_8), List.of());
        } else if (e instanceof IModelNotOpenException) {
            return new MobileAnswer(NOT_FOUND, NOT_OPEN, List.of());
        } else if (e.errorNumber() == Status.NO_CONTENT.number()) {
            return new MobileAnswer(NO_CONTENT, UNDEFINED, List.of());
        }
        return new MobileAnswer(REJECTED, RpcErrors.json(e).bytes(), List.of());
    }

    /** Whether the page asks with the same id again when something has changed; then it wants another answer. */
    boolean isForNow() {
        return status == PENDING || status == NOT_FOUND;
    }

    long bytes() {
        long all = 200L + objects.length;
        for (byte[] part : data) {
            all += part.length;
        }
        return all;
    }
}
