package org.imodel4j.cli.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.imodel4j.cli.output.Layout;
import org.imodel4j.cli.output.Naming;
import org.imodel4j.cli.query.Explanation;
import org.imodel4j.cli.shell.Session.Outcome;
import org.imodel4j.ecsql.run.Door;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/** The commands that begin with a dot. */
final class DotCommands {
    private static final int DEEPEST_READ = 16;

    /** What the commands are, as {@code .help} prints it. */
    enum Command {
        CLASSES(".classes [PATTERN]", "the classes whose name holds PATTERN; * and ? stand for any letters"),
        EXPLAIN(".explain ECSQL", "the SQLite statement, its plan and the columns of a query"),
        FORMAT(".format [table|csv|json|jsonl]", "how rows are laid out"),
        HELP(".help", "this list"),
        PAGER(".pager [on|off]", "whether long results stop at the end of the screen; PAGER names the program"),
        QUIT(".quit", "leaves, as Ctrl-D does"),
        READ(".read FILE", "runs the statements and commands of a file"),
        SCHEMA(".schema [SCHEMA|CLASS]", "all schemas, the classes of one, or the properties of a class"),
        TIMER(".timer [on|off]", "whether each query is followed by the time it took"),
        VALUEFORMAT(".valueformat [js|ecsql|index]", "how columns and values are named");

        private final String usage;
        private final String meaning;

        Command(String usage, String meaning) {
            this.usage = usage;
            this.meaning = meaning;
        }

        /** With its dot. */
        String word() {
            return "." + name().toLowerCase(Locale.ROOT);
        }

        String usage() {
            return usage;
        }
    }

    private final Session session;
    private int reading;

    DotCommands(Session session) {
        this.session = session;
    }

    Outcome run(String text) {
        String[] parts = text.split("\\s+", 2);
        String rest = parts.length < 2 ? "" : parts[1].strip();
        // A semicolon is in the fingers of whoever types SQL all day.
        String argument =
                rest.endsWith(";") ? rest.substring(0, rest.length() - 1).strip() : rest;
        switch (find(parts[0])) {
            case HELP -> print(help());
            case QUIT -> {
                return Outcome.QUIT;
            }
            case SCHEMA -> print(new SchemaText(session.file()).lines(argument));
            case CLASSES -> session.withConnection(connection -> print(ClassList.lines(connection, argument)));
            case EXPLAIN ->
                session.withConnection(connection -> print(
                        Explanation.of(connection, connection.compile(needed(argument, Command.EXPLAIN), Door.READER))
                                .lines()));
            case FORMAT -> {
                Layout format = choice(Layout.class, argument, session.settings().format, Command.FORMAT);
                session.settings().format = format;
            }
            case VALUEFORMAT -> {
                Naming naming = choice(Naming.class, argument, session.settings().valueFormat, Command.VALUEFORMAT);
                session.settings().valueFormat = naming;
            }
            case TIMER -> session.settings().timer = onOff(argument, session.settings().timer, Command.TIMER);
            case PAGER -> session.settings().pager = onOff(argument, session.settings().pager, Command.PAGER);
            case READ -> {
                return read(needed(argument, Command.READ));
            }
        }
        return Outcome.DONE;
    }

    private static Command find(String word) {
        String wanted = word.toLowerCase(Locale.ROOT);
        for (Command command : Command.values()) {
            if (command.word().equals(wanted)) {
                return command;
            }
        }
        return switch (wanted) {
            // What other shells call them.
            case ".tables" -> Command.CLASSES;
            case ".exit" -> Command.QUIT;
            default ->
                throw new IModelException(Status.BAD_ARG, "There is no such command; .help lists them")
                        .with("command", word);
        };
    }

    private static List<String> help() {
        List<String> lines = new ArrayList<>();
        lines.add("ECSQL statements end with a semicolon and may have many lines. Commands begin with a dot:");
        for (Command command : Command.values()) {
            lines.add("  " + command.usage + " ".repeat(Math.max(1, 32 - command.usage.length())) + command.meaning);
        }
        lines.add("Ctrl-C stops a query, Ctrl-D leaves. The tabulator completes names.");
        return lines;
    }

    private static String needed(String argument, Command command) {
        if (argument.isEmpty()) {
            throw wrong(command);
        }
        return argument;
    }

    private static IModelException wrong(Command command) {
        return new IModelException(Status.BAD_ARG, "Usage: " + command.usage);
    }

    /** The choice of that name; without one the choice so far, which is then told. */
    private <E extends Enum<E>> E choice(Class<E> type, String argument, E before, Command command) {
        if (argument.isEmpty()) {
            session.screen().say(command.word() + " " + before);
            return before;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equalsIgnoreCase(argument))
                .findFirst()
                .orElseThrow(() -> wrong(command));
    }

    private enum Switch {
        on,
        off
    }

    private boolean onOff(String argument, boolean before, Command command) {
        return choice(Switch.class, argument, before ? Switch.on : Switch.off, command) == Switch.on;
    }

    private Outcome read(String name) {
        if (reading >= DEEPEST_READ) {
            throw new IModelException(Status.BAD_ARG, "Files read each other without end").with("file", name);
        }
        reading++;
        try (BufferedReader lines = Files.newBufferedReader(Path.of(name))) {
            StatementReader statements = new StatementReader(lines);
            Outcome all = Outcome.DONE;
            for (String text = statements.next(); text != null; text = statements.next()) {
                Outcome one = session.run(text);
                if (one == Outcome.QUIT) {
                    return one;
                }
                all = one == Outcome.DONE ? all : one;
            }
            return all;
        } catch (IOException | InvalidPathException e) {
            throw new IModelException(Status.READ_ERROR, "File can not be read", e).with("file", name);
        } finally {
            reading--;
        }
    }

    private void print(List<String> lines) {
        try (OutputStream out = session.screen().results()) {
            for (String line : lines) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // Whoever read them has seen enough.
            return;
        }
    }
}
