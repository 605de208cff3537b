package org.imodel4j.cli.bench;

import java.io.OutputStream;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.RowFormat;
import org.imodel4j.ecsql.run.RowOptions;
import org.imodel4j.json.JsonWriter;

/**
 * Where rows go while they are measured: the complete JSON of each in the form of JavaScript is written to a buffer, and every
 * byte of the buffer is read before it is used again, so that no compiler can leave the writing out.
 */
final class Sink extends OutputStream {
    private static final int CHUNK = 64 << 10;

    private final JsonWriter json = new JsonWriter(this, CHUNK);
    private long consumed;

    /** All rows that are left; returns their number. */
    long drain(ECSqlCursor cursor) {
        long rows = 0;
        while (cursor.step()) {
            row(cursor);
            rows++;
        }
        consume();
        return rows;
    }

    void row(ECSqlCursor cursor) {
        cursor.writeRowObject(json, RowFormat.JS, RowOptions.DEFAULT);
    }

    /** Where something else than a row is written to. */
    JsonWriter json() {
        return json;
    }

    /** Reads what is still in the buffer. */
    void consume() {
        json.flush();
        json.reset();
    }

    @Override
    public void write(int value) {
        consumed += value;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            consumed += bytes[i];
        }
    }

    /** Depends on every byte that was written. */
    long consumed() {
        return consumed;
    }
}
