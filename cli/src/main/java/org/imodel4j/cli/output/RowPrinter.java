package org.imodel4j.cli.output;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.imodel4j.ecsql.run.ECSqlCursor;

/** Prints the rows of a cursor while they come; no more of them are held than a table needs to find its widths. */
public final class RowPrinter {
    private static final int BUFFER = 1 << 16;

    private RowPrinter() {}

    /**
     * Prints all rows that are left.
     *
     * @param target is flushed and stays open
     * @param eachRow is told of every row
     * @throws IOException the target does not take them
     */
    public static void print(ECSqlCursor cursor, Layout layout, Naming naming, OutputStream target, Runnable eachRow)
            throws IOException {
        OutputStream out = new BufferedOutputStream(target, BUFFER);
        switch (layout) {
            case json -> JsonRows.array(out, cursor, naming.rowFormat(), eachRow);
            case jsonl -> JsonRows.lines(out, cursor, naming.rowFormat(), eachRow);
            case csv, table -> {
                Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                TextRows rows = layout == Layout.csv ? new CsvRows(text) : new TableRows(text);
                CellRows.print(cursor, naming, rows, eachRow);
                text.flush();
            }
        }
        out.flush();
    }
}
