package org.imodel4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.imodel4j.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixturesTest {
    @Test
    void copiesAreMadeWithOrWithoutTheProperty(@TempDir Path folder) {
        Path copy = Fixtures.copy("ecsql/plain.ecdb", folder);
        assertThat(copy).hasFileName("plain.ecdb").hasBinaryContent(Fixtures.read("ecsql/plain.ecdb"));
        String property = System.clearProperty("imodel4j.fixtures");
        try {
            assertThat(Fixtures.copy("ecsql/plain.ecdb", folder)).hasBinaryContent(Fixtures.read("ecsql/plain.ecdb"));
            assertThat(Fixtures.json("located.expected.json")).isInstanceOf(JsonObject.class);
        } finally {
            if (property != null) {
                System.setProperty("imodel4j.fixtures", property);
            }
        }
    }
}
