package org.imodel4j.cli.export;

import java.io.PrintStream;
import java.util.Locale;
import org.imodel4j.cli.output.Terminal;
import org.imodel4j.cli.query.OpenFile;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.error.IModelException;
import org.jspecify.annotations.Nullable;

/**
 * A bar on the error stream that shows how far an export is; silent when nobody watches, and for exports that take no second.
 * How many rows there will be is counted at the same time on a connection of its own; until that is known, and where it can't
 * be counted, there is only the number of rows so far.
 */
final class ExportProgress implements AutoCloseable {
    private static final long QUIET_NANOS = 1_000_000_000;
    private static final long STEP_NANOS = 200_000_000;
    private static final int BAR = 24;

    private final PrintStream err;
    private final boolean watched;
    private final OpenFile file;
    private final RowExport export;
    private final long startNanos = System.nanoTime();
    private long nextNanos = startNanos + QUIET_NANOS;
    private long count;
    private boolean shown;
    private volatile long total = -1;
    private volatile boolean closed;
    private volatile @Nullable ReadConnection counting;

    /** @param toTerminal rows go to the output of the terminal; on a screen they show well enough that something happens */
    ExportProgress(Terminal terminal, boolean toTerminal, OpenFile file, RowExport export) {
        this.err = terminal.err();
        this.watched = terminal.errIsWatched() && !(toTerminal && terminal.outIsWatched());
        this.file = file;
        this.export = export;
    }

    /** One more row is written. */
    void step() {
        count++;
        if (watched && (count & 0xff) == 0) {
            show();
        }
    }

    private void show() {
        long now = System.nanoTime();
        if (now - nextNanos < 0) {
            return;
        }
        if (!shown) {
            shown = true;
            Thread.ofPlatform().daemon().start(this::countAll);
        }
        nextNanos = now + STEP_NANOS;
        err.print("\r" + line(count, total, now - startNanos) + "\u001b[K");
        err.flush();
    }

    /** @param total negative while it is not known */
    static String line(long count, long total, long nanos) {
        long rate = Math.round(count * 1e9 / Math.max(1, nanos));
        if (total < count) {
            return String.format(Locale.ROOT, "%,d rows, %,d/s", count, rate);
        }
        double part = total == 0 ? 1 : (double) count / total;
        int full = (int) (part * BAR);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3d %%  %,d of %,d rows, %,d/s",
                "#".repeat(full),
                "-".repeat(BAR - full),
                (int) (part * 100),
                count,
                total,
                rate);
    }

    private void countAll() {
        try {
            total = file.read(connection -> {
                counting = connection;
                try (ECSqlCursor cursor =
                        connection.query("SELECT COUNT(*) FROM (" + export.ecsql() + "\n)", export.arguments())) {
                    return !closed && cursor.step() ? cursor.getLong(0) : -1L;
                } finally {
                    counting = null;
                }
            });
        } catch (IModelException notCountable) {
            // A statement that can't stand in another one, or the export ended first: the bar does without.
            total = -1;
        }
    }

    @Override
    public void close() {
        closed = true;
        ReadConnection running = counting;
        if (running != null) {
            running.interrupt();
        }
        if (shown) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
