package org.imodel4j.host;

import java.util.List;

/**
 * What a process knows of itself and its machine at one moment. Sizes are bytes, times seconds; -1 where a platform does
 * not tell.
 */
public record ProcessFigures(
        long pid,
        long parentPid,
        double processUptime,
        double systemUptime,
        long residentMemory,
        long heapTotal,
        long heapUsed,
        long offHeap,
        long totalMemory,
        long freeMemory,
        double cpuUsage,
        String hostname,
        List<Cpu> cpus) {
    public ProcessFigures {
        cpus = List.copyOf(cpus);
    }

    /** One logical processor; {@code mhz} is 0 where it is not known. */
    public record Cpu(String model, int mhz) {}
}
