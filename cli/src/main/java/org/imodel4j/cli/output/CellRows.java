package org.imodel4j.cli.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ecsql.run.ColumnInfo;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.RowOptions;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonWriter;

/** Rows of a cursor as rows of text, one cell for each column. */
final class CellRows {
    private CellRows() {}

    static void print(ECSqlCursor cursor, Naming naming, TextRows rows, Runnable eachRow) throws IOException {
        List<ColumnInfo> columns = cursor.columns();
        rows.names(columns.stream().map(column -> name(column, naming)).toList());
        JsonWriter json = new JsonWriter();
        while (cursor.step()) {
            json.reset();
            cursor.writeRowArray(json, naming.valueFormat(), RowOptions.DEFAULT);
            rows.row(cells(json, columns.size()));
            eachRow.run();
        }
        rows.end();
    }

    private static String name(ColumnInfo column, Naming naming) {
        return switch (naming) {
            case js -> column.jsonName();
            case ecsql -> column.name();
            case index -> Integer.toString(column.index());
        };
    }

    /** A row on the wire ends with its last value that is not null. */
    private static List<String> cells(JsonWriter json, int count) {
        JsonArray row = (JsonArray) Json.parse(json.bytes());
        List<String> cells = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            cells.add(i < row.size() ? CellText.of(row.get(i)) : "");
        }
        return cells;
    }
}
