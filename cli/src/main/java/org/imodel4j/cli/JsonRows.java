package org.imodel4j.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.RowFormat;
import org.imodel4j.ecsql.run.RowOptions;
import org.imodel4j.json.JsonWriter;

/** Rows of a cursor as JSON, written while they come. */
final class JsonRows {
    private static final int BUFFER = 1 << 16;

    private JsonRows() {}

    /** One line for each row. */
    static void lines(OutputStream target, ECSqlCursor cursor, RowFormat format, Progress progress) throws IOException {
        JsonWriter row = new JsonWriter();
        try (OutputStream out = new BufferedOutputStream(target, BUFFER)) {
            while (cursor.step()) {
                write(cursor, format, row, out);
                out.write('\n');
                progress.step();
            }
        }
    }

    /** One array of all rows. */
    static void array(OutputStream target, ECSqlCursor cursor, RowFormat format, Progress progress) throws IOException {
        JsonWriter row = new JsonWriter();
        try (OutputStream out = new BufferedOutputStream(target, BUFFER)) {
            out.write('[');
            boolean first = true;
            while (cursor.step()) {
                if (!first) {
                    out.write(',');
                }
                first = false;
                out.write('\n');
                write(cursor, format, row, out);
                progress.step();
            }
            out.write("\n]\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
    }

    private static void write(ECSqlCursor cursor, RowFormat format, JsonWriter row, OutputStream out)
            throws IOException {
        row.reset();
        cursor.writeRowObject(row, format, RowOptions.DEFAULT);
        row.copyTo(out);
    }
}
