package org.imodel4j.host.rpc;

import java.util.List;
import java.util.function.Consumer;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A call of an RPC operation that comes as a message instead of an HTTP request.
 *
 * @param version of the interface, as the frontend declares it
 * @param arguments the token first; byte arrays stand in them as {@link RpcResult#marker markers}
 * @param data the byte arrays that the markers number
 * @param whenAbandoned takes what is to run, in any thread, when nobody waits for the answer any longer
 */
public record RpcMessage(
        RpcActivity activity,
        String interfaceName,
        String version,
        String operation,
        JsonArray arguments,
        List<byte[]> data,
        Consumer<Runnable> whenAbandoned) {

    /** What the URL of the same call would say. */
    RpcUrl url() {
        JsonObject token = arguments.size() > 0 && arguments.get(0) instanceof JsonObject object ? object : null;
        JsonObject changeset = token == null ? null : token.object("changeset");
        String changesetId = text(changeset, "id");
        return new RpcUrl(
                either(token, "iTwinId", "contextId"),
                text(token, "iModelId"),
                changesetId.isEmpty() ? text(token, "changeSetId") : changesetId,
                1,
                token != null,
                token != null,
                interfaceName,
                version,
                operation);
    }

    private static String either(@Nullable JsonObject token, String first, String second) {
        String value = text(token, first);
        return value.isEmpty() ? text(token, second) : value;
    }

    private static String text(@Nullable JsonObject object, String name) {
        String value = object == null ? null : object.text(name);
        return value == null ? "" : value;
    }
}
