package org.imodel4j.cli.shell;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** The user's pager at work on the terminal. */
final class PagerProcess implements AutoCloseable {
    private final Process process;
    private final OutputStream out;

    private PagerProcess(Process process) {
        this.process = process;
        this.out = new BufferedOutputStream(process.getOutputStream());
    }

    static PagerProcess start(String command) throws IOException {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        ProcessBuilder builder =
                windows ? new ProcessBuilder("cmd.exe", "/c", command) : new ProcessBuilder("/bin/sh", "-c", command);
        // Wide rows scroll sideways and the page stays on the screen, unless the user has told the pager otherwise.
        builder.environment().putIfAbsent("LESS", "FRSX");
        builder.redirectOutput(ProcessBuilder.Redirect.INHERIT).redirectError(ProcessBuilder.Redirect.INHERIT);
        return new PagerProcess(builder.start());
    }

    /** @throws IOException the user left the pager */
    void write(byte[] bytes, int offset, int count) throws IOException {
        out.write(bytes, offset, count);
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            // The user left before the end.
        }
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
