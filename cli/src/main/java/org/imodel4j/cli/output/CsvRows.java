package org.imodel4j.cli.output;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Rows as comma-separated values (RFC 4180) with a line of names before them. */
final class CsvRows implements TextRows {
    private final Writer out;

    CsvRows(Writer out) {
        this.out = out;
    }

    @Override
    public void names(List<String> names) throws IOException {
        row(names);
    }

    @Override
    public void row(List<String> cells) throws IOException {
        String separator = "";
        for (String cell : cells) {
            out.write(separator);
            write(cell);
            separator = ",";
        }
        out.write("\r\n");
    }

    private void write(String cell) throws IOException {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        out.write(plain ? cell : '"' + cell.replace("\"", "\"\"") + '"');
    }

    @Override
    public void end() {}
}
