package org.imodel4j.cli.bench;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code imodel bench}: one workload, or all of them, each in a process of its own. */
@Command(
        name = "bench",
        description = "Measures this installation; each workload prints one line of JSON.",
        mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {
    private final Consumer<String> out;

    @Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "WORKLOAD", description = "See --list.")
    private @Nullable String workload;

    @Option(names = "--list", description = "Print the names of all workloads.")
    private boolean list;

    @Option(names = "--all", description = "Run all workloads whose data are there, one after the other.")
    private boolean all;

    @Option(names = "--data", paramLabel = "DIR", description = "The directory of small.bim, medium.bim, large.bim.")
    private Path data = Path.of(".");

    @Option(names = "--reps", paramLabel = "N", description = "Measured runs.")
    private int reps;

    @Option(names = "--warm", paramLabel = "N", description = "Unmeasured runs before them.")
    private int warm = -1;

    @Option(names = "--digest", description = "Print the hash of the rows instead of figures.")
    private boolean digest;

    @Option(names = "--probe", hidden = true)
    private @Nullable String probe;

    /** @param out takes each line */
    public BenchCommand(Consumer<String> out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        Settings settings = new Settings(data, reps, warm);
        String kind = probe;
        if (kind != null) {
            out.accept("READY " + Json.write(StartupWorkloads.probe(kind, settings)));
            return 0;
        }
        Map<String, Workload> workloads = Workloads.all();
        if (list) {
            workloads.keySet().forEach(out);
            return 0;
        }
        if (all) {
            return AllWorkloads.run(workloads.keySet(), settings, out);
        }
        String name = workload;
        if (name == null) {
            throw notUnderstood("Missing workload, --list or --all");
        }
        Workload found = workloads.get(name);
        if (found == null) {
            throw notUnderstood("Unknown workload " + name);
        }
        return digest ? print(Digest.of(name, settings)) : print(run(name, found, settings));
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

    private ParameterException notUnderstood(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }
}
