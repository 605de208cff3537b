package org.imodel4j.cli.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** What the Linux kernel tells about this process and others; zero where there is no such kernel or process. */
final class ProcessGauge {
    private static final Path SELF = Path.of("/proc/self");
    /** The place of utime in stat, counted from the end of the name; stime follows it. */
    private static final int UTIME = 12;

    private static final double TICK_MS = 10;

    private ProcessGauge() {}

    /** The most memory that was ever resident, in MB. */
    static long peakMb() {
        return status(SELF, "VmHWM:");
    }

    /** The resident memory, in MB. */
    static long residentMb() {
        return status(SELF, "VmRSS:");
    }

    /** Processor time of all threads that still live, in milliseconds; costs no further classes, unlike the management beans. */
    static double cpuMs() {
        long nanos = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(SELF.resolve("task"))) {
            for (Path thread : threads) {
                nanos += threadNanos(thread);
            }
        } catch (IOException e) {
            return 0;
        }
        return nanos / 1e6;
    }

    private static long threadNanos(Path thread) throws IOException {
        try {
            String line = Files.readString(thread.resolve("schedstat"));
            return Long.parseLong(line.substring(0, line.indexOf(' ')));
        } catch (NoSuchFileException e) {
            // The thread has ended since it was listed.
            return 0;
        }
    }

    /** How many processes wanted to run during the last minute. */
    static double load() {
        try {
            return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0]);
        } catch (IOException e) {
            return 0;
        }
    }

    /** As {@link #peakMb()}, of another process. */
    static long peakMb(long pid) {
        return status(of(pid), "VmHWM:");
    }

    /** As {@link #residentMb()}, of another process. */
    static long residentMb(long pid) {
        return status(of(pid), "VmRSS:");
    }

    /** Processor time of another process, of threads that have ended too, in milliseconds and steps of ten of them. */
    static double cpuMs(long pid) {
        try {
            String stat = Files.readString(of(pid).resolve("stat"));
            // The second field is the name in parentheses, which may have blanks.
            String[] fields = stat.substring(stat.lastIndexOf(')')).split(" ", -1);
            return (Long.parseLong(fields[UTIME]) + Long.parseLong(fields[UTIME + 1])) * TICK_MS;
        } catch (IOException e) {
            return 0;
        }
    }

    private static Path of(long pid) {
        return Path.of("/proc", String.valueOf(pid));
    }

    private static long status(Path process, String name) {
        try {
            List<String> lines = Files.readAllLines(process.resolve("status"));
            for (String line : lines) {
                if (line.startsWith(name)) {
                    return Math.round(Long.parseLong(line.replaceAll("\\D", "")) / 1024.0);
                }
            }
        } catch (IOException e) {
            return 0;
        }
        return 0;
    }
}
