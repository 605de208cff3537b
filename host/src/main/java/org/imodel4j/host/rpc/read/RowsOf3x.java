package org.imodel4j.host.rpc.read;

import org.imodel4j.ecsql.run.ColumnInfo;
import org.imodel4j.ecsql.run.CompiledQuery;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.RowOptions;
import org.imodel4j.ecsql.run.ValueFormat;
import org.imodel4j.host.QueryStatus;
import org.imodel4j.json.JsonWriter;

/**
 * DbQueryResponse: {@code {meta, data: [[…]], rowCount, kind, error, status, stats}}. The status stands behind the rows, since that is where it is
 * known; frontends read members by name. A failure before the first row has neither data nor meta, as with the reference.
 */
record RowsOf3x(ValueFormat format, RowOptions options, boolean withMeta) implements RowDialect {
    private static final int QUERY = 1;
    private static final int NO_RESULT = 2;

    @Override
    public void begin(JsonWriter out, CompiledQuery query) {
        out.beginObject().name("meta").beginArray();
        if (withMeta) {
            for (ColumnInfo column : query.columns(options)) {
                ColumnMeta.write(column, out);
            }
        }
        out.endArray().name("data").beginArray();
    }

    @Override
    public void row(JsonWriter out, ECSqlCursor cursor) {
        cursor.writeRowArray(out, format, options);
    }

    @Override
    public void end(JsonWriter out, QueryStatus status, String error, long rows, QueryStats stats) {
        out.endArray().name("rowCount").value(rows);
        tail(out, isAnswer(status) ? QUERY : NO_RESULT, status, error, stats);
    }

    /** Questions that waited too long look like an answer without rows: then frontends ask again, a few times. */
    @Override
    public void failure(JsonWriter out, QueryStatus status, String error, QueryStats stats) {
        out.beginObject();
        boolean again = isAnswer(status);
        if (again) {
            out.name("meta").beginArray().endArray();
            out.name("data").beginArray().endArray().name("rowCount").value(0);
        }
        tail(out, again ? QUERY : NO_RESULT, status, error, stats);
    }

    private static void tail(JsonWriter out, int kind, QueryStatus status, String error, QueryStats stats) {
        out.name("kind").value(kind).name("error").value(error);
        out.name("status").value(status.number());
        stats.write(out);
        out.endObject();
    }

    private static boolean isAnswer(QueryStatus status) {
        return status.number() < QueryStatus.ERROR.number() && status != QueryStatus.CANCEL;
    }
}
