package org.imodel4j.cli.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.imodel4j.json.JsonObject;

/**
 * The line of one workload: wall and processor time of its runs.
 *
 * <p>{@code first_ms} is the very first run, before the JVM has compiled anything.
 */
final class Figures {
    /** What is measured; returns how many units it did. */
    interface Run {
        long units();
    }

    /** A run that needs something made before the clock starts, and taken away after it has stopped. */
    record Prepared(Run run, Runnable after) {}

    interface Preparation {
        Prepared prepare();
    }

    private static final long QUIET_MS = 400;
    private static final long LONGEST_WAIT_NANOS = 5_000_000_000L;

    private Figures() {}

    /** Runs {@code warm} times unmeasured, then {@code reps} times measured. */
    static JsonObject.Builder measure(String workload, int warm, int reps, Run run) {
        Prepared prepared = new Prepared(run, () -> {});
        return prepared(workload, warm, reps, () -> prepared);
    }

    /** As {@link #measure}, each run after a preparation of its own. */
    static JsonObject.Builder prepared(String workload, int warm, int reps, Preparation preparation) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        double firstMs = 0;
        for (int i = 0; i < warm; i++) {
            Prepared prepared = preparation.prepare();
            long start = System.nanoTime();
            prepared.run().units();
            firstMs = i == 0 ? (System.nanoTime() - start) / 1e6 : firstMs;
            prepared.after().run();
        }
        letCompilersFinish();
        double clockMs = CpuClock.ownMs(system);
        double[] wall = new double[reps];
        double[] cpu = new double[reps];
        long units = 0;
        for (int i = 0; i < reps; i++) {
            Prepared prepared = preparation.prepare();
            System.gc();
            CpuClock clock = CpuClock.start(system);
            long start = System.nanoTime();
            units = prepared.run().units();
            wall[i] = (System.nanoTime() - start) / 1e6;
            cpu[i] = Math.max(0, clock.elapsedMs() - clockMs);
            prepared.after().run();
        }
        JsonObject.Builder line = line(workload, units, wall, cpu, ProcessGauge.peakMb());
        return warm > 0 ? line.put("first_ms", rounded(firstMs, 2)) : line;
    }

    /** The JVM compiles behind the back of what it runs; what the warm-up has ordered does not belong to the measured runs. */
    private static void letCompilersFinish() {
        CompilationMXBean compilation = ManagementFactory.getCompilationMXBean();
        if (compilation == null || !compilation.isCompilationTimeMonitoringSupported()) {
            return;
        }
        long end = System.nanoTime() + LONGEST_WAIT_NANOS;
        long before = -1;
        try {
            for (long now = 0; now != before && System.nanoTime() < end; now = compilation.getTotalCompilationTime()) {
                before = now;
                Thread.sleep(QUIET_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static JsonObject.Builder line(String workload, long units, double[] wall, double[] cpu, long rssMb) {
        double median = median(wall);
        return JsonObject.builder()
                .put("workload", workload)
                .put("n", units)
                .put("median_ms", rounded(median, 2))
                .put("ops_per_s", rounded(units / median * 1000, 1))
                .put("rss_mb", rssMb)
                .put("min_ms", rounded(Arrays.stream(wall).min().orElse(0), 2))
                .put("cpu_ms", rounded(median(cpu), 1))
                .put("runs", wall.length);
    }

    /** The line of a workload that is no matter of time. */
    static JsonObject.Builder still(String workload, long rssMb) {
        return JsonObject.builder()
                .put("workload", workload)
                .put("n", 1)
                .put("median_ms", 0)
                .put("ops_per_s", 0)
                .put("rss_mb", rssMb);
    }

    static double rounded(double value, int digits) {
        double scale = Math.pow(10, digits);
        return Math.round(value * scale) / scale;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
