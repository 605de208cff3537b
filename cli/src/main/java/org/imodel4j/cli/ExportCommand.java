package org.imodel4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.imodel4j.cli.export.ExportFormat;
import org.imodel4j.cli.export.RowExport;
import org.imodel4j.cli.output.Naming;
import org.imodel4j.cli.output.Terminal;
import org.imodel4j.cli.query.ArgumentReader;
import org.imodel4j.cli.query.OpenFile;
import org.imodel4j.ecsql.run.QueryArguments;
import org.imodel4j.json.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code imodel export}: the rows of a query as a file. */
@Command(
        name = "export",
        description = {
            "Writes the rows of a query to a file. FILE may be an iModel or a plain ECDb file.",
            "The written file appears when it is complete; an export that fails leaves nothing behind."
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    /** How ids are stored where there is a choice. */
    enum Ids {
        number,
        hex
    }

    private final Terminal terminal;

    @Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--query", paramLabel = "ECSQL", description = "The query whose rows are written.")
    private @Nullable String query;

    @Option(
            names = "--args",
            paramLabel = "JSON",
            description = "Values for the parameters: an array by position, or an object by name.")
    private @Nullable String args;

    @Option(names = "--format", required = true, description = "${COMPLETION-CANDIDATES}.")
    private ExportFormat format = ExportFormat.csv;

    @Option(
            names = "--out",
            paramLabel = "F",
            description = "The file to write, or to replace; default: standard output, which parquet can not go to.")
    private @Nullable Path out;

    @Option(
            names = "--value-format",
            description = "How columns and values are named: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Naming valueFormat = Naming.js;

    @Option(
            names = "--ids",
            description = "How parquet holds ids: ${COMPLETION-CANDIDATES}; default number. The text formats have hex.")
    private @Nullable Ids ids;

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String ecsql = query;
        if (ecsql == null) {
            throw notUnderstood("Missing what to export: --query");
        }
        if (format == ExportFormat.parquet && out == null) {
            throw notUnderstood("--format parquet needs --out");
        }
        if (format != ExportFormat.parquet && ids != null) {
            throw notUnderstood("--ids belongs to --format parquet");
        }
        if (out != null && isSame(out)) {
            throw notUnderstood("--out would replace FILE itself");
        }
        try (OpenFile open = OpenFile.open(file)) {
            QueryArguments arguments =
                    args == null ? QueryArguments.NONE : new ArgumentReader(open.schemas()).read(Json.parse(args));
            new RowExport(ecsql, arguments, format, valueFormat, ids == Ids.hex).run(open, terminal, out);
        }
        return 0;
    }

    private boolean isSame(Path other) {
        try {
            return Files.exists(other) && Files.isSameFile(other, file);
        } catch (IOException e) {
            // FILE does not exist, which opening it will tell.
            return false;
        }
    }

    private ParameterException notUnderstood(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }
}
