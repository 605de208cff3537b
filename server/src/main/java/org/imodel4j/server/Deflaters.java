package org.imodel4j.server;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.zip.Deflater;

/**
 * Keeps a few deflaters for the next answer: each holds a quarter of a megabyte outside the heap and is slow to make. Safe for
 * use by many threads.
 */
final class Deflaters implements AutoCloseable {
    private final BlockingQueue<Deflater> spare;

    Deflaters(int kept) {
        this.spare = new ArrayBlockingQueue<>(kept);
    }

    /** One for raw deflate data at the level that costs least time; give it back. */
    Deflater take() {
        Deflater deflater = spare.poll();
        return deflater == null ? new Deflater(Deflater.BEST_SPEED, true) : deflater;
    }

    void giveBack(Deflater deflater) {
        deflater.reset();
        if (!spare.offer(deflater)) {
            deflater.end();
        }
    }

    @Override
    public void close() {
        for (Deflater deflater = spare.poll(); deflater != null; deflater = spare.poll()) {
            deflater.end();
        }
    }
}
