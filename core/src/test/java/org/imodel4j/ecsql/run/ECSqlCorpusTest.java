package org.imodel4j.ecsql.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** {@code id<TAB>reason} for each recorded answer that is not ours to give. */
    private static Map<String, String> exceptions() throws IOException {
        Map<String, String> exceptions = new HashMap<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/ecsql-corpus-exceptions.tsv"))) {
            String[] parts = line.split("\t");
            exceptions.put(parts[0], parts[1]);
        }
        return exceptions;
    }

    @TestFactory
    Stream<DynamicTest> everyRecordedStatementAnswersAsRecorded() throws IOException {
        Map<String, String> exceptions = exceptions();
        return CASES.stream()
                .filter(each -> !exceptions.containsKey(each.id()))
                .map(each -> DynamicTest.dynamicTest(
                        each.id() + " " + each.ecsql(),
                        () -> assertThat(each.difference(connection(each))).isNull()));
    }

    @Test
    void exceptionsAreFewAndStillNeeded() throws IOException {
        Map<String, String> exceptions = exceptions();
        assertThat(exceptions).hasSizeLessThan(5);
        assertThat(exceptions.values()).noneMatch(String::isBlank);
        List<String> differing = CASES.stream()
                .filter(each -> exceptions.containsKey(each.id()))
                .filter(each -> each.difference(connection(each)) != null)
                .map(CorpusCase::id)
                .toList();
        assertThat(differing).containsExactlyInAnyOrderElementsOf(exceptions.keySet());
    }

    /** Failing statements and others, so that a corpus that is read only in part does not go unnoticed. */
    @Test
    void theWholeCorpusIsRead() {
        assertThat(CASES.stream().filter(CorpusCase::fails)).hasSize(128);
        assertThat(CASES).hasSize(615);
    }
}
