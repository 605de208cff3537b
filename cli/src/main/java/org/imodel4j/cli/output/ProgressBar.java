package org.imodel4j.cli.output;

import java.io.PrintStream;
import java.util.Locale;

/** Shows how much of long work is done, on one line that disappears with it; silent when nobody watches or it is short. */
public final class ProgressBar implements AutoCloseable {
    private static final long QUIET_NANOS = 300_000_000;
    private static final long STEP_NANOS = 100_000_000;
    private static final int WIDTH = 24;

    private final PrintStream err;
    private final boolean watched;
    private final String unit;
    private final long expected;
    private long nextNanos = System.nanoTime() + QUIET_NANOS;
    private boolean shown;
    private long count;

    /**
     * @param unit what is counted, such as {@code rows}
     * @param expected how many there will be, about
     */
    public ProgressBar(Terminal terminal, String unit, long expected) {
        this.err = terminal.err();
        this.watched = terminal.errIsWatched();
        this.unit = unit;
        this.expected = Math.max(1, expected);
    }

    /** One more is done. */
    public void step() {
        count++;
        if (watched && (count & 0x1f) == 0) {
            show();
        }
    }

    private void show() {
        long now = System.nanoTime();
        if (now - nextNanos >= 0) {
            nextNanos = now + STEP_NANOS;
            shown = true;
            err.print("\r" + line(count, expected, unit) + "\u001b[K");
            err.flush();
        }
    }

    static String line(long count, long expected, String unit) {
        int percent = (int) Math.min(100, 100 * count / expected);
        int full = percent * WIDTH / 100;
        return String.format(
                Locale.ROOT, "[%s%s] %3d %%  %,d %s", "#".repeat(full), "-".repeat(WIDTH - full), percent, count, unit);
    }

    @Override
    public void close() {
        if (shown) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
