package org.imodel4j.host;

import org.jspecify.annotations.Nullable;

/**
 * What a host needs of the platform below it and can not have from the classes that exist on every one, Android included.
 *
 * <p>All methods are called from any thread.
 */
public interface HostEnvironment {
    /** A new thread that is not started yet and does not keep the process alive. It has to be one that may block in SQLite. */
    Thread newQueryThread(Runnable work, String name);

    /**
     * Begins work that may wait for others, such as answering a frontend, at once and beside everything else. A thread of its own
     * unless the platform has something cheaper.
     */
    default void begin(Runnable work, String name) {
        newQueryThread(work, name).start();
    }

    /** The processor time of the calling thread in nanoseconds, from any fixed start. */
    long threadCpuNanos();

    ProcessFigures processFigures();

    /**
     * Changes what is logged of a category of iTwin.js: 0 trace, 1 info, 2 warnings, 3 errors, 4 nothing. Where logging can not be
     * changed from inside the process, nothing happens.
     */
    default void setLogLevel(String category, int level) {}

    /**
     * A copy of a PNG or JPEG image in another size, as JPEG or else as PNG. Null where images can not be changed, or not this one.
     *
     * @param width in pixels, at least 1
     * @param height in pixels, at least 1
     */
    default byte @Nullable [] scaledImage(byte[] image, int width, int height, boolean asJpeg) {
        return null;
    }

    /** An environment that every Java has: coarse, and enough for a host inside another application. */
    static HostEnvironment portable() {
        return new PortableEnvironment();
    }
}
