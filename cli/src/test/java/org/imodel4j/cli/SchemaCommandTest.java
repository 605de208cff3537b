package org.imodel4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.testkit.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaCommandTest {
    private static final String BLDG = "Bldg.01.00.00.ecschema";

    @TempDir
    private Path dir;

    private String building() {
        return Fixtures.copy("building.bim", dir).toString();
    }

    private static String recorded(String name) {
        return new String(Fixtures.read("schemas/domain/" + name), StandardCharsets.UTF_8);
    }

    @Test
    void schemasAreListedByName() {
        Ran ran = Ran.imodel("schema", "list", building());
        assertThat(ran.exit()).isZero();
        assertThat(ran.lines())
                .contains("BisCore 01.00.25 bis", "Bldg 01.00.00 bldg")
                .isSorted();
        Ran json = Ran.imodel("schema", "list", building(), "--format", "json");
        assertThat(((JsonArray) Json.parse(json.out())).items())
                .contains(
                        Json.parse(
                                "{\"name\":\"Bldg\",\"version\":\"01.00.00\",\"alias\":\"bldg\",\"label\":\"Building fixture\"}"));
    }

    @Test
    void oneSchemaGoesToTheOutput() {
        String file = building();
        assertThat(Ran.imodel("schema", "export", file, "--schema", "bldg").out())
                .isEqualTo(recorded("exported/" + BLDG + ".xml"));
        assertThat(Ran.imodel("schema", "export", file, "--schema", "Bldg", "--format", "json")
                        .out())
                .isEqualTo(recorded("props/Bldg.json") + "\n");
    }

    @Test
    void allSchemasGoToAFolder() throws IOException {
        Path out = dir.resolve("new/folder");
        Ran ran = Ran.imodel("schema", "export", building(), "--out", out.toString());
        assertThat(ran.err()).isEmpty();
        assertThat(ran.lines())
                .hasSize(10)
                .contains(out.resolve("BisCore.01.00.25.ecschema.xml").toString());
        assertThat(Files.readString(out.resolve(BLDG + ".xml"))).isEqualTo(recorded("exported/" + BLDG + ".xml"));
        Ran.imodel("schema", "export", building(), "--schema", "Bldg", "--format", "json", "--out", out.toString());
        assertThat(Files.readString(out.resolve(BLDG + ".json"))).isEqualTo(recorded("props/Bldg.json"));
    }

    @Test
    void whatIsWrongIsTold() {
        String file = building();
        Ran missing = Ran.imodel("schema", "export", file, "--schema", "NoSuchSchema");
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.err()).contains("NoSuchSchema");
        assertThat(Ran.imodel("schema", "export", file).err()).contains("Missing --out");
        assertThat(Ran.imodel("schema", "list", file, "--out", "x").err()).contains("--out does not belong to list");
        assertThat(Ran.imodel("schema", "burn", file).exit()).isEqualTo(2);
        assertThat(Ran.imodel("schema", "list").exit()).isEqualTo(2);
    }
}
