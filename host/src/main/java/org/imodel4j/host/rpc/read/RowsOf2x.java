package org.imodel4j.host.rpc.read;

import org.imodel4j.ecsql.run.CompiledQuery;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.RowFormat;
import org.imodel4j.ecsql.run.RowOptions;
import org.imodel4j.host.QueryStatus;
import org.imodel4j.json.JsonWriter;

/**
 * The answer to queryRows of 2.x: {@code {rows: [{…}], status}}, where the message of an error stands in place of the first row.
 *
 * <p>An error behind rows that are out already is told as Partial: the frontend then asks for the rest and gets the error alone.
 */
record RowsOf2x(RowOptions options) implements RowDialect {
    private static final int DONE = 2;
    private static final int PARTIAL = 3;
    private static final int TIMEOUT = 4;
    private static final int ERROR = 5;
    private static final int CANCELLED = 7;

    @Override
    public void begin(JsonWriter out, CompiledQuery query) {
        out.beginObject().name("rows").beginArray();
    }

    @Override
    public void row(JsonWriter out, ECSqlCursor cursor) {
        cursor.writeRowObject(out, RowFormat.JS, options);
    }

    @Override
    public void end(JsonWriter out, QueryStatus status, String error, long rows, QueryStats stats) {
        int number = number(status);
        out.endArray().name("status").value(number == ERROR ? PARTIAL : number).endObject();
    }

    @Override
    public void failure(JsonWriter out, QueryStatus status, String error, QueryStats stats) {
        int number = number(status);
        out.beginObject().name("rows").beginArray();
        if (number == ERROR) {
            out.value(error);
        }
        out.endArray().name("status").value(number).endObject();
    }

    private static int number(QueryStatus status) {
        return switch (status) {
            case DONE -> DONE;
            case PARTIAL -> PARTIAL;
            case TIMEOUT, QUEUE_FULL -> TIMEOUT;
            case CANCEL, SHUTTING_DOWN -> CANCELLED;
            default -> ERROR;
        };
    }
}
