package org.imodel4j.host.rpc.read;

import org.imodel4j.ecsql.run.CompiledQuery;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.host.QueryStatus;
import org.imodel4j.json.JsonWriter;

/**
 * The shape of an answer with rows. Calls come in this order: begin, rows, end; or failure alone, when no byte of an answer is out
 * yet.
 */
interface RowDialect {
    void begin(JsonWriter out, CompiledQuery query);

    void row(JsonWriter out, ECSqlCursor cursor);

    void end(JsonWriter out, QueryStatus status, String error, long rows, QueryStats stats);

    void failure(JsonWriter out, QueryStatus status, String error, QueryStats stats);
}
