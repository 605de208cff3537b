package org.imodel4j.cli.output;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a command reads from and writes to.
 *
 * @param in what is typed or piped in
 * @param out results; unbuffered, a failed write means that nobody reads any more
 * @param err what is said about the work: errors, progress
 * @param inIsTyped whether a person types {@code in}
 * @param outIsWatched whether a person reads {@code out}
 * @param errIsWatched whether a person reads {@code err}
 */
public record Terminal(
        InputStream in,
        OutputStream out,
        PrintStream err,
        boolean inIsTyped,
        boolean outIsWatched,
        boolean errIsWatched) {
    /** The streams of this process. */
    public static Terminal system() {
        return new Terminal(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                isTerminal(0),
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
    public void println(String line) {
        try {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new OutputClosed(e);
        }
    }
}
