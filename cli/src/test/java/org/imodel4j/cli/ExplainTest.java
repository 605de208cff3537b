package org.imodel4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {
    @TempDir
    private Path dir;

    private String file = "";

    @BeforeEach
    void copyFixture() throws IOException {
        Path fixture = Path.of(System.getProperty("imodel4j.fixtures", ""), "ecsql", "types.bim");
        file = Files.copy(fixture, dir.resolve("types.bim")).toString();
    }

    @Test
    void explanationShowsTheSqlThePlanAndTheTypesOfTheColumns() {
        Ran ran =
                Ran.imodel("query", file, "SELECT I, Dt, ECClassId FROM et.Thing WHERE ECInstanceId=:id", "--explain");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        assertThat(ran.lines()).startsWith("SQLite:").contains("Plan:", "Columns:");
        assertThat(ran.out())
                .contains("SELECT")
                .contains("`-- ")
                .contains("  i: int, I of EcsqlTypes:Thing\n")
                .contains("  dt: dateTime, Dt of EcsqlTypes:Thing\n")
                .contains("  className: long ClassId, ECClassId\n");
    }

    @Test
    void stepsOfThePlanHangBelowTheirParents() {
        String ecsql = "SELECT I FROM et.Thing WHERE I IN (SELECT I FROM et.Thing WHERE S='ABC')";
        assertThat(Ran.imodel("query", file, ecsql, "--explain").lines())
                .anyMatch(line -> line.matches("  ( {3}|\\| {2}) [|`]-- .*"));
    }

    @Test
    void explanationForProgramsIsOneLineOfJson() {
        Ran ran = Ran.imodel("query", file, "SELECT I FROM et.Thing", "--explain", "--format", "json");
        assertThat(ran.lines()).hasSize(1);
        JsonObject json = (JsonObject) Json.parse(ran.out());
        assertThat(json.text("sql")).startsWith("SELECT");
        assertThat(Json.write(Objects.requireNonNull(json.get("plan")))).contains("\"detail\":");
        assertThat(Json.write(Objects.requireNonNull(json.get("columns")))).contains("\"typeName\":\"int\"");
    }

    @Test
    void functionsOfEcsqlAndPragmasAreExplainedToo() {
        assertThat(Ran.imodel("query", file, "SELECT IdToHex(ECInstanceId) FROM et.Thing", "--explain")
                        .exit())
                .isZero();
        assertThat(Ran.imodel("query", file, "PRAGMA ecdb_ver", "--explain").out())
                .contains("current: string");
    }

    @Test
    void explanationHasNoRowsToLayOut() {
        assertThat(Ran.imodel("query", file, "SELECT 1", "--explain", "--format", "csv")
                        .exit())
                .isEqualTo(2);
        assertThat(Ran.imodel("query", file, "SELECT nope FROM et.Thing", "--explain")
                        .exit())
                .isEqualTo(1);
    }
}
