package org.imodel4j.cli.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.IModelHost;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.imodel.SnapshotDb;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/**
 * From the start of a process to a host that is ready.
 *
 * <p>The child prints {@code READY} and the monotonic clock, which all processes of a Linux machine share, so that its own end is
 * not measured. One run is not counted: it fills the page cache.
 */
final class StartupWorkloads {
    private static final int RUNS = 5;

    private StartupWorkloads() {}

    static JsonObject measure(String name, Settings settings) {
        int runs = settings.reps(RUNS);
        double[] wall = new double[runs];
        double[] cpu = new double[runs];
        long rss = 0;
        for (int i = -1; i < runs; i++) {
            long start = System.nanoTime();
            JsonObject child = child(name, settings);
            if (i >= 0) {
                wall[i] = (number(child, "nanos") - start) / 1e6;
                cpu[i] = child.number("cpu_ms") instanceof JsonValue.Number ms ? ms.value() : 0;
                rss = number(child, "rss_mb");
            }
        }
        return Figures.line(name, 1, wall, cpu, rss).build();
    }

    private static long number(JsonObject json, String name) {
        return json.number(name) instanceof JsonValue.Number number ? number.exact() : 0;
    }

    private static JsonObject child(String name, Settings settings) {
        String kind = name.substring(name.lastIndexOf('.') + 1);
        try {
            Process process = SelfCommand.with(
                            "bench", "--probe", kind, "--data", settings.data().toString())
                    .start();
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    if (line.startsWith("READY ") && Json.parse(line.substring(6)) instanceof JsonObject json) {
                        process.waitFor();
                        return json;
                    }
                }
            }
            throw new IModelException(Status.BAD_ARG, "The child ended before it was ready").with("probe", kind);
        } catch (IOException e) {
            throw new IModelException(Status.BAD_ARG, "The launcher can not be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IModelException(Status.BAD_ARG, "Interrupted while waiting for a child", e);
        }
    }

    /** What the child does; returns the text behind {@code READY}. */
    static JsonObject probe(String kind, Settings settings) {
        try (Scratch scratch = new Scratch();
                IModelHost host = host(scratch)) {
            if (kind.equals("query")) {
                count(settings);
            }
            return JsonObject.builder()
                    .put("nanos", System.nanoTime())
                    .put("cpu_ms", Figures.rounded(ProcessGauge.cpuMs(), 1))
                    .put("rss_mb", ProcessGauge.peakMb())
                    .put("valid", host.isValid())
                    .build();
        }
    }

    private static long count(Settings settings) {
        try (SnapshotDb db = SnapshotDb.open(settings.file("small"))) {
            return db.read(connection -> {
                try (ECSqlCursor cursor = connection.query("SELECT COUNT(*) FROM bis.Element")) {
                    return cursor.step() ? cursor.getLong(0) : 0L;
                }
            });
        }
    }

    /** The memory of a host that has opened nothing, half a second after it was ready. */
    static JsonObject idle(String name, Settings settings) {
        try (Scratch scratch = new Scratch();
                IModelHost host = host(scratch)) {
            Thread.sleep(500);
            Runtime runtime = Runtime.getRuntime();
            long heap = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
            return Figures.still(name, host.isValid() ? ProcessGauge.residentMb() : 0)
                    .put("heap_mb", heap)
                    .build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IModelException(Status.BAD_ARG, "Interrupted while idle", e);
        }
    }

    private static IModelHost host(Scratch scratch) {
        return IModelHost.startup(
                IModelHostConfiguration.builder().cacheDir(scratch.directory()).build());
    }

    /** A cache directory for one process. */
    static final class Scratch implements AutoCloseable {
        private final Path directory;

        Scratch() {
            try {
                directory = Files.createTempDirectory("imodel-bench");
            } catch (IOException e) {
                throw new IModelException(Status.BAD_ARG, "No temporary directory can be made", e);
            }
        }

        Path directory() {
            return directory;
        }

        @Override
        public void close() {
            try (var all = Files.walk(directory)) {
                for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException e) {
                throw new IModelException(Status.BAD_ARG, "Temporary directory can not be removed", e);
            }
        }
    }
}
