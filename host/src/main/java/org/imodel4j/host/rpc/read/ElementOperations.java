package org.imodel4j.host.rpc.read;

import java.util.List;
import org.imodel4j.bis.ElementKey;
import org.imodel4j.bis.ElementOptions;
import org.imodel4j.bis.Elements;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.ServedIModel;
import org.imodel4j.host.rpc.RpcCall;
import org.imodel4j.host.rpc.RpcResult;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** Elements by id, GUID, code and query. */
final class ElementOperations {
    private ElementOperations() {}

    /** Those that are there; NotFound only when a single one was asked for. */
    static RpcResult getElementProps(RpcCall call) {
        ServedIModel iModel = call.iModel();
        List<String> ids = IdArguments.distinct(call, 1);
        return call.read(iModel, connection -> {
            PropsWriter answer = new PropsWriter();
            answer.json().beginArray();
            for (String id : ids) {
                boolean found = write(iModel, Id64.parseLenient(id), answer, connection);
                if (!found && ids.size() == 1) {
                    throw new IModelException(Status.NOT_FOUND, "element not found").with("element", id);
                }
            }
            answer.json().endArray();
            return answer.result();
        });
    }

    static RpcResult queryElementProps(RpcCall call) {
        ServedIModel iModel = call.iModel();
        EntityQuery query = EntityQuery.of(call.object(1));
        return call.read(iModel, connection -> {
            List<Long> ids = query.ids(connection);
            PropsWriter answer = new PropsWriter();
            answer.json().beginArray();
            for (long id : ids) {
                write(iModel, id, answer, connection);
            }
            answer.json().endArray();
            return answer.result();
        });
    }

    static RpcResult queryEntityIds(RpcCall call) {
        ServedIModel iModel = call.iModel();
        EntityQuery query = EntityQuery.of(call.object(1));
        return call.read(iModel, connection -> {
            JsonWriter json = new JsonWriter();
            json.beginArray();
            for (long id : query.ids(connection)) {
                json.hexId(id);
            }
            return RpcResult.json(json.endArray());
        });
    }

    /** Undefined when there is no such element. */
    static RpcResult loadElementProps(RpcCall call) {
        ServedIModel iModel = call.iModel();
        ElementKey key;
        try {
            JsonValue argument = call.argument(1);
            key = ElementKey.ofJson(argument == null ? JsonValue.NULL : argument);
        } catch (IModelException e) {
            if (e.errorNumber() == Status.NOT_FOUND.number()) {
                return RpcResult.nothing();
            }
            throw e;
        }
        JsonObject given = call.argument(2) instanceof JsonObject object ? object : null;
        return call.read(iModel, connection -> {
            PropsWriter answer = new PropsWriter();
            ElementOptions options = options(given).with(answer);
            Elements elements = iModel.db().elements();
            return elements.write(key, answer.json(), options, connection) ? answer.result() : RpcResult.nothing();
        });
    }

    private static ElementOptions options(@Nullable JsonObject given) {
        JsonObject style = given == null ? null : given.object("displayStyle");
        JsonObject timeline = given == null ? null : given.object("renderTimeline");
        return new ElementOptions(
                ElementOptions.DEFAULT.binaries(),
                isTrue(style, "omitScheduleScriptElementIds"),
                isTrue(style, "compressExcludedElementIds"),
                isTrue(timeline, "omitScriptElementIds"),
                isTrue(given, "wantGeometry"),
                isTrue(given, "wantBRepData"));
    }

    private static boolean isTrue(@Nullable JsonObject object, String name) {
        return object != null && Boolean.TRUE.equals(object.bool(name));
    }

    static boolean write(ServedIModel iModel, long id, PropsWriter answer, ReadConnection connection) {
        ElementOptions options = ElementOptions.DEFAULT.with(answer);
        return id != 0 && iModel.db().elements().write(ElementKey.of(id), answer.json(), options, connection);
    }
}
