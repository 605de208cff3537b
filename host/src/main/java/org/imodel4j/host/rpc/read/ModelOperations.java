package org.imodel4j.host.rpc.read;

import java.util.List;
import org.imodel4j.bis.ConnectionSource;
import org.imodel4j.bis.ModelExtent;
import org.imodel4j.bis.ModelExtents;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.ServedIModel;
import org.imodel4j.host.rpc.RpcCall;
import org.imodel4j.host.rpc.RpcResult;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonWriter;

/** Models by id and query, and where they lie. */
final class ModelOperations {
    private ModelOperations() {}

    /** Those that are there; NotFound only when a single one was asked for. */
    static RpcResult getModelProps(RpcCall call) {
        ServedIModel iModel = call.iModel();
        List<String> ids = IdArguments.distinct(call, 1);
        return call.read(iModel, connection -> {
            PropsWriter answer = new PropsWriter();
            answer.json().beginArray();
            for (String id : ids) {
                boolean found = write(iModel, Id64.parseLenient(id), answer, connection);
                if (!found && ids.size() == 1) {
                    throw new IModelException(Status.NOT_FOUND, "Model=" + id);
                }
            }
            answer.json().endArray();
            return answer.result();
        });
    }

    static RpcResult queryModelProps(RpcCall call) {
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

    static boolean write(ServedIModel iModel, long id, PropsWriter answer, ReadConnection connection) {
        return id != 0 && iModel.db().models().write(id, answer.json(), answer, connection);
    }

    /** One entry for each id, in their order, those without a range with the status that says why. */
    static RpcResult queryModelExtents(RpcCall call) {
        ServedIModel iModel = call.iModel();
        List<String> ids = IdArguments.all(call, 1);
        return call.readWith(iModel, source -> {
            JsonWriter json = new JsonWriter();
            json.beginArray();
            for (ModelExtent extent : extents(iModel, source).query(ids)) {
                json.value(extent.toJson());
            }
            return RpcResult.json(json.endArray());
        });
    }

    /** The ranges of those that have one; an error when a single one was asked for and has none. */
    static RpcResult queryModelRanges(RpcCall call) {
        ServedIModel iModel = call.iModel();
        List<String> ids = IdArguments.all(call, 1);
        return call.readWith(iModel, source -> {
            JsonWriter json = new JsonWriter();
            json.beginArray();
            for (ModelExtent extent : extents(iModel, source).query(ids)) {
                if (extent.status() == 0) {
                    json.value(extent.range());
                } else if (ids.size() == 1) {
                    throw new IModelException(failure(extent.status()), "error querying model range")
                            .with("model", extent.id());
                }
            }
            return RpcResult.json(json.endArray());
        });
    }

    private static ModelExtents extents(ServedIModel iModel, ConnectionSource source) {
        return new ModelExtents(iModel.db().schemas(), source);
    }

    private static Status failure(int number) {
        Status status = Status.tryOf(number);
        return status == null ? Status.NOT_FOUND : status;
    }
}
