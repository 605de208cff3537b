package org.imodel4j.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.RowFormat;
import org.imodel4j.ecsql.run.RowOptions;
import org.imodel4j.json.JsonWriter;

/** Rows of a cursor as JSON, written while they come. */
final class JsonRows {
    private JsonRows() {}

    /** One line for each row. */
    static void lines(OutputStream out, ECSqlCursor cursor, RowFormat format, Runnable eachRow) throws IOException {
        JsonWriter row = new JsonWriter();
        while (cursor.step()) {
            write(cursor, format, row, out);
            out.write('\n');
            eachRow.run();
        }
    }

    /** One array of all rows. */
    static void array(OutputStream out, ECSqlCursor cursor, RowFormat format, Runnable eachRow) throws IOException {
        JsonWriter row = new JsonWriter();
        out.write('[');
        boolean first = true;
        while (cursor.step()) {
            if (!first) {
                out.write(',');
            }
            first = false;
            out.write('\n');
            write(cursor, format, row, out);
            eachRow.run();
        }
        out.write("\n]\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static void write(ECSqlCursor cursor, RowFormat format, JsonWriter row, OutputStream out)
            throws IOException {
        row.reset();
        cursor.writeRowObject(row, format, RowOptions.DEFAULT);
        row.copyTo(out);
    }
}
