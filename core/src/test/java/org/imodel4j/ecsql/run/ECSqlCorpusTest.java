package org.imodel4j.ecsql.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDrivers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Statements recorded from iTwin.js give the same rows in all formats, the same columns, and fail where they failed there. */
class ECSqlCorpusTest {
    /** Features in which every recorded statement must agree. */
    private static final Set<String> COMPLETE = Set.of(
            "aggregate",
            "any-all-some",
            "arith",
            "array",
            "between",
            "bis-aspect",
            "bis-element",
            "bis-rel",
            "blob-options",
            "case",
            "cast",
            "classname-option",
            "compound",
            "cte",
            "cte-recursive",
            "datetime",
            "distinct",
            "enum",
            "errors-dml",
            "errors-name",
            "errors-param",
            "errors-parse",
            "errors-type",
            "exists",
            "experimental",
            "expr-misc",
            "func-ec",
            "func-math",
            "func-string",
            "groupby",
            "in",
            "instance-access",
            "is-type",
            "join",
            "join-using",
            "json",
            "lexical",
            "like",
            "limit",
            "limit-option",
            "meta",
            "nav",
            "options",
            "orderby",
            "params",
            "polymorphism",
            "pragma",
            "rel",
            "rtree",
            "select-basic",
            "select-star",
            "stmt-api",
            "struct",
            "subquery",
            "table-map",
            "types",
            "where-ops",
            "window");

    /** {@code I IS NOT 80}: later versions of iTwin.js accept a value there. */
    private static final Set<String> ACCEPTED_BY_LATER_VERSIONS = Set.of("where-ops-045");

    @TempDir
    private static Path folder;

    private static final Map<String, ReadConnection> CONNECTIONS = new HashMap<>();
    private static final List<CorpusCase> CASES = new ArrayList<>();

    @BeforeAll
    static void open() throws IOException {
        Path corpus = Path.of(System.getProperty("imodel4j.fixtures"), "ecsql");
        for (String line : Files.readAllLines(corpus.resolve("corpus.jsonl"))) {
            CorpusCase each = new CorpusCase((JsonObject) Json.parse(line));
            if (each.kind().equals("query") || each.kind().equals("stmt")) {
                CASES.add(each);
            }
        }
        for (String dataset : List.of("types.bim", "bis.bim", "plain.ecdb")) {
            Path copy = folder.resolve(dataset);
            Files.write(copy, Files.readAllBytes(corpus.resolve(dataset)));
            ECSchemas schemas = new ECSchemas(() -> SqliteDrivers.best().open(OpenRequest.readOnly(copy)));
            CONNECTIONS.put(
                    dataset,
                    new ECSqlEngine(schemas).connect(SqliteDrivers.best().open(OpenRequest.readOnly(copy))));
        }
    }

    @AfterAll
    static void close() {
        for (ReadConnection connection : CONNECTIONS.values()) {
            connection.close();
            connection.engine().schemas().close();
        }
    }

    private static ReadConnection connection(CorpusCase each) {
        return java.util.Objects.requireNonNull(CONNECTIONS.get(each.dataset()));
    }

    @TestFactory
    Stream<DynamicTest> statementsOfCompleteFeaturesAnswerAsRecorded() {
        return CASES.stream()
                .filter(each -> COMPLETE.contains(each.feature()))
                .filter(each -> !ACCEPTED_BY_LATER_VERSIONS.contains(each.id()))
                .map(each -> DynamicTest.dynamicTest(
                        each.id() + " " + each.ecsql(),
                        () -> assertThat(each.difference(connection(each))).isNull()));
    }

    @Test
    void countsAreReportedForEachFeature() throws IOException {
        Map<String, int[]> counts = new TreeMap<>();
        StringBuilder differences = new StringBuilder();
        for (CorpusCase each : CASES) {
            int[] count = counts.computeIfAbsent(each.feature(), absent -> new int[4]);
            String difference;
            try {
                difference = each.difference(connection(each));
            } catch (RuntimeException defect) {
                java.io.StringWriter trace = new java.io.StringWriter();
                defect.printStackTrace(new java.io.PrintWriter(trace));
                difference = "DEFECT "
                        + trace.toString()
                                .substring(0, Math.min(900, trace.toString().length()));
            }
            int kind = each.fails() ? 2 : 0;
            count[kind + 1]++;
            if (difference == null) {
                count[kind]++;
            } else {
                differences
                        .append(each.id())
                        .append(' ')
                        .append(each.ecsql())
                        .append('\n')
                        .append(difference)
                        .append("\n\n");
            }
        }
        StringBuilder report = new StringBuilder();
        int[] all = new int[4];
        for (Map.Entry<String, int[]> entry : counts.entrySet()) {
            int[] c = entry.getValue();
            for (int i = 0; i < 4; i++) {
                all[i] += c[i];
            }
            report.append(String.format(
                    "%-18s %3d of %3d rows, %3d of %3d failures%n", entry.getKey(), c[0], c[1], c[2], c[3]));
        }
        report.append(
                String.format("%-18s %3d of %3d rows, %3d of %3d failures%n", "all", all[0], all[1], all[2], all[3]));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "ecsql-corpus.txt"), report + "\n" + differences);
        assertThat(all[1] + all[3]).isEqualTo(CASES.size());
    }
}
