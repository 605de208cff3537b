package org.imodel4j.cli;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.imodel4j.cli.bench.BenchCommand;
import org.imodel4j.cli.command.Commands;
import org.imodel4j.cli.command.NotUnderstoodException;
import org.imodel4j.cli.edit.EditCommand;
import org.imodel4j.cli.output.OutputClosed;
import org.imodel4j.cli.output.Terminal;
import org.imodel4j.cli.schema.SchemaCommand;
import org.imodel4j.error.IModelException;
import org.imodel4j.host.IModelHost;
import org.slf4j.LoggerFactory;

/**
 * The {@code imodel} command. Exit codes: 0 done, 1 failed, 2 not understood; what went wrong is one line on the error stream.
 */
public final class Imodel {
    private static final int FAILED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private Imodel() {}

    public static void main(String[] args) {
        System.exit(run(Terminal.system(), args));
    }

    /** Runs one command to its end and returns the exit code. */
    static int run(Terminal terminal, String... args) {
        try (PrintWriter out = writer(terminal.out())) {
            return commands(terminal, out).run(List.of(args));
        } catch (NotUnderstoodException e) {
            terminal.err().println(oneLine(String.valueOf(e.getMessage())));
            return NOT_UNDERSTOOD;
        } catch (RuntimeException e) {
            return failed(terminal, e);
        }
    }

    private static Commands commands(Terminal terminal, PrintWriter out) {
        return new Commands(
                "imodel",
                "imodel4j " + IModelHost.backendVersion(),
                "Looks into iModels, makes, queries, changes and exports them and serves them to iTwin.js frontends.",
                List.of(
                        new InfoCommand(terminal),
                        new QueryCommand(terminal),
                        new ExportCommand(terminal),
                        new EditCommand(terminal),
                        new ImportCommand(terminal),
                        new CreateCommand(terminal),
                        new SampleCommand(terminal),
                        new SchemaCommand(terminal),
                        new UpgradeCommand(terminal),
                        new ServeCommand(terminal),
                        new BenchCommand(terminal::println)),
                Logging::level,
                out);
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    private static int failed(Terminal terminal, RuntimeException failure) {
        switch (failure) {
            case OutputClosed closed -> {
                return 0;
            }
            case IModelException known ->
                terminal.err().println("imodel: " + oneLine(String.valueOf(known.getMessage())));
            default -> {
                terminal.err().println("imodel: internal error: " + oneLine(failure.toString()));
                LoggerFactory.getLogger(Imodel.class).debug("The command failed", failure);
            }
        }
        return FAILED;
    }

    private static String oneLine(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
