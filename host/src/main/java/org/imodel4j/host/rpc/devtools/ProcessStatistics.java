package org.imodel4j.host.rpc.devtools;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.host.IModelHost;
import org.imodel4j.host.Platform;
import org.imodel4j.host.ProcessFigures;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/**
 * What {@code stats} answers: numbers, memory in megabytes of 1024 × 1024 bytes, or the same as text with units. A figure that the platform
 * does not tell is 0. Processor shares per kind of work are not known to Java and 0 as well.
 */
final class ProcessStatistics {
    private static final List<String> TIMES = List.of("user", "nice", "sys", "idle", "irq");

    private final boolean formatted;

    private ProcessStatistics(boolean formatted) {
        this.formatted = formatted;
    }

    static JsonObject of(IModelHost host, boolean formatted) {
        ProcessFigures figures = host.configuration().environment().processFigures();
        return new ProcessStatistics(formatted).json(figures);
    }

    private JsonObject json(ProcessFigures f) {
        List<JsonValue> cpus = new ArrayList<>();
        for (ProcessFigures.Cpu cpu : f.cpus()) {
            JsonObject.Builder times = JsonObject.builder();
            TIMES.forEach(kind -> times.put(kind, unit(0, "%")));
            cpus.add(JsonObject.builder()
                    .put("model", cpu.model())
                    .put("speed", unit(cpu.mhz(), " MHz"))
                    .put("times", times.build())
                    .build());
        }
        JsonObject os = JsonObject.builder()
                .put("platform", Platform.current().platformName())
                .put("hostname", f.hostname())
                .put("totalmem", memory(f.totalMemory()))
                .put("freemem", memory(f.freeMemory()))
                .put("uptime", unit(f.systemUptime(), " secs"))
                .put("cpus", new JsonArray(cpus))
                .put("cpuUsage", unit(Math.round(f.cpuUsage() * 100), "%"))
                .build();
        JsonObject memory = JsonObject.builder()
                .put("rss", memory(f.residentMemory()))
                .put("heapTotal", memory(f.heapTotal()))
                .put("heapUsed", memory(f.heapUsed()))
                .put("external", memory(f.offHeap()))
                .put("arrayBuffers", memory(0))
                .build();
        JsonObject process = JsonObject.builder()
                .put("uptime", unit(f.processUptime(), " secs"))
                .put("pid", f.pid())
                .put("ppid", f.parentPid())
                .put("memoryUsage", memory)
                .build();
        return JsonObject.builder().put("os", os).put("process", process).build();
    }

    private JsonValue memory(long bytes) {
        double megabytes = Math.round(Math.max(0, bytes) / 1048576.0 * 100) / 100.0;
        return unit(megabytes, " MB");
    }

    private JsonValue unit(double value, String unit) {
        double known = Math.max(0, value);
        return formatted ? JsonValue.of(Math.round(known) + unit) : JsonValue.of(known);
    }
}
