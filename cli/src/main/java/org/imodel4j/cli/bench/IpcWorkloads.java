package org.imodel4j.cli.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.JsonObject;

/**
 * Functions called over the websocket of a server, ours or another one: {@code --url} names it, {@code --pid} its process on this machine.
 *
 * <ul>
 *   <li>{@code ipc.invoke.cN}: a function that every server has and that does next to nothing, N calls in flight;
 *   <li>{@code ipc.own.cN}: the same with a function of an application;
 *   <li>{@code ipc.busy}: one such call at a time, while the same connection waits for a call of ten seconds and a result of 100 MB;
 *   <li>{@code ipc.bytes}: a result of 100 MB;
 *   <li>{@code ipc.idle}: 1000 connections that do nothing.
 * </ul>
 *
 * <p>The processor time of the server is that of its whole process, in steps of 10 ms; that of this process is told as well.
 */
final class IpcWorkloads {
    private static final NoOp BUILT_IN = new NoOp("itwinjs-core/ipc-app", "queryConcurrency", "[\"cpu\"]");
    private static final NoOp OWN = new NoOp(IpcServer.CHANNEL, "nothing", "[]");
    private static final int MANY = 100_000_000;
    private static final int PAUSE_MILLIS = 10_000;
    private static final int IDLE = 1000;

    private IpcWorkloads() {}

    /** A call that does nothing. */
    private record NoOp(String channel, String function, String arguments) {
        long invoke(IpcClient client) throws IOException {
            return client.invoke(channel, function, arguments);
        }
    }

    static void addTo(Map<String, Workload> all) {
        all.put("ipc.invoke.c1", (name, settings) -> invoke(name, settings, BUILT_IN, 1, 10_000));
        all.put("ipc.invoke.c64", (name, settings) -> invoke(name, settings, BUILT_IN, 64, 100_000));
        all.put("ipc.own.c1", (name, settings) -> invoke(name, settings, OWN, 1, 10_000));
        all.put("ipc.own.c64", (name, settings) -> invoke(name, settings, OWN, 64, 100_000));
        all.put("ipc.busy", IpcWorkloads::busy);
        all.put("ipc.bytes", IpcWorkloads::bytes);
        all.put("ipc.idle", IpcWorkloads::idle);
    }

    private static JsonObject invoke(String name, Settings settings, NoOp what, int inFlight, int count) {
        return with(name, settings, server -> {
            try (IpcClient client = new IpcClient(server.url())) {
                for (int i = 0; i < settings.warm(); i++) {
                    calls(client, what, inFlight, count);
                }
                int reps = settings.reps(5);
                double[][] latencies = new double[reps][];
                double[] rates = new double[reps];
                double[] cpu = new double[reps];
                double[] own = new double[reps];
                for (int i = 0; i < reps; i++) {
                    Gauge gauge = Gauge.start(server);
                    latencies[i] = calls(client, what, inFlight, count);
                    rates[i] = count / gauge.seconds();
                    cpu[i] = gauge.serverCpuMs() / count;
                    own[i] = gauge.ownCpuMs() / count;
                }
                double[] all = sorted(latencies);
                Arrays.sort(rates);
                Arrays.sort(cpu);
                Arrays.sort(own);
                return JsonObject.builder()
                        .put("n", count)
                        .put("median_ms", Figures.rounded(all[all.length / 2], 4))
                        .put("ops_per_s", Figures.rounded(rates[reps / 2], 1))
                        .put("p99_ms", Figures.rounded(all[(int) (all.length * 0.99)], 4))
                        .put("max_ms", Figures.rounded(all[all.length - 1], 3))
                        .put("cpu_ms_per_req", Figures.rounded(cpu[reps / 2], 5))
                        .put("min_cpu_ms_per_req", Figures.rounded(cpu[0], 5))
                        .put("own_cpu_ms_per_req", Figures.rounded(own[reps / 2], 5))
                        .put("runs", reps);
            }
        });
    }

    /** How long each of some calls took, in milliseconds. */
    private static double[] calls(IpcClient client, NoOp what, int inFlight, int count) throws IOException {
        long[] begun = new long[inFlight];
        double[] took = new double[count];
        long first = 0;
        for (int i = 0; i < count + inFlight; i++) {
            long slot = 0;
            if (i >= inFlight) {
                IpcClient.Answer answer = client.next();
                check(answer);
                slot = (answer.request() - first) % inFlight;
                took[i - inFlight] = (System.nanoTime() - begun[(int) slot]) / 1e6;
            }
            if (i < count) {
                long now = System.nanoTime();
                long request = what.invoke(client);
                first = i == 0 ? request : first;
                begun[(int) ((request - first) % inFlight)] = now;
            }
        }
        return took;
    }

    private static void check(IpcClient.Answer answer) {
        if (answer.failed()) {
            throw new IModelException(Status.BAD_REQUEST, "the server answered an error");
        }
    }

    private static JsonObject busy(String name, Settings settings) {
        return with(name, settings, server -> {
            try (IpcClient client = new IpcClient(server.url())) {
                for (int i = 0; i < settings.warm(); i++) {
                    calls(client, BUILT_IN, 1, 2000);
                }
                long pause = client.invoke(IpcServer.CHANNEL, "pause", "[" + PAUSE_MILLIS + "]");
                long bytes = client.invoke(IpcServer.CHANNEL, "bytes", "[" + MANY + "]");
                List<Double> took = new ArrayList<>();
                long binary = 0;
                for (boolean waiting = true; waiting; ) {
                    long start = System.nanoTime();
                    long asked = BUILT_IN.invoke(client);
                    for (IpcClient.Answer answer = client.next(); answer.request() != asked; answer = client.next()) {
                        check(answer);
                        waiting &= answer.request() != pause;
                        binary += answer.request() == bytes ? answer.binaryBytes() : 0;
                    }
                    took.add((System.nanoTime() - start) / 1e6);
                }
                double[] all =
                        took.stream().mapToDouble(Double::doubleValue).sorted().toArray();
                return JsonObject.builder()
                        .put("n", all.length)
                        .put("median_ms", Figures.rounded(all[all.length / 2], 4))
                        .put("ops_per_s", Figures.rounded(all.length * 1000.0 / PAUSE_MILLIS, 1))
                        .put("p99_ms", Figures.rounded(all[(int) (all.length * 0.99)], 4))
                        .put("max_ms", Figures.rounded(all[all.length - 1], 3))
                        .put("bytes", binary);
            }
        });
    }

    private static JsonObject bytes(String name, Settings settings) {
        return with(name, settings, server -> {
            try (IpcClient client = new IpcClient(server.url())) {
                int reps = settings.reps(5);
                double[] wall = new double[reps];
                double[] cpu = new double[reps];
                for (int i = -1; i < reps; i++) {
                    Gauge gauge = Gauge.start(server);
                    client.invoke(IpcServer.CHANNEL, "bytes", "[" + MANY + "]");
                    check(client.next());
                    if (i >= 0) {
                        wall[i] = gauge.seconds() * 1000;
                        cpu[i] = gauge.serverCpuMs();
                    }
                }
                return Figures.line(name, MANY, wall, cpu, ProcessGauge.peakMb(server.pid()));
            }
        });
    }

    private static JsonObject idle(String name, Settings settings) {
        return with(name, settings, server -> {
            List<IpcClient> clients = new ArrayList<>();
            try (IpcClient first = new IpcClient(server.url())) {
                calls(first, BUILT_IN, 1, 2000);
                long before = ProcessGauge.residentMb(server.pid());
                for (int i = 0; i < IDLE; i++) {
                    IpcClient client = new IpcClient(server.url());
                    clients.add(client);
                    calls(client, BUILT_IN, 1, 1);
                }
                long after = ProcessGauge.residentMb(server.pid());
                return Figures.still(name, after).put("connections", IDLE).put("grown_mb", after - before);
            } finally {
                for (IpcClient client : clients) {
                    client.close();
                }
            }
        });
    }

    private static double[] sorted(double[][] runs) {
        return Arrays.stream(runs).flatMapToDouble(Arrays::stream).sorted().toArray();
    }

    /** What is done with a server. */
    private interface Work {
        JsonObject.Builder with(IpcServer server) throws IOException;
    }

    private static JsonObject with(String name, Settings settings, Work work) {
        try (IpcServer server = IpcServer.of(settings)) {
            JsonObject.Builder line = JsonObject.builder().put("workload", name);
            work.with(server).build().members().forEach(line::put);
            return line.put("rss_mb", ProcessGauge.peakMb(server.pid())).build();
        } catch (IOException e) {
            throw new IModelException(Status.READ_ERROR, "the connection to the server broke", e);
        }
    }

    /** The time of two processes since a moment. */
    private record Gauge(long pid, long nanos, double serverMs, CpuClock own) {
        static Gauge start(IpcServer server) {
            var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
            return new Gauge(server.pid(), System.nanoTime(), ProcessGauge.cpuMs(server.pid()), CpuClock.start(system));
        }

        double seconds() {
            return (System.nanoTime() - nanos) / 1e9;
        }

        double serverCpuMs() {
            return ProcessGauge.cpuMs(pid) - serverMs;
        }

        double ownCpuMs() {
            return own.elapsedMs();
        }
    }
}
