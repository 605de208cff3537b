package org.imodel4j.ecsql.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Statements that write give the statuses, ids, failures and rows that were recorded from iTwin.js. */
class ECSqlWriteCorpusTest {
    private static final Map<String, String> FIXTURES = Map.of(
            "plain.ecdb", "ecsql/plain.ecdb",
            "write-types.ecdb", "ecsql-write/write-types.ecdb",
            "mapping.ecdb", "mapping.ecdb");

    @TempDir
    private static Path folder;

    private static final List<WriteCase> CORPUS = new ArrayList<>();
    private static final List<WriteCase> MORE = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        Path fixtures = Path.of(System.getProperty("imodel4j.fixtures"));
        read(fixtures.resolve("ecsql").resolve("corpus.jsonl"), CORPUS);
        read(fixtures.resolve("ecsql-write").resolve("statements.jsonl"), MORE);
    }

    private static void read(Path records, List<WriteCase> cases) throws IOException {
        for (String line : Files.readAllLines(records)) {
            JsonObject json = (JsonObject) Json.parse(line);
            if ("write".equals(json.text("kind"))) {
                cases.add(new WriteCase(json));
            }
        }
    }

    private static DynamicTest test(WriteCase each) {
        String fixture = FIXTURES.getOrDefault(each.dataset(), each.dataset());
        return DynamicTest.dynamicTest(each.toString(), () -> assertThat(each.difference(fixture, folder))
                .isNull());
    }

    @TestFactory
    Stream<DynamicTest> everyRecordedStatementOfTheCorpusAnswersAsRecorded() {
        return CORPUS.stream().map(ECSqlWriteCorpusTest::test);
    }

    @TestFactory
    Stream<DynamicTest> everyFurtherStatementAnswersAsRecorded() {
        return MORE.stream().map(ECSqlWriteCorpusTest::test);
    }

    /** Failing statements and others, so that records that are read only in part do not go unnoticed. */
    @Test
    void allRecordsAreRead() {
        assertThat(CORPUS).hasSize(57);
        assertThat(MORE).hasSize(464);
        assertThat(CORPUS.stream().filter(WriteCase::fails)).hasSize(19);
        assertThat(MORE.stream().filter(WriteCase::fails)).hasSize(159);
    }
}
