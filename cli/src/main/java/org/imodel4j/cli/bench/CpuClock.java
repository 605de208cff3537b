package org.imodel4j.cli.bench;

import com.sun.management.OperatingSystemMXBean;

/**
 * The processor time of this process since a moment.
 *
 * <p>The kernel's sum over living threads is exact, but what a thread used is gone when it ends; the time of the whole process
 * forgets nothing, but moves in steps of 10 ms. Where the two are far apart, a thread has ended, and the second one is right.
 */
final class CpuClock {
    private static final double STEP_MS = 10;
    private static final int LOOKS = 20;

    private final OperatingSystemMXBean system;
    private final long wholeNanos;
    private final double threadsMs;

    private CpuClock(OperatingSystemMXBean system, long wholeNanos, double threadsMs) {
        this.system = system;
        this.wholeNanos = wholeNanos;
        this.threadsMs = threadsMs;
    }

    /** What reading the clock costs by itself: the least of several looks at nothing. To be taken off what it tells. */
    static double ownMs(OperatingSystemMXBean system) {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < LOOKS; i++) {
            least = Math.min(least, start(system).elapsedMs());
        }
        return least;
    }

    static CpuClock start(OperatingSystemMXBean system) {
        return new CpuClock(system, system.getProcessCpuTime(), ProcessGauge.cpuMs());
    }

    double elapsedMs() {
        double threads = ProcessGauge.cpuMs() - threadsMs;
        double whole = (system.getProcessCpuTime() - wholeNanos) / 1e6;
        return threads > 0 && Math.abs(threads - whole) <= 2 * STEP_MS ? threads : whole;
    }
}
