package org.imodel4j.cli.shell;

import java.io.OutputStream;
import java.util.List;
import org.jline.terminal.Terminal;

/** Everything to the terminal, results a page at a time. */
record TerminalScreen(Terminal terminal, Settings settings, Cancellation cancellation, String pager) implements Screen {
    @Override
    public OutputStream results() {
        return new PagedOutput(terminal, settings.pager, cancellation, pager);
    }

    @Override
    public void say(String line) {
        terminal.writer().println(line);
        terminal.writer().flush();
    }

    @Override
    public void fail(List<String> lines, String oneLine) {
        lines.forEach(this::say);
    }
}
