package org.imodel4j.cli.bench;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.imodel4j.cli.command.Command;
import org.imodel4j.cli.command.Given;
import org.imodel4j.cli.command.NotUnderstoodException;
import org.imodel4j.cli.command.Options;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;

/** {@code imodel bench}: one workload, or all of them, each in a process of its own. */
public final class BenchCommand implements Command {
    private final Consumer<String> out;

    /** @param out takes each line */
    public BenchCommand(Consumer<String> out) {
        this.out = out;
    }

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public List<String> description() {
        return List.of("Measures this installation; each workload prints one line of JSON.");
    }

    @Override
    public Words words() {
        return new Words("[WORKLOAD]", 0, 1);
    }

    @Override
    public Options options() {
        return new Options()
                .flag("list", "Print the names of all workloads.")
                .flag("all", "Run all workloads whose data are there, one after the other.")
                .value("data", "DIR", "The directory of small.bim, medium.bim, large.bim; default: this one.")
                .value("reps", "N", "Measured runs.")
                .value("warm", "N", "Unmeasured runs before them.")
                .value(
                        "url",
                        "URL",
                        "ipc.*: the websocket of the server to measure; default: a server of this program.")
                .value("pid", "N", "ipc.*: the process of that server, whose processor time and memory are told.")
                .flag("digest", "Print the hash of the rows instead of figures.")
                .hidden("probe");
    }

    @Override
    public int run(Given given) {
        Path data = given.tryPath("data");
        String url = given.tryText("url");
        Settings settings = new Settings(
                data == null ? Path.of(".") : data,
                given.number("reps", 0),
                given.number("warm", -1),
                url == null ? null : websocket(url),
                given.number("pid", 0));
        String probe = given.tryText("probe");
        if ("ipc".equals(probe)) {
            try (StartupWorkloads.Scratch scratch = new StartupWorkloads.Scratch()) {
                IpcServer.serve(scratch, ready -> out.accept("READY " + Json.write(ready)), System.in);
            }
            return 0;
        }
        if (probe != null) {
            out.accept("READY " + Json.write(StartupWorkloads.probe(probe, settings)));
            return 0;
        }
        Map<String, Workload> workloads = Workloads.all();
        if (given.has("list")) {
            workloads.keySet().forEach(out);
            return 0;
        }
        if (given.has("all")) {
            return AllWorkloads.run(workloads.keySet(), settings, out);
        }
        if (given.words().isEmpty()) {
            throw new NotUnderstoodException("Missing workload, --list or --all");
        }
        String name = given.words().get(0);
        Workload found = workloads.get(name);
        if (found == null) {
            throw new NotUnderstoodException("Unknown workload " + name);
        }
        return print(given.has("digest") ? Digest.of(name, settings) : run(name, found, settings));
    }

    private static URI websocket(String text) {
        try {
            URI url = new URI(text);
            if ("ws".equals(url.getScheme()) && url.getHost() != null && url.getPort() > 0) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw new NotUnderstoodException("--url is no URL: " + e.getMessage());
        }
        throw new NotUnderstoodException("--url has to be like ws://localhost:3002/");
    }

    /** A workload that fails says so in its line; the next one may well succeed. */
    private static JsonObject run(String name, Workload workload, Settings settings) {
        JsonObject figures = workload.run(name, settings);
        JsonObject.Builder line = JsonObject.builder();
        figures.members().forEach(line::put);
        return line.put("load", ProcessGauge.load()).build();
    }

    private int print(JsonObject line) {
        out.accept(Json.write(line));
        return 0;
    }
}
