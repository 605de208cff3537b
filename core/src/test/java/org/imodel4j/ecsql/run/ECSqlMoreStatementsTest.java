package org.imodel4j.ecsql.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDrivers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The statements of {@code ecsql-more}: one of each shape, where types and arguments decide. */
class ECSqlMoreStatementsTest {
    @TempDir
    private static Path folder;

    private static final Map<String, ReadConnection> CONNECTIONS = new HashMap<>();
    private static final List<CorpusCase> CASES = new ArrayList<>();

    @BeforeAll
    static void open() throws IOException {
        Path fixtures = Path.of(System.getProperty("imodel4j.fixtures"));
        for (String line : Files.readAllLines(fixtures.resolve("ecsql-more").resolve("statements.jsonl"))) {
            CASES.add(new CorpusCase((JsonObject) Json.parse(line)));
        }
        for (String dataset : List.of("types.bim", "bis.bim", "plain.ecdb")) {
            Path copy = folder.resolve(dataset);
            Files.write(copy, Files.readAllBytes(fixtures.resolve("ecsql").resolve(dataset)));
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

    @TestFactory
    Stream<DynamicTest> statementsAnswerAsRecorded() {
        return CASES.stream()
                .map(each -> DynamicTest.dynamicTest(each.id() + ' ' + each.ecsql(), () -> assertThat(
                                each.difference(Objects.requireNonNull(CONNECTIONS.get(each.dataset()))))
                        .isNull()));
    }
}
