package org.imodel4j.cli.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.imodel4j.cli.query.OpenFile;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** The prompt. Ctrl-C leaves a line or stops a query, Ctrl-D leaves the shell. */
final class InteractiveShell {
    private final Terminal terminal;
    private final LineReader reader;
    private final Session session;
    private final Cancellation cancellation;
    private final String prompt;

    /** @param history null to keep none */
    InteractiveShell(
            Terminal terminal, OpenFile open, String name, Settings settings, String pager, @Nullable Path history) {
        this.terminal = terminal;
        this.cancellation = new Cancellation();
        this.session =
                new Session(open, new TerminalScreen(terminal, settings, cancellation, pager), settings, cancellation);
        this.prompt = name + "> ";
        this.reader = reader(terminal, completer(new Completion(open)), prompt.length(), history);
    }

    /** At the terminal of this process, until the user leaves. */
    static void run(OpenFile open, Path file, Settings settings, boolean keepHistory) {
        Map<String, String> environment = System.getenv();
        Path history = keepHistory
                ? HistoryFile.of(environment, System.getProperty("user.home", ""), System.getProperty("os.name", ""))
                : null;
        try (Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .dumb(true)
                .encoding(StandardCharsets.UTF_8)
                .build()) {
            String pager = environment.getOrDefault("PAGER", "");
            new InteractiveShell(terminal, open, name(file), settings, pager, history).run();
        } catch (IOException e) {
            throw new IModelException(Status.READ_ERROR, "The terminal can not be used", e);
        }
    }

    private static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static LineReader reader(Terminal terminal, Completer completer, int width, @Nullable Path history) {
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("imodel")
                .parser(new StatementParser())
                .completer(completer)
                .option(LineReader.Option.CASE_INSENSITIVE, true)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.AUTO_FRESH_LINE, true)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, " ".repeat(Math.max(0, width - 3)) + "-> ")
                .variable(LineReader.INDENTATION, 0)
                .variable(LineReader.LIST_MAX, 200);
        if (history != null && HistoryFile.prepare(history)) {
            builder.variable(LineReader.HISTORY_FILE, history).variable(LineReader.HISTORY_SIZE, 2000);
        }
        return builder.build();
    }

    private static Completer completer(Completion completion) {
        return (reader, line, candidates) -> {
            for (Suggestion one : suggestions(completion, line.line(), line.cursor())) {
                String group = one.group().isEmpty() ? null : one.group();
                candidates.add(new Candidate(one.value(), one.shown(), group, null, null, null, one.whole()));
            }
        };
    }

    private static List<Suggestion> suggestions(Completion completion, String line, int cursor) {
        try {
            return completion.at(line, cursor);
        } catch (IModelException damaged) {
            // A file whose metadata can't be read says so when it is queried; the tabulator is no place to complain.
            return List.of();
        }
    }

    void run() {
        terminal.writer().println("ECSQL statements end with a semicolon; .help lists the commands, Ctrl-D leaves.");
        Session.Outcome outcome = Session.Outcome.DONE;
        while (outcome != Session.Outcome.QUIT) {
            String text;
            try {
                text = reader.readLine(prompt);
            } catch (UserInterruptException clearedLine) {
                continue;
            } catch (EndOfFileException leaving) {
                return;
            }
            outcome = answer(text);
        }
    }

    private Session.Outcome answer(String text) {
        Terminal.SignalHandler before = terminal.handle(Signal.INT, signal -> cancellation.cancel());
        try {
            return session.run(text);
        } finally {
            terminal.handle(Signal.INT, before);
            terminal.flush();
        }
    }
}
