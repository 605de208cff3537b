package org.imodel4j.cli.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.imodel4j.cli.output.RowPrinter;
import org.imodel4j.cli.query.OpenFile;
import org.imodel4j.ecsql.run.Door;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.QueryArguments;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/** Statements and dot commands on one file, one after another. Used by one thread. */
final class Session {
    /** How a statement or command ended. */
    enum Outcome {
        DONE,
        FAILED,
        QUIT
    }

    private final OpenFile file;
    private final Screen screen;
    private final Settings settings;
    private final Cancellation cancellation;
    private final DotCommands commands;

    Session(OpenFile file, Screen screen, Settings settings, Cancellation cancellation) {
        this.file = file;
        this.screen = screen;
        this.settings = settings;
        this.cancellation = cancellation;
        this.commands = new DotCommands(this);
    }

    OpenFile file() {
        return file;
    }

    Screen screen() {
        return screen;
    }

    Settings settings() {
        return settings;
    }

    /** Runs a dot command, or all statements of a text; the failure of one does not keep the others from running. */
    Outcome run(String text) {
        if (Statements.isDotCommand(text)) {
            return guarded(text.strip(), () -> commands.run(text.strip()));
        }
        Outcome all = Outcome.DONE;
        for (String statement : Statements.split(text)) {
            if (cancelled(all)) {
                break;
            }
            Outcome one = guarded(statement, () -> query(statement));
            all = one == Outcome.DONE ? all : one;
        }
        return all;
    }

    private boolean cancelled(Outcome before) {
        return before != Outcome.DONE && cancellation.isWanted();
    }

    private interface Work {
        Outcome run();
    }

    private Outcome guarded(String statement, Work work) {
        cancellation.begin();
        try {
            return work.run();
        } catch (IModelException failure) {
            if (cancellation.isWanted() && (failure.errorNumber() & 0xff) == Status.BE_SQLITE_INTERRUPT.number()) {
                // The terminal shows the key in the line where the cursor stands.
                screen.fail(List.of("", "cancelled"), "cancelled");
            } else {
                screen.fail(Place.lines(statement, failure), String.valueOf(failure.getMessage()));
            }
            return Outcome.FAILED;
        }
    }

    private Outcome query(String statement) {
        long start = System.nanoTime();
        withConnection(connection -> {
            try (ECSqlCursor cursor =
                            connection.query(connection.compile(statement, Door.READER), QueryArguments.NONE);
                    OutputStream out = screen.results()) {
                RowPrinter.print(cursor, settings.format, settings.valueFormat, out, () -> {});
            } catch (IOException e) {
                // Whoever read the results has seen enough.
                return;
            }
        });
        if (settings.timer) {
            double seconds = (System.nanoTime() - start) / 1e9;
            screen.say(String.format(Locale.ROOT, "time: %.3f s", seconds));
        }
        return Outcome.DONE;
    }

    /** Work with a connection that a cancellation stops. */
    void withConnection(Consumer<ReadConnection> work) {
        file.read(connection -> {
            cancellation.during(connection, () -> work.accept(connection));
            return file;
        });
    }
}
