package org.imodel4j.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.imodel4j.cli.command.Commands;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
    /** SHA-256 of the sorted rows of {@code perf/small.bim} as the reference backend gives them, with their number. */
    private static final Map<String, String> REFERENCE = Map.of(
            "scan.wide.reader.medium", "500 1d789a5631aaca40ef29504afdf87124bc8355b41bdaa13affed1ccee373be73",
            "scan.narrow.reader.medium", "500 807ede399a749128af353e1dcf70c2369f404ff625c2743125a89f2e7d836cf3",
            "query.join.medium", "49 5d4abd96eee9537656a695a63876c4416949c3e8cabf1825de0f033340c7d275",
            "query.agg.medium", "45 41a112bd088578418394c775058bd01f3ae4a4cf0dd5e4547a4bafed66c47834",
            "query.polyfilter.medium", "16 8b98ac39f4a469b3d6f49c6c8663ce36b5a2ac44d00cccbae39eb6b8530a69cd",
            "query.rel.medium", "75 e9e493313add8b8bdd8b12c57ac7578a4a3de107d4937292921714e84af96bee",
            "query.aspect.medium", "50 e61b86b816441606f8462c408b5d5344df826d9dc159748be590d528d9ab6d48");

    @TempDir
    private Path dir;

    @BeforeEach
    void copyData() throws IOException {
        Path small = Path.of(System.getProperty("imodel4j.fixtures", ""), "perf", "small.bim");
        Files.copy(small, dir.resolve("small.bim"));
        // The rows of the workloads are those of any file with the same schema.
        Files.copy(small, dir.resolve("medium.bim"));
    }

    private List<String> bench(String... args) {
        List<String> lines = new ArrayList<>();
        List<String> all = new ArrayList<>(List.of("bench"));
        all.addAll(List.of(args));
        Commands commands = new Commands(
                "imodel",
                "",
                "",
                List.of(new BenchCommand(lines::add)),
                level -> {},
                new PrintWriter(Writer.nullWriter()));
        assertThat(commands.run(all)).isZero();
        return lines;
    }

    private JsonObject run(String workload, String... more) {
        List<String> args = new ArrayList<>(List.of(workload, "--data", dir.toString()));
        args.addAll(List.of(more));
        List<String> lines = bench(args.toArray(new String[0]));
        assertThat(lines).hasSize(1);
        return (JsonObject) Json.parse(lines.get(0));
    }

    private static long number(JsonObject json, String name) {
        return Objects.requireNonNull(json.number(name)).exact();
    }

    @Test
    void namesAreThoseOfTheProtocol() {
        assertThat(bench("--list"))
                .hasSize(56)
                .contains("startup.ready", "open.snapshot.large", "scan.narrow.conc4.medium", "scan.first_row.large")
                .contains(
                        "lookup.ecsql.reader",
                        "query.aspect.large",
                        "query.prepare",
                        "create.empty.first",
                        "schema.import",
                        "rss.idle",
                        "footprint.disk",
                        "ipc.invoke.c64",
                        "ipc.idle",
                        "lookup.props.geom",
                        "insert.nogeom",
                        "delete.element",
                        "export.json",
                        "export.json.geom");
    }

    @Test
    void rowsAreByteForByteThoseOfTheReference() {
        REFERENCE.forEach((workload, expected) -> {
            JsonObject digest = run(workload, "--digest");
            assertThat(number(digest, "rows") + " " + digest.text("sha256"))
                    .as(workload)
                    .isEqualTo(expected);
        });
    }

    @Test
    void everyWorkloadOnTheMediumFileGivesItsLine() {
        for (String workload : bench("--list")) {
            if (workload.endsWith(".large")
                    || workload.startsWith("startup")
                    || workload.startsWith("footprint")
                    || workload.startsWith("ipc")) {
                continue;
            }
            JsonObject line = run(workload, "--reps", "1", "--warm", "1");
            assertThat(line.text("workload")).isEqualTo(workload);
            assertThat(line.members()).as(workload).containsKeys("n", "median_ms", "ops_per_s", "rss_mb", "load");
        }
    }

    @Test
    void lookUpsFindWhatTheyLookFor() {
        for (String workload : List.of("lookup.props", "lookup.ecsql")) {
            assertThat(number(run(workload, "--reps", "1", "--warm", "0"), "n")).isEqualTo(5000);
        }
    }

    @Test
    void aServerThatIsNamedIsMeasured() throws Exception {
        CompletableFuture<JsonObject> ready = new CompletableFuture<>();
        PipedOutputStream end = new PipedOutputStream();
        PipedInputStream input = new PipedInputStream(end);
        try (StartupWorkloads.Scratch scratch = new StartupWorkloads.Scratch()) {
            Thread server = Thread.ofPlatform().start(() -> IpcServer.serve(scratch, ready::complete, input));
            String url = String.valueOf(ready.get(20, TimeUnit.SECONDS).text("ipcUrl"));
            String pid = String.valueOf(ProcessHandle.current().pid());
            for (String workload : List.of("ipc.invoke.c1", "ipc.own.c64", "ipc.bytes", "ipc.idle")) {
                JsonObject line = run(workload, "--reps", "1", "--warm", "0", "--url", url, "--pid", pid);
                assertThat(line.members()).as(workload).containsKeys("n", "median_ms", "ops_per_s", "rss_mb", "load");
            }
            end.close();
            server.join();
        }
    }
}
