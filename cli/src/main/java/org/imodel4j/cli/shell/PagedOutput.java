package org.imodel4j.cli.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;

/**
 * Output that stops when the screen is full. What fits on one screen is simply printed. What does not goes to the user's pager;
 * where there is none, a line at the end of each page waits for a key.
 *
 * <p>Leaving either makes the next write fail, so that whoever prints stops.
 */
final class PagedOutput extends OutputStream {
    private static final String QUESTION = "-- more: space, line: enter, end: q --";
    private static final long POLL_MILLIS = 100;

    private final Terminal terminal;
    private final Cancellation cancellation;
    private final String command;
    private final int height;
    private final int width;
    private byte[] held = new byte[1 << 13];
    private int heldBytes;
    private int linesLeft;
    private int column;
    private boolean paging;
    private @Nullable PagerProcess process;

    /** @param command the pager as a command of the shell; blank for none */
    PagedOutput(Terminal terminal, boolean paged, Cancellation cancellation, String command) {
        this.terminal = terminal;
        this.cancellation = cancellation;
        this.command = command;
        this.width = terminal.getColumns();
        boolean dumb =
                Terminal.TYPE_DUMB.equals(terminal.getType()) || Terminal.TYPE_DUMB_COLOR.equals(terminal.getType());
        this.height = paged && !dumb ? terminal.getRows() : 0;
        this.linesLeft = height - 1;
    }

    private boolean isPaged() {
        return height > 2 && width > 0;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        if (!isPaged()) {
            terminal.output().write(bytes, offset, count);
            return;
        }
        PagerProcess pager = process;
        if (pager != null) {
            pager.write(bytes, offset, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            if (linesLeft <= 0) {
                full();
                pager = process;
                if (pager != null) {
                    pager.write(bytes, offset + i, count - i);
                    return;
                }
            }
            hold(bytes[offset + i]);
        }
    }

    /** Counts lines as the terminal will break them. */
    private void hold(byte value) {
        if (heldBytes == held.length) {
            held = Arrays.copyOf(held, heldBytes * 2);
        }
        held[heldBytes++] = value;
        if (value == '\n') {
            linesLeft--;
            column = 0;
        } else if ((value & 0xc0) != 0x80 && ++column > width) {
            linesLeft--;
            column = 1;
        }
    }

    private void full() throws IOException {
        if (!paging && !command.isBlank()) {
            PagerProcess pager = PagerProcess.start(command);
            process = pager;
            pager.write(held, 0, heldBytes);
            heldBytes = 0;
            return;
        }
        paging = true;
        release();
        linesLeft = ask();
    }

    private void release() throws IOException {
        terminal.output().write(held, 0, heldBytes);
        terminal.flush();
        heldBytes = 0;
    }

    /** Waits for a key; how many lines may follow. */
    private int ask() throws IOException {
        terminal.writer().print(QUESTION);
        terminal.writer().flush();
        Attributes before = terminal.enterRawMode();
        try {
            while (true) {
                int key = cancellation.isWanted() ? 'q' : terminal.reader().read(POLL_MILLIS);
                switch (key) {
                    case ' ', 'f' -> {
                        return height - 1;
                    }
                    case '\r', '\n', 'j' -> {
                        return 1;
                    }
                    case 'q', 'Q', 3, 4, 27, NonBlockingReader.EOF ->
                        throw new IOException("The reader has seen enough");
                    default -> {
                        // Another key means nothing, and a time that passed without one is asked again.
                    }
                }
            }
        } finally {
            terminal.setAttributes(before);
            terminal.writer().print("\r" + " ".repeat(QUESTION.length()) + "\r");
            terminal.writer().flush();
        }
    }

    @Override
    public void flush() throws IOException {
        if (!isPaged()) {
            terminal.flush();
        }
    }

    /** Shows what is held; waits until the user leaves the pager. */
    @Override
    public void close() throws IOException {
        PagerProcess pager = process;
        if (pager != null) {
            process = null;
            pager.close();
            return;
        }
        if (isPaged()) {
            release();
        }
        terminal.flush();
    }
}
