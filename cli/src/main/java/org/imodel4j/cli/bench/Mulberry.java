package org.imodel4j.cli.bench;

/** The generator of random numbers (mulberry32) with which the benchmark picks the same elements everywhere. */
final class Mulberry {
    private int state;

    Mulberry(int seed) {
        this.state = seed;
    }

    /** The next number in [0, 1). */
    double next() {
        state += 0x6D2B79F5;
        int t = (state ^ (state >>> 15)) * (state | 1);
        t ^= t + (t ^ (t >>> 7)) * (t | 61);
        return Integer.toUnsignedLong(t ^ (t >>> 14)) / 4294967296.0;
    }

    /** The next integer in [0, bound). */
    int below(int bound) {
        return (int) (next() * bound);
    }
}
