package org.imodel4j.cli.output;

import java.io.PrintStream;
import java.util.Locale;

/** Tells a person that long work goes on, on one line that disappears with it; silent when nobody watches or it is short. */
public final class Progress implements AutoCloseable {
    private static final long QUIET_NANOS = 1_000_000_000;
    private static final long STEP_NANOS = 200_000_000;

    private final PrintStream err;
    private final boolean watched;
    private final String unit;
    private long nextNanos = System.nanoTime() + QUIET_NANOS;
    private boolean shown;
    private long count;

    /** @param unit what is counted, such as {@code rows} */
    public Progress(Terminal terminal, String unit) {
        this.err = terminal.err();
        // Lines of results on the same screen show better than any counter that something happens.
        this.watched = terminal.errIsWatched() && !terminal.outIsWatched();
        this.unit = unit;
    }

    /** One more is done. */
    public void step() {
        count++;
        if (watched && (count & 0xff) == 0) {
            show();
        }
    }

    private void show() {
        long now = System.nanoTime();
        if (now - nextNanos >= 0) {
            nextNanos = now + STEP_NANOS;
            shown = true;
            err.print("\r" + String.format(Locale.ROOT, "%,d", count) + " " + unit + " \u2026");
            err.flush();
        }
    }

    @Override
    public void close() {
        if (shown) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
