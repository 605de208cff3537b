package org.imodel4j.examples;

import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.QueryArgument;
import org.imodel4j.ecsql.run.QueryArguments;
import org.imodel4j.host.rpc.RpcCall;
import org.imodel4j.host.rpc.RpcInterface;
import org.imodel4j.host.rpc.RpcResult;
import org.imodel4j.host.web.WebViewerOptions;
import org.imodel4j.json.JsonObject;

/**
 * An application's own operations beside the built-in ones. Its frontend declares the same interface:
 *
 * <pre>{@code
 * class WallRpcInterface extends RpcInterface {
 *   static readonly interfaceName = "WallRpcInterface";
 *   static interfaceVersion = "1.0.0";
 *   async countWalls(_token: IModelRpcProps, _label: string): Promise<{ walls: number }> { return this.forward(arguments); }
 * }
 * }</pre>
 */
public final class OwnRpcInterface {
    static final RpcInterface WALLS = RpcInterface.named("WallRpcInterface", "1.0.0")
            .operation("countWalls", OwnRpcInterface::countWalls)
            .build();

    private OwnRpcInterface() {}

    /** The standard interfaces and this one. */
    static WebViewerOptions options() {
        return WebViewerOptions.defaults().with(WALLS);
    }

    /** Argument 0 is the iModel token, as in every operation that reads an iModel. */
    private static RpcResult countWalls(RpcCall call) {
        QueryArguments label = QueryArguments.of(QueryArgument.of(call.text(1)));
        long walls = call.read(call.iModel(), connection -> {
            try (ECSqlCursor rows = connection.query("SELECT COUNT(*) FROM Bldg.Wall WHERE UserLabel=?", label)) {
                return rows.step() ? rows.getLong(0) : 0L;
            }
        });
        return RpcResult.json(JsonObject.builder().put("walls", walls).build());
    }
}
