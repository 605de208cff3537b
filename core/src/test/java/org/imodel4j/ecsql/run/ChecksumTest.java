package org.imodel4j.ecsql.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.imodel4j.error.IModelException;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteDrivers;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class ChecksumTest {
    private static final Path FIXTURES = Path.of(System.getProperty("imodel4j.fixtures"));

    @ParameterizedTest
    @ValueSource(strings = {"empty.bim", "all-types.bim", "building.bim", "mapping.ecdb"})
    void theDigestsOfAFileAreThoseOfTheReference(String file) throws IOException {
        JsonObject recorded = (JsonObject) Json.parse(Files.readAllBytes(FIXTURES.resolve("schemas/checksums.json")));
        try (SqliteDatabase database = SqliteDrivers.best().open(OpenRequest.immutable(FIXTURES.resolve(file)))) {
            for (Map.Entry<String, JsonValue> each :
                    recorded.object("pragma").object(file).members().entrySet()) {
                assertThat(JsonValue.of(Checksum.of(database, each.getKey())))
                        .as(each.getKey())
                        .isEqualTo(each.getValue());
            }
            assertThatThrownBy(() -> Checksum.of(database, "everything")).isInstanceOf(IModelException.class);
        }
    }
}
