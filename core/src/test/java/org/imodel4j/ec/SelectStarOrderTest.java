package org.imodel4j.ec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** The order of properties is that of the columns that the reference gives for {@code SELECT *}. */
@NullUnmarked
class SelectStarOrderTest {
    private static final Pattern WHOLE_CLASS = Pattern.compile("SELECT \\* FROM (\\w+)\\.(\\w+) ORDER BY .*");

    @Test
    void propertiesComeAsTheColumnsOfSelectStar() throws IOException {
        int checked = 0;
        for (String line : Files.readAllLines(FixtureSchemas.file("ecsql/corpus.jsonl"))) {
            JsonObject record = (JsonObject) Json.parse(line);
            String ecsql = record.get("ecsql") instanceof JsonValue.Text text ? text.value() : "";
            Matcher matcher = WHOLE_CLASS.matcher(ecsql);
            JsonObject expected = record.object("expect");
            if (!"query".equals(record.text("kind")) || !matcher.matches() || expected.array("columns") == null) {
                continue;
            }
            try (ECSchemas schemas = FixtureSchemas.open("ecsql/" + record.text("dataset"))) {
                ECClass ecClass = schemas.tryClass(matcher.group(1), matcher.group(2));
                assertThat(names(ecClass)).as(ecsql).containsExactlyElementsOf(columns(expected));
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(5);
    }

    private static List<String> names(ECClass ecClass) {
        List<String> names = new ArrayList<>();
        ecClass.properties().forEach(property -> names.add(property.name()));
        return names;
    }

    private static List<String> columns(JsonObject expected) {
        List<String> names = new ArrayList<>();
        for (JsonValue column : expected.array("columns").items()) {
            String name = ((JsonObject) column).text("accessString");
            if (!name.contains("ECInstanceId") && !name.contains("ECClassId")) {
                names.add(name);
            }
        }
        return names;
    }
}
