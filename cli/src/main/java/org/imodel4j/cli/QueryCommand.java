package org.imodel4j.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.imodel4j.cli.command.Command;
import org.imodel4j.cli.command.Given;
import org.imodel4j.cli.command.NotUnderstoodException;
import org.imodel4j.cli.command.Options;
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
import org.imodel4j.ecsql.run.ECSqlEngine;
import org.imodel4j.ecsql.run.QueryArguments;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.json.Json;

/** {@code imodel query}: the rows of one ECSQL query, a file of queries, or a shell. */
final class QueryCommand implements Command {
    private final Terminal terminal;

    QueryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "query";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Answers ECSQL.",
                "FILE may be an iModel or a plain ECDb file. Without ECSQL it is a shell on a terminal; elsewhere it reads"
                        + " statements, each ended by a semicolon, from standard input.");
    }

    @Override
    public Words words() {
        return new Words("FILE [ECSQL]", 0, 2);
    }

    @Override
    public Options options() {
        return new Options()
                .value("args", "JSON", "Values for the parameters: an array by position, or an object by name.")
                .choice("format", Layout.class, "%s; default table.")
                .choice("value-format", Naming.class, "How columns and values are named: %s; default js.")
                .flag(
                        "explain",
                        "Instead of rows print the SQLite statement, its plan and the columns; JSON with --format json.")
                .flag(
                        "no-history",
                        "The shell keeps nothing of what is typed. IMODEL_HISTORY names the file for it, or is off.")
                .value(
                        "batch",
                        "F",
                        "Run the queries of this file, one line of JSON each with id, ecsql and what else they need; - reads"
                                + " them from standard input.")
                .flag(
                        "each-on-copy",
                        "Every line of --batch works on a private copy of its file, and lines of kind write may change it; the files"
                                + " stay as they are.")
                .flag("write", "ECSQL may be an INSERT, UPDATE or DELETE, which changes the file; not for iModels.")
                .value(
                        "data",
                        "DIR",
                        "Where the files are that the lines of --batch name; default: beside the batch file.");
    }

    @Override
    public int run(Given given) {
        List<String> words = given.words();
        Path file = words.isEmpty() ? null : Given.path(words.get(0));
        Path batch = given.tryPath("batch");
        if (batch != null) {
            if (words.size() > 1 || given.has("args") || given.has("explain") || given.has("write")) {
                throw new NotUnderstoodException("--batch takes its queries and arguments from its file");
            }
            new BatchRun(terminal, batch, file, given.tryPath("data"), given.has("each-on-copy")).run();
            return 0;
        }
        if (given.has("each-on-copy")) {
            throw new NotUnderstoodException("--each-on-copy is for the lines of --batch");
        }
        if (file == null) {
            throw new NotUnderstoodException("Missing FILE");
        }
        return words.size() == 1 ? shell(file, given) : query(file, words.get(1), given);
    }

    private int query(Path path, String ecsql, Given given) {
        if (ECSqlEngine.isWrite(ecsql) || given.has("write")) {
            new WriteRun(terminal, path, ecsql, given.tryText("args")).run(given.has("write"), given.has("explain"));
            return 0;
        }
        Layout format = format(given);
        boolean explain = given.has("explain");
        if (explain && (format == Layout.csv || format == Layout.jsonl)) {
            throw new NotUnderstoodException("--explain is text or, with --format json, JSON");
        }
        String args = given.tryText("args");
        Naming naming = naming(given);
        try (OpenFile file = OpenFile.open(path)) {
            QueryArguments arguments =
                    args == null ? QueryArguments.NONE : new ArgumentReader(file.schemas()).read(Json.parse(args));
            return file.read(connection -> {
                CompiledQuery query = connection.compile(ecsql, Door.READER);
                if (explain) {
                    explain(connection, query, format);
                } else {
                    answer(connection, query, arguments, format, naming);
                }
                return 0;
            });
        }
    }

    private static Layout format(Given given) {
        return given.choice("format", Layout.table);
    }

    private static Naming naming(Given given) {
        return given.choice("value-format", Naming.js);
    }

    private int shell(Path file, Given given) {
        if (given.has("args") || given.has("explain") || given.has("write")) {
            throw new NotUnderstoodException("Missing ECSQL");
        }
        Layout format = format(given);
        Naming naming = naming(given);
        try (OpenFile open = OpenFile.open(file)) {
            boolean done = new Shell(file, format, naming, !given.has("no-history")).run(terminal, open);
            return done ? 0 : 1;
        }
    }

    private void explain(ReadConnection connection, CompiledQuery query, Layout format) {
        Explanation explanation = Explanation.of(connection, query);
        if (format == Layout.json) {
            terminal.println(Json.write(explanation.toJson()));
        } else {
            explanation.lines().forEach(terminal::println);
        }
    }

    private void answer(
            ReadConnection connection, CompiledQuery query, QueryArguments arguments, Layout format, Naming naming) {
        try (ECSqlCursor cursor = connection.query(query, arguments);
                Progress progress = new Progress(terminal, "rows")) {
            RowPrinter.print(cursor, format, naming, terminal.out(), progress::step);
        } catch (IOException e) {
            throw new OutputClosed(e);
        }
    }
}
