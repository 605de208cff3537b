package org.imodel4j.cli.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.imodel4j.cli.output.Layout;
import org.imodel4j.cli.output.Naming;
import org.imodel4j.cli.output.Terminal;
import org.imodel4j.cli.query.OpenFile;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/**
 * Answers statements until there are no more.
 *
 * @param file its name is shown
 * @param keepHistory whether what is typed is kept for the next time
 */
public record Shell(Path file, Layout format, Naming valueFormat, boolean keepHistory) {
    /** Returns whether every statement succeeded; at a prompt, where failures are seen at once, always. */
    public boolean run(Terminal terminal, OpenFile open) {
        Settings settings = new Settings(format, valueFormat);
        if (terminal.inIsTyped() && terminal.outIsWatched()) {
            InteractiveShell.run(open, file, settings, keepHistory);
            return true;
        }
        return piped(terminal, open, settings);
    }

    private static boolean piped(Terminal terminal, OpenFile open, Settings settings) {
        Session session = new Session(open, new PipedScreen(terminal), settings, new Cancellation());
        StatementReader statements =
                new StatementReader(new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8)));
        boolean allDone = true;
        try {
            for (String text = statements.next(); text != null; text = statements.next()) {
                Session.Outcome outcome = session.run(text);
                if (outcome == Session.Outcome.QUIT) {
                    return allDone;
                }
                allDone &= outcome == Session.Outcome.DONE;
            }
        } catch (IOException e) {
            throw new IModelException(Status.READ_ERROR, "Statements can not be read", e);
        }
        return allDone;
    }
}
