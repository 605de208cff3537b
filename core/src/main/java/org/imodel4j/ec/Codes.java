package org.imodel4j.ec;

/** Enumerators that are stored as consecutive numbers from 0. */
public final class Codes {
    private Codes() {}

    /** Files of newer software may hold numbers that this one does not know; they read as {@code unknown}. */
    public static <E> E of(E[] values, long code, E unknown) {
        return code >= 0 && code < values.length ? values[(int) code] : unknown;
    }
}
