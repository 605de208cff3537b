package org.imodel4j.cli.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.imodel4j.cli.output.Layout;
import org.imodel4j.cli.output.Naming;
import org.imodel4j.cli.output.OutputClosed;
import org.imodel4j.cli.output.RowPrinter;
import org.imodel4j.cli.output.Terminal;
import org.imodel4j.cli.query.OpenFile;
import org.imodel4j.ecsql.run.CompiledQuery;
import org.imodel4j.ecsql.run.Door;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.QueryArguments;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.ecsql.run.RowFileOptions;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one query on their way into a file. However many there are, few are held at a time.
 *
 * @param hexIds only {@link ExportFormat#parquet} has a choice; ids in text are hex anyway
 */
public record RowExport(String ecsql, QueryArguments arguments, ExportFormat format, Naming naming, boolean hexIds) {
    /**
     * Writes all rows.
     *
     * @param out null: to the output of the terminal
     * @throws org.imodel4j.error.IModelException the query fails, or the file can't be written; no part of it stays behind
     */
    public void run(OpenFile file, Terminal terminal, @Nullable Path out) {
        try (ExportProgress progress = new ExportProgress(terminal, out == null, file, this)) {
            file.read(connection -> {
                CompiledQuery query = connection.compile(ecsql, Door.READER);
                if (out == null) {
                    toTerminal(connection, query, terminal.out(), progress);
                } else {
                    WholeFile.write(out, stream -> write(connection, query, stream, progress));
                }
                return query;
            });
        }
    }

    private void toTerminal(ReadConnection connection, CompiledQuery query, OutputStream out, ExportProgress progress) {
        try {
            write(connection, query, out, progress);
        } catch (IOException e) {
            throw new OutputClosed(e);
        }
    }

    private void write(ReadConnection connection, CompiledQuery query, OutputStream out, ExportProgress progress)
            throws IOException {
        try (ECSqlCursor cursor = connection.query(query, arguments)) {
            switch (format) {
                case csv -> RowPrinter.print(cursor, Layout.csv, naming, out, progress::step);
                case jsonl -> RowPrinter.print(cursor, Layout.jsonl, naming, out, progress::step);
                case parquet -> {
                    try (FileFormats formats = FileFormats.load(format.name())) {
                        RowFileOptions options = new RowFileOptions(naming.rowFormat(), hexIds);
                        formats.format().write(cursor, connection.engine().schemas(), options, out, progress::step);
                    }
                }
            }
        }
    }
}
