package org.imodel4j.host.rpc.read;

import org.imodel4j.ecsql.run.QueryArguments;
import org.imodel4j.ecsql.run.RowOptions;
import org.imodel4j.ecsql.run.ValueFormat;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.ConcurrentQueryConfig;
import org.imodel4j.host.ServedIModel;
import org.imodel4j.host.rpc.RpcCall;
import org.imodel4j.host.rpc.RpcResult;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** queryRows in its two dialects. */
final class QueryOperations {
    private final RowQueries queries = new RowQueries();

    /** {@code queryRows(token, DbQueryRequest)}. */
    RpcResult queryRows(RpcCall call) {
        ServedIModel iModel = call.iModel();
        JsonObject request = call.object(1);
        ConcurrentQueryConfig config = call.host().queries().config();
        JsonObject limit = request.object("limit");
        JsonObject quota = request.object("quota");
        String ecsql = request.text("query");
        RowQuery question = new RowQuery(
                ecsql == null ? "" : ecsql,
                () -> arguments(request.object("args")),
                Math.max(0, (long) RowQuery.number(limit, "offset")),
                count(limit, "count"),
                RowQuery.time(quota, "time", config),
                RowQuery.memory(quota, "memory", config),
                (int) Math.max(0, RowQuery.number(request, "priority")),
                restartToken(request.get("restartToken")));
        ValueFormat format = ValueFormat.of((int) RowQuery.number(request, "valueFormat"));
        RowOptions options =
                new RowOptions(isTrue(request, "abbreviateBlobs"), isTrue(request, "convertClassIdsToClassNames"));
        boolean withMeta = !Boolean.FALSE.equals(request.bool("includeMetaData"));
        return queries.answer(call, iModel, question, new RowsOf3x(format, options, withMeta));
    }

    /** {@code queryRows(token, ecsql, bindings, limit, quota, priority, restartToken, abbreviateBlobs)} of 2.x. */
    RpcResult queryRowsOf2x(RpcCall call) {
        ServedIModel iModel = call.iModel();
        ConcurrentQueryConfig config = call.host().queries().config();
        JsonObject limit = call.optionalObject(3);
        JsonObject quota = call.optionalObject(4);
        RowQuery question = new RowQuery(
                call.text(1),
                () -> PlainArguments.read(call.argument(2)),
                Math.max(0, (long) RowQuery.number(limit, "startRowOffset")),
                count(limit, "maxRowAllowed"),
                RowQuery.time(quota, "maxTimeAllowed", config),
                RowQuery.memory(quota, "maxMemoryAllowed", config),
                call.argument(5) == null ? 0 : (int) call.number(5),
                restartToken(call.argument(6)));
        boolean abbreviate = call.argument(7) instanceof JsonValue.Bool bool && bool.value();
        return RevivedBytes.in(queries.whole(call, iModel, question, new RowsOf2x(new RowOptions(abbreviate, false))));
    }

    private static QueryArguments arguments(@Nullable JsonObject args) {
        return args == null ? QueryArguments.NONE : QueryArguments.fromJson(args);
    }

    private static long count(@Nullable JsonObject limit, String name) {
        JsonValue.Number count = limit == null ? null : limit.number(name);
        return count == null || count.value() < 0 ? -1 : (long) count.value();
    }

    private static boolean isTrue(JsonObject request, String name) {
        return Boolean.TRUE.equals(request.bool(name));
    }

    private static @Nullable String restartToken(@Nullable JsonValue token) {
        if (token instanceof JsonValue.Text text) {
            if (text.value().length() > 1000) {
                throw new IModelException(Status.BAD_ARG, "the restart token is too long");
            }
            return text.value();
        }
        return null;
    }
}
