package org.imodel4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.imodel4j.cli.output.Layout;
import org.imodel4j.cli.output.Naming;
import org.imodel4j.cli.output.OutputClosed;
import org.imodel4j.cli.output.Progress;
import org.imodel4j.cli.output.RowPrinter;
import org.imodel4j.cli.output.Terminal;
import org.imodel4j.cli.query.ArgumentReader;
import org.imodel4j.cli.query.Explanation;
import org.imodel4j.cli.query.OpenFile;
import org.imodel4j.cli.shell.Shell;
import org.imodel4j.ecsql.run.CompiledQuery;
import org.imodel4j.ecsql.run.Door;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.QueryArguments;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.json.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code imodel query}: the rows of one ECSQL query, a file of queries, or a shell. */
@Command(
        name = "query",
        description = {
            "Answers ECSQL. FILE may be an iModel or a plain ECDb file.",
            "Without ECSQL it is a shell on a terminal; elsewhere it reads statements, each ended by a semicolon, from "
                    + "standard input."
        },
        mixinStandardHelpOptions = true)
final class QueryCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(arity = "0..2", paramLabel = "FILE ECSQL", description = "The file, then the query.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--args",
            paramLabel = "JSON",
            description = "Values for the parameters: an array by position, or an object by name.")
    private @Nullable String args;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Layout format = Layout.table;

    @Option(
            names = "--value-format",
            description = "How columns and values are named: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Naming valueFormat = Naming.js;

    @Option(
            names = "--explain",
            description =
                    "Instead of rows print the SQLite statement, its plan and the columns; JSON with --format json.")
    private boolean explain;

    @Option(
            names = "--no-history",
            description = "The shell keeps nothing of what is typed. IMODEL_HISTORY names the file for it, or is off.")
    private boolean noHistory;

    @Option(
            names = "--batch",
            paramLabel = "F",
            description = "Run the queries of this file, one line of JSON each with id, ecsql and what else they need;"
                    + " - reads them from standard input.")
    private @Nullable Path batch;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the files are that the lines of --batch name; default: beside the batch file.")
    private @Nullable Path data;

    QueryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path batchFile = batch;
        if (batchFile != null) {
            if (words.size() > 1 || args != null || explain) {
                throw notUnderstood("--batch takes its queries and arguments from its file");
            }
            Path file = words.isEmpty() ? null : Path.of(words.get(0));
            new BatchRun(terminal, batchFile, file, data).run();
            return 0;
        }
        if (words.isEmpty()) {
            throw notUnderstood("Missing FILE");
        }
        if (words.size() < 2) {
            return shell(Path.of(words.get(0)));
        }
        if (explain && (format == Layout.csv || format == Layout.jsonl)) {
            throw notUnderstood("--explain is text or, with --format json, JSON");
        }
        try (OpenFile file = OpenFile.open(Path.of(words.get(0)))) {
            QueryArguments arguments =
                    args == null ? QueryArguments.NONE : new ArgumentReader(file.schemas()).read(Json.parse(args));
            file.read(connection -> {
                answer(connection, connection.compile(words.get(1), Door.READER), arguments);
                return words;
            });
        }
        return 0;
    }

    private int shell(Path file) {
        if (args != null || explain) {
            throw notUnderstood("Missing ECSQL");
        }
        try (OpenFile open = OpenFile.open(file)) {
            boolean done = new Shell(file, format, valueFormat, !noHistory).run(terminal, open);
            return done ? 0 : 1;
        }
    }

    private ParameterException notUnderstood(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }

    private void answer(ReadConnection connection, CompiledQuery query, QueryArguments arguments) {
        if (explain) {
            Explanation explanation = Explanation.of(connection, query);
            if (format == Layout.json) {
                terminal.println(Json.write(explanation.toJson()));
            } else {
                explanation.lines().forEach(terminal::println);
            }
            return;
        }
        try (ECSqlCursor cursor = connection.query(query, arguments);
                Progress progress = new Progress(terminal, "rows")) {
            RowPrinter.print(cursor, format, valueFormat, terminal.out(), progress::step);
        } catch (IOException e) {
            throw new OutputClosed(e);
        }
    }
}
