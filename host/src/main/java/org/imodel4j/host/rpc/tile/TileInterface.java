package org.imodel4j.host.rpc.tile;

import java.util.List;
import org.imodel4j.host.rpc.NotOffered;
import org.imodel4j.host.rpc.RpcInterface;
import org.imodel4j.host.rpc.RpcResult;
import org.imodel4j.json.JsonObject;

/** IModelTileRpcInterface of 2.x and of 3.x and later. */
public final class TileInterface {
    /** The version of the tile format: the major number in the upper, the minor in the lower 16 bits. */
    private static final int FORMAT_VERSION = 37 << 16;

    private TileInterface() {}

    /** The interface in all versions. */
    public static List<RpcInterface> all() {
        RpcInterface.Builder three = base("3.2.0");
        NotOffered.addTo(
                three,
                "requestTileTreeProps",
                "generateTileContent",
                "retrieveTileContent",
                "getTileCacheConfig",
                "getTileCacheContainerUrl",
                "purgeTileTrees",
                "requestElementGraphics");
        RpcInterface.Builder two = base("2.3.0");
        NotOffered.addTo(
                two,
                "getTileCacheContainerUrl",
                "requestTileTreeProps",
                "requestTileContent",
                "generateTileContent",
                "purgeTileTrees",
                "requestElementGraphics");
        return List.of(three.build(), two.build());
    }

    /** Frontends of 2.x and 3.x ask for the external cache before their first tile. */
    private static RpcInterface.Builder base(String version) {
        return RpcInterface.named("IModelTileRpcInterface", version)
                .operation("isUsingExternalTileCache", call -> RpcResult.bool(false))
                .operation(
                        "queryVersionInfo",
                        call -> RpcResult.json(JsonObject.builder()
                                .put("formatVersion", FORMAT_VERSION)
                                .build()));
    }
}
