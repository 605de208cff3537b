package org.imodel4j.cli.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.imodel4j.cli.output.OutputClosed;
import org.imodel4j.cli.output.Terminal;

/** Results to the output, the rest to the error stream, one line for each failure: what scripts expect. */
record PipedScreen(Terminal terminal) implements Screen {
    @Override
    public OutputStream results() {
        return new Results(terminal.out());
    }

    @Override
    public void say(String line) {
        terminal.err().println(line);
    }

    @Override
    public void fail(List<String> lines, String oneLine) {
        terminal.err().println("imodel: " + oneLine.strip().replaceAll("\\s*\\R\\s*", " "));
    }

    /** Stays open for the next statement; when nobody reads any more, all of them have ended. */
    private static final class Results extends OutputStream {
        private final OutputStream out;

        Results(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) {
            try {
                out.write(bytes, offset, count);
            } catch (IOException e) {
                throw new OutputClosed(e);
            }
        }
    }
}
