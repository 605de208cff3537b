package org.imodel4j.host.rpc.read;

import java.util.Arrays;
import java.util.List;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ecsql.run.Door;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.QueryArgument;
import org.imodel4j.ecsql.run.QueryArguments;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.error.IModelException;
import org.imodel4j.host.ConcurrentQueryConfig;
import org.imodel4j.host.QueryOrder;
import org.imodel4j.host.QueryPool;
import org.imodel4j.host.QueryRefusedException;
import org.imodel4j.host.QueryStatus;
import org.imodel4j.host.QueryTicket;
import org.imodel4j.host.ServedIModel;
import org.imodel4j.host.rpc.RpcCall;
import org.imodel4j.host.rpc.RpcResult;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** queryBlob: the bytes of one binary property, or a part of them. The messages are those of the reference. */
final class BlobQuery {
    private final String className;
    private final String accessString;
    private final String instanceId;
    private final @Nullable JsonObject range;
    private final long memLimit;
    private final QueryPool pool;

    private BlobQuery(JsonObject request, long memLimit, QueryPool pool) {
        this.className = text(request, "className");
        this.accessString = text(request, "accessString");
        this.instanceId = text(request, "instanceId");
        this.range = request.object("range");
        this.memLimit = memLimit;
        this.pool = pool;
    }

    static RpcResult answer(RpcCall call) {
        ServedIModel iModel = call.iModel();
        QueryPool pool = call.host().queries();
        ConcurrentQueryConfig config = pool.config();
        JsonObject request = call.object(1);
        JsonObject quota = request.object("quota");
        BlobQuery query = new BlobQuery(request, RowQuery.memory(quota, "memory", config), pool);
        int priority = (int) Math.max(0, RowQuery.number(request, "priority"));
        QueryOrder order = new QueryOrder(
                iModel, call.activity().sessionId(), priority, RowQuery.time(quota, "time", config), null);
        QueryTicket<RpcResult> ticket =
                pool.submit(order, t -> iModel.read(c -> t.interruptibly(c::interrupt, () -> query.run(c, t))));
        call.whenAbandoned(ticket::cancel);
        try {
            return ticket.await();
        } catch (QueryRefusedException e) {
            return failure(e.status(), "", QueryStats.none(ticket.timeLimitNanos() / 1_000_000, query.memLimit));
        }
    }

    private static String text(JsonObject request, String name) {
        String text = request.text(name);
        return text == null ? "" : text;
    }

    private RpcResult run(ReadConnection connection, QueryTicket<?> ticket) {
        long cpuStart = pool.threadCpuNanos();
        ECClass found = tryClass(connection);
        if (found == null) {
            return failure(
                    QueryStatus.ERROR_BLOB_OPEN,
                    "BlobIO: unable to find classname '" + className + "'",
                    ticket,
                    cpuStart);
        }
        byte[] blob;
        try {
            blob = read(connection, found);
        } catch (IModelException e) {
            if (ticket.shouldStop()) {
                QueryStatus reason = ticket.stopReason();
                return failure(reason == null ? QueryStatus.TIMEOUT : reason, "", ticket, cpuStart);
            }
            blob = null;
        }
        if (blob == null) {
            String error = "BlobIO: unable to open blob for classname '" + className + "' , accessString '"
                    + accessString + "' for instanceId '" + instanceId + "'";
            return failure(QueryStatus.ERROR_BLOB_OPEN, error, ticket, cpuStart);
        }
        return part(blob, ticket, cpuStart);
    }

    private @Nullable ECClass tryClass(ReadConnection connection) {
        int separator = Math.max(className.indexOf('.'), className.indexOf(':'));
        return separator <= 0
                ? null
                : connection
                        .engine()
                        .schemas()
                        .tryClass(className.substring(0, separator), className.substring(separator + 1));
    }

    /** The names go into ECSQL, so only what is a path of names passes. */
    private byte @Nullable [] read(ReadConnection connection, ECClass found) {
        long id = Id64.parseLenient(instanceId);
        if (id == 0 || accessString.length() > 500 || !accessString.matches("\\w+(\\.\\w+)*")) {
            return null;
        }
        String ecsql = "SELECT [" + accessString.replace(".", "].[") + "] FROM ["
                + found.schema().name() + "].[" + found.name() + "] WHERE ECInstanceId=?";
        QueryArguments arguments = QueryArguments.of(QueryArgument.id(id));
        try (ECSqlCursor cursor = connection.query(connection.compile(ecsql, Door.STATEMENT), arguments)) {
            boolean binary = cursor.columns().get(0).typeName().equals("binary");
            return binary && cursor.step() ? cursor.getBlob(0) : null;
        }
    }

    private RpcResult part(byte[] blob, QueryTicket<?> ticket, long cpuStart) {
        byte[] part = blob;
        if (range != null && !range.members().isEmpty()) {
            double offset = Math.floor(Math.max(0, RowQuery.number(range, "offset")));
            double count = Math.floor(Math.max(0, RowQuery.number(range, "count")));
            if (offset > blob.length) {
                return failure(
                        QueryStatus.ERROR_BLOB_RANGE,
                        "BlobIO: offset provided is greater then size of blob",
                        ticket,
                        cpuStart);
            }
            if (count == 0 || offset + count > blob.length) {
                return failure(
                        QueryStatus.ERROR_BLOB_RANGE,
                        "BlobIO: offset + length provided is greater then size of blob",
                        ticket,
                        cpuStart);
            }
            part = Arrays.copyOfRange(blob, (int) offset, (int) (offset + count));
        }
        JsonWriter json = new JsonWriter();
        json.beginObject().name("kind").value(0).name("error").value("");
        json.name("status").value(QueryStatus.DONE.number());
        QueryStats.of(ticket, pool.threadCpuNanos() - cpuStart, memLimit, part.length, 0)
                .write(json);
        json.name("rawBlobSize").value(blob.length);
        json.name("data").value(RpcResult.marker(0, part)).endObject();
        return new RpcResult.Parts(json.bytes(), List.of(part));
    }

    private RpcResult failure(QueryStatus status, String error, QueryTicket<?> ticket, long cpuStart) {
        return failure(status, error, QueryStats.of(ticket, pool.threadCpuNanos() - cpuStart, memLimit, 0, 0));
    }

    private static RpcResult failure(QueryStatus status, String error, QueryStats stats) {
        JsonWriter json = new JsonWriter();
        json.beginObject().name("kind").value(2).name("error").value(error);
        json.name("status").value(status.number());
        stats.write(json);
        json.endObject();
        return RpcResult.json(json);
    }
}
