package org.imodel4j.host.rpc.devtools;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.IModelHost;
import org.imodel4j.host.rpc.RpcCall;
import org.imodel4j.host.rpc.RpcInterface;
import org.imodel4j.host.rpc.RpcResult;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/**
 * DevToolsRpcInterface. Its versions 0.6 and 0.7 have the same operations and count as incompatible, so both are served.
 */
public final class DevToolsInterface {
    private static final int MOST_CATEGORIES = 1000;
    private static final int MOST_CHARS = 200;

    private final Map<String, Integer> levels = new ConcurrentHashMap<>();

    private DevToolsInterface() {}

    /** The interface in all versions. */
    public static List<RpcInterface> all() {
        DevToolsInterface devTools = new DevToolsInterface();
        return List.of(devTools.version("0.7.0"), devTools.version("0.6.0"));
    }

    private RpcInterface version(String version) {
        return RpcInterface.named("DevToolsRpcInterface", version)
                .operation("ping", call -> RpcResult.bool(true))
                .operation("stats", DevToolsInterface::stats)
                .operation("versions", DevToolsInterface::versions)
                .operation("setLogLevel", this::setLogLevel)
                .build();
    }

    private static RpcResult stats(RpcCall call) {
        boolean formatted = call.argument(1) != null && call.number(1) == 1;
        return RpcResult.json(ProcessStatistics.of(call.host(), formatted));
    }

    /** Frontends of 2.x read {@code iModelJs}, later ones {@code iTwinJs}; the list is filled in by them. */
    private static RpcResult versions(RpcCall call) {
        return RpcResult.json(JsonObject.builder()
                .put("application", call.host().applicationVersion())
                .put("iTwinJs", IModelHost.backendVersion())
                .put("iModelJs", IModelHost.backendVersion())
                .put("availableRpcs", JsonArray.EMPTY)
                .build());
    }

    /** Answers the level that the category had by an earlier call, else undefined. */
    private RpcResult setLogLevel(RpcCall call) {
        String category = call.text(1);
        int level = (int) call.number(2);
        if (category.length() > MOST_CHARS || (levels.size() >= MOST_CATEGORIES && !levels.containsKey(category))) {
            throw new IModelException(Status.BAD_ARG, "too many or too long log categories");
        }
        Integer previous = levels.put(category, level);
        call.host().configuration().environment().setLogLevel(category, level);
        return previous == null ? RpcResult.nothing() : RpcResult.json(JsonValue.of(previous.longValue()));
    }
}
