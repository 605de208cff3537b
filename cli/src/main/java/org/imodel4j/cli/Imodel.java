package org.imodel4j.cli;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.imodel4j.cli.bench.BenchCommand;
import org.imodel4j.cli.output.OutputClosed;
import org.imodel4j.cli.output.Terminal;
import org.imodel4j.error.IModelException;
import org.imodel4j.host.IModelHost;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/**
 * The {@code imodel} command. Exit codes: 0 done, 1 failed, 2 not understood; what went wrong is one line on the error stream.
 */
@Command(
        name = "imodel",
        description = "Looks into iModels, queries and exports them and serves them to iTwin.js frontends.",
        mixinStandardHelpOptions = true,
        versionProvider = Imodel.Version.class)
public final class Imodel {
    private static final int FAILED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    @Option(
            names = "--log-level",
            scope = ScopeType.INHERIT,
            paramLabel = "LEVEL",
            description = "What the log says: ${COMPLETION-CANDIDATES}.")
    void logLevel(Logging.LogLevel level) {
        Logging.level(level);
    }

    private Imodel() {}

    public static void main(String[] args) {
        System.exit(run(Terminal.system(), args));
    }

    /** Runs one command to its end and returns the exit code. */
    static int run(Terminal terminal, String... args) {
        try (PrintWriter out = writer(terminal.out())) {
            return commandLine(terminal, args)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setOut(out)
                    .setErr(writer(terminal.err()))
                    .setParameterExceptionHandler((failure, given) -> notUnderstood(terminal, failure))
                    .setExecutionExceptionHandler((failure, command, result) -> failed(terminal, failure))
                    .execute(args);
        }
    }

    private static CommandLine commandLine(Terminal terminal, String[] args) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("info", () -> new InfoCommand(terminal));
        commands.put("query", () -> new QueryCommand(terminal));
        commands.put("export", () -> new ExportCommand(terminal));
        commands.put("serve", () -> new ServeCommand(terminal));
        commands.put("bench", () -> new BenchCommand(terminal::println));
        CommandLine line = new CommandLine(new Imodel());
        Supplier<Object> named = args.length == 0 ? null : commands.get(args[0]);
        if (named != null) {
            // A command is described by annotations, which are slow to read; a run that names one needs no other.
            return line.addSubcommand(named.get());
        }
        commands.values().forEach(command -> line.addSubcommand(command.get()));
        return line.addSubcommand(new CommandLine.HelpCommand());
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    private static int notUnderstood(Terminal terminal, ParameterException failure) {
        String command = failure.getCommandLine().getCommandSpec().qualifiedName();
        terminal.err()
                .println(command + ": " + oneLine(String.valueOf(failure.getMessage())) + " (see " + command
                        + " --help)");
        return NOT_UNDERSTOOD;
    }

    private static int failed(Terminal terminal, Exception failure) {
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

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"imodel4j " + IModelHost.backendVersion()};
        }
    }
}
