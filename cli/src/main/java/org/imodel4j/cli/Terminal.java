package org.imodel4j.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a command writes to.
 *
 * @param out results; unbuffered, a failed write means that nobody reads any more
 * @param err what is said about the work: errors, progress
 * @param outIsWatched whether a person reads {@code out}
 * @param errIsWatched whether a person reads {@code err}
 */
record Terminal(OutputStream out, PrintStream err, boolean outIsWatched, boolean errIsWatched) {
    /** The streams of this process. */
    static Terminal system() {
        return new Terminal(
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                isTerminal(1),
                isTerminal(2));
    }

    /** Tells a person from a pipe by what the descriptor is where the system shows it. */
    private static boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return System.console() != null;
        }
    }

    /** Writes a line of results. */
    void println(String line) {
        try {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new OutputClosed(e);
        }
    }
}
