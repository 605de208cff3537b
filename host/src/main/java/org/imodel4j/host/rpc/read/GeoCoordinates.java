package org.imodel4j.host.rpc.read;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.ServedIModel;
import org.imodel4j.host.rpc.RpcCall;
import org.imodel4j.host.rpc.RpcResult;
import org.imodel4j.imodel.FileProperty;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Conversion between the coordinates of an iModel and of the earth.
 *
 * <p>An iModel without a coordinate reference system answers status 100 and a point of zeros for each point, as the reference does. One that has
 * a system is refused: converting would need the dictionaries of all systems.
 */
final class GeoCoordinates {
    private static final int NO_GCS = 100;
    private static final FileProperty GCS = FileProperty.of("dgn_Db", "DgnGCS");

    private GeoCoordinates() {}

    static RpcResult toIModel(RpcCall call) {
        return convert(call, "geoCoords", "iModelCoords");
    }

    static RpcResult toGeo(RpcCall call) {
        return convert(call, "iModelCoords", "geoCoords");
    }

    /** Takes points from one member and answers them in another. */
    private static RpcResult convert(RpcCall call, String from, String to) {
        ServedIModel iModel = call.iModel();
        boolean hasCrs = call.use(iModel, () -> iModel.db().fileProperties().tryBytes(GCS) != null);
        JsonObject request = request(call.argument(1));
        JsonArray points = request == null ? null : request.array(from);
        if (request == null || (request.get(from) != null && points == null)) {
            throw new IModelException(Status.BAD_ARG, "argument 1 of " + call.operation() + " has to hold " + from);
        }
        if (hasCrs) {
            throw new IModelException(
                    Status.NOT_ENABLED,
                    call.operation() + ": this backend can not convert coordinates of a geographic coordinate system");
        }
        List<JsonValue> answers = new ArrayList<>();
        if (points != null) {
            JsonObject none = JsonObject.builder()
                    .put("p", JsonArray.of(0.0, 0.0, 0.0))
                    .put("s", NO_GCS)
                    .build();
            points.items().forEach(p -> answers.add(none));
        }
        return RpcResult.json(JsonObject.builder()
                .put(to, new JsonArray(answers))
                .put("fromCache", 0)
                .build());
    }

    /** Frontends of 2.x send the request as text. */
    private static @Nullable JsonObject request(@Nullable JsonValue argument) {
        JsonValue value = argument instanceof JsonValue.Text text ? Json.parse(text.value()) : argument;
        return value instanceof JsonObject object ? object : null;
    }
}
