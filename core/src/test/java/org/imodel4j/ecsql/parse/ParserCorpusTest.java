package org.imodel4j.ecsql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.imodel4j.error.IModelException;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The statements that were recorded from iTwin.js are accepted and refused as there. */
class ParserCorpusTest {
    /** {@code I IS NOT 80}: later versions of iTwin.js accept a value there. */
    private static final Set<String> ACCEPTED_BY_LATER_VERSIONS = Set.of("where-ops-045");

    @Test
    void recordedStatementsAreAcceptedOrRefusedAsRecorded() throws IOException {
        List<String> differences = new ArrayList<>();
        for (JsonObject record : corpus()) {
            for (String ecsql : statements(record)) {
                String expected = recordedSyntaxError(record);
                String actual = syntaxErrorOf(record, ecsql);
                if (!Objects.equals(expected, actual) && !ACCEPTED_BY_LATER_VERSIONS.contains(record.text("id"))) {
                    differences.add(
                            record.text("id") + " " + ecsql + "\n   expected " + expected + "\n   got      " + actual);
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    private static @Nullable String recordedSyntaxError(JsonObject record) {
        JsonObject expect = record.object("expect");
        JsonObject error = expect == null ? null : expect.object("error");
        String message = error == null ? null : error.text("message");
        return message != null && message.startsWith("Failed to parse ECSQL") ? message : null;
    }

    private static @Nullable String syntaxErrorOf(JsonObject record, String ecsql) {
        try {
            if ("query".equals(record.text("kind"))) {
                ECSqlParser.parseForReader(ecsql);
            } else {
                ECSqlParser.parse(ecsql);
            }
            return null;
        } catch (IModelException refused) {
            assertThat(refused.errorNumber()).isEqualTo(1);
            return refused.text();
        }
    }

    private static List<String> statements(JsonObject record) {
        JsonValue ecsql = record.get("ecsql");
        List<String> statements = new ArrayList<>();
        if (ecsql instanceof JsonArray several) {
            several.items().forEach(one -> statements.add(((JsonValue.Text) one).value()));
        } else {
            statements.add(Objects.requireNonNull(record.text("ecsql")));
        }
        return statements;
    }

    static List<JsonObject> corpus() throws IOException {
        Path file = Path.of(System.getProperty("imodel4j.fixtures"), "ecsql", "corpus.jsonl");
        List<JsonObject> records = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            records.add((JsonObject) Json.parse(line));
        }
        return records;
    }
}
