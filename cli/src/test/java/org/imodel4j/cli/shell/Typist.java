package org.imodel4j.cli.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.imodel4j.cli.output.Layout;
import org.imodel4j.cli.output.Naming;
import org.imodel4j.cli.query.OpenFile;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.jspecify.annotations.Nullable;

/** A shell at a terminal in memory, and who types there. What is typed is seen as keys, what is shown as text. */
final class Typist implements AutoCloseable {
    private final PipedOutputStream keys = new PipedOutputStream();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Terminal terminal;
    private final FutureTask<Void> shell;

    Typist(OpenFile file, String type, String pager, @Nullable Path history) throws IOException {
        terminal =
                new ExternalTerminal("test", type, new PipedInputStream(keys, 1 << 16), shown, StandardCharsets.UTF_8);
        terminal.setSize(Size.of(100, 10));
        Settings settings = new Settings(Layout.table, Naming.js);
        InteractiveShell interactive = new InteractiveShell(terminal, file, "types", settings, pager, history);
        shell = new FutureTask<>(interactive::run, null);
        Thread.ofPlatform().daemon().start(shell);
    }

    Typist type(String text) throws IOException {
        keys.write(text.getBytes(StandardCharsets.UTF_8));
        keys.flush();
        return this;
    }

    String screen() {
        return shown.toString(StandardCharsets.UTF_8).replace("\r", "");
    }

    /** Waits until a text is shown. The test's time limit is the only one. */
    Typist see(String text) {
        try {
            while (!screen().contains(text)) {
                Thread.sleep(5);
            }
        } catch (InterruptedException timeOut) {
            throw new AssertionError("Not seen: " + text + "\nbut: " + screen(), timeOut);
        }
        return this;
    }

    /** Waits until the shell has ended; all that was shown. */
    String ended() throws InterruptedException, ExecutionException {
        shell.get();
        return screen();
    }

    @Override
    public void close() throws IOException {
        terminal.close();
        keys.close();
    }
}
