package org.imodel4j.cli.shell;

import java.io.BufferedReader;
import java.io.IOException;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;

/** Takes one statement or dot command after another from lines of text. */
final class StatementReader {
    /** Of one statement; more than a person writes, less than a wrong file would fill the memory with. */
    private static final int LONGEST = 1 << 22;

    private final BufferedReader lines;

    StatementReader(BufferedReader lines) {
        this.lines = lines;
    }

    /**
     * One or more whole statements, or a dot command; null at the end.
     *
     * @throws IModelException what was read is too long for a statement
     */
    @Nullable
    String next() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (text.length() + line.length() > LONGEST) {
                throw new IModelException(Status.BAD_ARG, "A statement does not end").with("limit", LONGEST);
            }
            if (text.isEmpty() && line.isBlank()) {
                continue;
            }
            text.append(line).append('\n');
            // A statement can only end where a line has a semicolon, or be a command when it is one line.
            boolean mayEnd = line.indexOf(';') >= 0 || Statements.isDotCommand(text.toString());
            if (mayEnd && Statements.isComplete(text.toString())) {
                return text.toString();
            }
        }
        return text.isEmpty() ? null : text.toString();
    }
}
