package org.imodel4j.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.commons.cli.help.HelpFormatter;
import org.apache.commons.cli.help.TextHelpAppendable;
import org.jspecify.annotations.Nullable;

/** All commands of a program: finds the one that is called for, and tells about them. */
public final class Commands {
    private static final int WIDTH = 100;

    private final String program;
    private final String version;
    private final String description;
    private final List<Command> commands;
    private final Consumer<String> logLevel;
    private final PrintWriter out;

    /** @param logLevel takes the value of {@code --log-level} before the command runs */
    public Commands(
            String program,
            String version,
            String description,
            List<Command> commands,
            Consumer<String> logLevel,
            PrintWriter out) {
        this.program = program;
        this.version = version;
        this.description = description;
        this.commands = List.copyOf(commands);
        this.logLevel = logLevel;
        this.out = out;
    }

    /**
     * Runs what the arguments call for and returns its exit code.
     *
     * @throws NotUnderstoodException naming what was not understood and where help is
     */
    public int run(List<String> arguments) {
        Options options = new Options();
        Given before = understood(null, () -> Given.parse(options, arguments, true));
        List<String> rest = before.words();
        if (before.has("version")) {
            return print(version);
        }
        if (before.has("help") || (rest.size() == 1 && rest.get(0).equals("help"))) {
            return overview();
        }
        if (rest.isEmpty()) {
            throw notUnderstood(null, "Missing command");
        }
        boolean help = rest.get(0).equals("help");
        Command command = command(rest.get(help ? 1 : 0));
        if (help) {
            return help(command);
        }
        return understood(command, () -> run(command, before, rest.subList(1, rest.size())));
    }

    private Command command(String name) {
        for (Command command : commands) {
            if (command.name().equals(name)) {
                return command;
            }
        }
        throw notUnderstood(null, (name.startsWith("-") ? "Unknown option: " : "Unknown command: ") + name);
    }

    private int run(Command command, Given before, List<String> arguments) {
        Given given = Given.parse(command.options(), arguments, false);
        if (given.has("help")) {
            return help(command);
        }
        if (given.has("version")) {
            return print(version);
        }
        Command.Words words = command.words();
        if (given.words().size() < words.least()) {
            throw new NotUnderstoodException("Missing " + words.shown());
        }
        if (given.words().size() > words.most()) {
            throw new NotUnderstoodException(
                    "Unexpected argument: " + given.words().get(words.most()));
        }
        String level = given.has("log-level") ? given.tryText("log-level") : before.tryText("log-level");
        if (level != null) {
            logLevel.accept(level);
        }
        return command.run(given);
    }

    private interface Step<T> {
        T take();
    }

    private <T> T understood(@Nullable Command command, Step<T> step) {
        try {
            return step.take();
        } catch (NotUnderstoodException e) {
            throw notUnderstood(command, String.valueOf(e.getMessage()));
        }
    }

    private NotUnderstoodException notUnderstood(@Nullable Command command, String message) {
        String called = command == null ? program : program + ' ' + command.name();
        return new NotUnderstoodException(called + ": " + message + " (see " + called + " --help)");
    }

    private int print(String line) {
        out.println(line);
        return 0;
    }

    private int overview() {
        StringBuilder list = new StringBuilder();
        int width =
                commands.stream().mapToInt(each -> each.name().length()).max().orElse(0);
        for (Command command : commands) {
            String name = command.name();
            list.append(String.format(
                    Locale.ROOT,
                    "  %-" + width + "s  %s%n",
                    name,
                    command.description().get(0)));
        }
        help(program + " [OPTIONS] COMMAND", List.of(description), new Options());
        out.print(list);
        return print("\n" + program + " help COMMAND tells more about one of them.");
    }

    private int help(Command command) {
        String words = command.words().shown();
        String syntax = program + ' ' + command.name() + " [OPTIONS]" + (words.isEmpty() ? "" : " " + words);
        help(syntax, command.description(), command.options());
        return 0;
    }

    private void help(String syntax, List<String> description, Options options) {
        TextHelpAppendable text = new TextHelpAppendable(out);
        text.setMaxWidth(WIDTH);
        HelpFormatter formatter = HelpFormatter.builder()
                .setShowSince(false)
                .setHelpAppendable(text)
                .get();
        formatter.setSyntaxPrefix("Usage:");
        try {
            formatter.printHelp(syntax, String.join(" ", description), options.shown(), "", false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
