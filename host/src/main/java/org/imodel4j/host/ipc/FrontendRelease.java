package org.imodel4j.host.ipc;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What the calls of a frontend tell about its release, since no frontend says it. It is taken for the oldest generation that all it has done so far
 * fits; what it does later can only make it newer. The evidence, found by comparing the published packages of 2.19, 3.8, 4.11, 5.7, 5.9 and 5.13:
 *
 * <ul>
 *   <li>numbered messages came with 3.x;
 *   <li>the channels were renamed with 4.x, except that of edit commands, which kept its old name for a while;
 *   <li>some functions came with 5.x;
 *   <li>IModelReadRpcInterface 3.8 came with 5.x; 4.11 and 5.7 ask for 3.7;
 *   <li>ids of tile trees begin with the tile format in hexadecimal: 35 in 4.11, 37 in 5.7.
 * </ul>
 *
 * Written by the thread that reads the connection, read by any.
 */
final class FrontendRelease {
    private static final String NEW = "itwinjs-core/";
    private static final Set<String> RENAMED = Set.of("ipc-app", "nativeApp", "mobileApp", "RPC");
    private static final Set<String> FUNCTIONS_OF_5 =
            Set.of("openSnapshot", "abandonChanges", "reverseTxnsAsync", "reverseAllTxnsAsync", "reinstateTxnAsync");
    private static final Set<String> TILE_TREE_OPERATIONS =
            Set.of("requestTileTreeProps", "requestTileContent", "generateTileContent");
    private static final Pattern READ_OF_3_AND_LATER = Pattern.compile("3\\.(\\d{1,4})\\..*");
    private static final int READ_OF_5 = 8;
    private static final int TILES_OF_5 = 36;

    private volatile Generation generation = Generation.V2;
    private volatile @Nullable Boolean newNames;

    /** The oldest generation that the frontend can be of. */
    Generation generation() {
        return generation;
    }

    /** Whether it listens under the new names of channels; null while that is not known. */
    @Nullable
    Boolean newNames() {
        return newNames;
    }

    void speaks(IpcDialect dialect) {
        if (dialect == IpcDialect.FRAMED) {
            isAtLeast(Generation.V3);
        }
    }

    /** @param channel the name that the frontend used, without the prefix */
    void called(String channel, String function, IpcArguments arguments) {
        if (generation == Generation.V5) {
            return;
        }
        if (channel.startsWith(NEW)) {
            newNames = true;
            isAtLeast(isOf5(channel.substring(NEW.length()), function, arguments) ? Generation.V5 : Generation.V4);
        } else if (RENAMED.contains(channel) && newNames == null) {
            newNames = false;
        }
    }

    private static boolean isOf5(String channel, String function, IpcArguments arguments) {
        return switch (channel) {
            case "ipc-app" -> FUNCTIONS_OF_5.contains(function);
            case "rpc-over-ipc" -> arguments.argument(0) instanceof JsonObject request && asksLike5(request);
            default -> false;
        };
    }

    private static boolean asksLike5(JsonObject request) {
        JsonObject definition = request.object("definition");
        String operation = request.text("operation");
        if (definition == null || operation == null) {
            return false;
        }
        String version = definition.text("interfaceVersion");
        if (version != null && "IModelReadRpcInterface".equals(definition.text("interfaceName"))) {
            Matcher asked = READ_OF_3_AND_LATER.matcher(version);
            return asked.matches() && Integer.parseInt(asked.group(1)) >= READ_OF_5;
        }
        return TILE_TREE_OPERATIONS.contains(operation) && tileFormat(request) >= TILES_OF_5;
    }

    /** The number before the first underscore of a tile tree's id; 0 when there is none. */
    private static int tileFormat(JsonObject request) {
        var parameters = request.array("parameters");
        if (parameters == null || parameters.size() < 2 || !(parameters.get(1) instanceof JsonValue.Text id)) {
            return 0;
        }
        int end = id.value().indexOf('_');
        try {
            return end > 0 && end <= 4 ? Integer.parseInt(id.value().substring(0, end), 16) : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void isAtLeast(Generation evidence) {
        if (evidence.compareTo(generation) > 0) {
            generation = evidence;
        }
    }
}
