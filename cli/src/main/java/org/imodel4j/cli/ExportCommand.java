package org.imodel4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.imodel4j.bis.ElementOptions;
import org.imodel4j.cli.archive.ArchiveExport;
import org.imodel4j.cli.command.Command;
import org.imodel4j.cli.command.Given;
import org.imodel4j.cli.command.NotUnderstoodException;
import org.imodel4j.cli.command.Options;
import org.imodel4j.cli.export.ElementExport;
import org.imodel4j.cli.export.ExportFormat;
import org.imodel4j.cli.export.RowExport;
import org.imodel4j.cli.output.Naming;
import org.imodel4j.cli.output.Terminal;
import org.imodel4j.cli.query.ArgumentReader;
import org.imodel4j.cli.query.OpenFile;
import org.imodel4j.ecsql.run.QueryArguments;
import org.imodel4j.imodel.SnapshotDb;
import org.imodel4j.json.Json;
import org.jspecify.annotations.Nullable;

/** {@code imodel export}: the elements of an iModel, or the rows of a query, as a file. */
final class ExportCommand implements Command {
    /** How ids are stored where there is a choice. */
    enum Ids {
        number,
        hex
    }

    private final Terminal terminal;

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Writes the elements of an iModel, or the rows of a query, to a file, or a whole iModel to a folder.",
                "With --all, DIR gets the schemas as documents and everything else as lines of JSON, from which imodel import makes the iModel"
                        + " anew.",
                "Without a query, every element becomes a line of JSON, by id, as getElementProps of iTwin.js gives it. With one, FILE may"
                        + " be a plain ECDb file too. The written file appears when it is complete; an export that fails leaves nothing"
                        + " behind.");
    }

    @Override
    public Words words() {
        return new Words("FILE", 1, 1);
    }

    @Override
    public Options options() {
        return new Options()
                .value("query", "ECSQL", "The query whose rows are written; default: the elements.")
                .flag("all", "Write the whole iModel to the folder that --out names; it must be empty or missing.")
                .flag("geometry", "Write the geometry of elements too.")
                .value("args", "JSON", "Values for the parameters: an array by position, or an object by name.")
                .choice("format", ExportFormat.class, "%s; elements are jsonl.")
                .value(
                        "out",
                        "F",
                        "The file to write, or to replace; default: standard output, which parquet can not go to.")
                .choice("value-format", Naming.class, "How columns and values are named: %s; default js.")
                .choice("ids", Ids.class, "How parquet holds ids: %s; default number. The text formats have hex.");
    }

    @Override
    public int run(Given given) {
        Path file = Given.path(given.words().get(0));
        if (given.has("all")) {
            all(given, file);
            return 0;
        }
        ExportFormat format = given.tryChoice("format", ExportFormat.class);
        if (format == null) {
            throw new NotUnderstoodException("Missing --format");
        }
        Path out = given.tryPath("out");
        if (out != null && isSame(out, file)) {
            throw new NotUnderstoodException("--out would replace FILE itself");
        }
        String ecsql = given.tryText("query");
        if (ecsql == null) {
            elements(given, file, format, out);
        } else {
            rows(given, file, ecsql, format, out);
        }
        return 0;
    }

    private void all(Given given, Path file) {
        refuse(given, "--all", "query", "geometry", "args", "format", "value-format", "ids");
        Path folder = given.tryPath("out");
        if (folder == null) {
            throw new NotUnderstoodException("--all needs --out, a folder");
        }
        try (SnapshotDb db = SnapshotDb.open(file)) {
            ArchiveExport.run(db, folder, terminal);
        }
    }

    private static void refuse(Given given, String by, String... options) {
        for (String option : options) {
            if (given.has(option)) {
                throw new NotUnderstoodException("--" + option + " does not go with " + by);
            }
        }
    }

    private void elements(Given given, Path file, ExportFormat format, @Nullable Path out) {
        if (format != ExportFormat.jsonl) {
            throw new NotUnderstoodException("--format " + format + " needs --query; elements are exported as jsonl");
        }
        refuse(given, "elements, only with --query", "args", "value-format", "ids");
        try (SnapshotDb db = SnapshotDb.open(file)) {
            new ElementExport(ElementOptions.DEFAULT.withGeometry(given.has("geometry"), false)).run(db, terminal, out);
        }
    }

    private void rows(Given given, Path file, String ecsql, ExportFormat format, @Nullable Path out) {
        refuse(given, "--query", "geometry");
        if (format == ExportFormat.parquet && out == null) {
            throw new NotUnderstoodException("--format parquet needs --out");
        }
        if (format != ExportFormat.parquet && given.has("ids")) {
            throw new NotUnderstoodException("--ids belongs to --format parquet");
        }
        Naming naming = given.choice("value-format", Naming.js);
        boolean hex = given.choice("ids", Ids.number) == Ids.hex;
        String args = given.tryText("args");
        try (OpenFile open = OpenFile.open(file)) {
            QueryArguments arguments =
                    args == null ? QueryArguments.NONE : new ArgumentReader(open.schemas()).read(Json.parse(args));
            new RowExport(ecsql, arguments, format, naming, hex).run(open, terminal, out);
        }
    }

    private static boolean isSame(Path other, Path file) {
        try {
            return Files.exists(other) && Files.isSameFile(other, file);
        } catch (IOException e) {
            // FILE does not exist, which opening it will tell.
            return false;
        }
    }
}
