package org.imodel4j.host.rpc.read;

import java.util.List;
import org.imodel4j.ecsql.run.QueryArguments;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** EntityQueryParams: a question for ids that a frontend asks in pieces of ECSQL. */
record EntityQuery(String ecsql, QueryArguments arguments) {
    /** What the reference allows. */
    static final int MOST_IDS = 10_000;

    static EntityQuery of(JsonObject params) {
        String from = params.text("from");
        StringBuilder ecsql = new StringBuilder("SELECT ECInstanceId FROM ");
        if (Boolean.TRUE.equals(params.bool("only"))) {
            ecsql.append("ONLY ");
        }
        ecsql.append(from == null ? "undefined" : from);
        append(ecsql, " WHERE ", params.text("where"));
        append(ecsql, " ORDER BY ", params.text("orderBy"));
        append(ecsql, " LIMIT ", whole(params, "limit"));
        append(ecsql, " OFFSET ", whole(params, "offset"));
        return new EntityQuery(ecsql.toString(), PlainArguments.read(params.get("bindings")));
    }

    private static @Nullable String whole(JsonObject params, String name) {
        JsonValue.Number number = params.number(name);
        return number == null || number.value() <= 0 ? null : Long.toString((long) number.value());
    }

    private static void append(StringBuilder ecsql, String keyword, @Nullable String part) {
        if (part != null && !part.isEmpty()) {
            ecsql.append(keyword).append(part);
        }
    }

    /** The ids; BadRequest when there are more than may be asked for at once. */
    List<Long> ids(ReadConnection connection) {
        List<Long> ids = Ecsql.ids(connection, ecsql, arguments, MOST_IDS);
        if (ids.size() > MOST_IDS) {
            throw new IModelException(
                    Status.BAD_REQUEST, "Requested number of entities exceeds the limit of " + MOST_IDS);
        }
        return ids;
    }
}
