package org.imodel4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.testkit.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CreateCommandTest {
    @TempDir
    private Path dir;

    private Ran create(String... more) {
        String[] words = new String[more.length + 4];
        words[0] = "create";
        words[1] = file();
        words[2] = "--cache-dir";
        words[3] = dir.resolve("cache").toString();
        System.arraycopy(more, 0, words, 4, more.length);
        return Ran.imodel(words);
    }

    private String file() {
        return dir.resolve("new.bim").toString();
    }

    private String document(String name) throws IOException {
        Path target = dir.resolve(name);
        Files.write(target, Fixtures.read("schemas/domain/" + name));
        return target.toString();
    }

    @Test
    void anIModelIsStandaloneUnlessSaidOtherwise() {
        Ran ran = create("--subject", "Bridge", "--description", "over the river");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        JsonObject info = (JsonObject)
                Json.parse(Ran.imodel("info", file(), "--format", "json").out());
        assertThat(info.text("kind")).isEqualTo("standalone");
        assertThat(info.text("name")).isEqualTo("Bridge");
    }

    @Test
    void anExistingFileIsAnError() {
        create("--subject", "Bridge");
        Ran again = create("--subject", "Bridge");
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).contains("new.bim");
    }

    @Test
    void anIModelNeedsASubjectAndAnECDbFileTakesNone() {
        assertThat(create().exit()).isEqualTo(2);
        assertThat(create("--kind", "ecdb", "--subject", "x").exit()).isEqualTo(2);
        assertThat(create("--kind", "ecdb").exit()).isZero();
    }

    @Test
    void schemasAreImportedValidatedAndTriedOut() throws IOException {
        create("--subject", "Bridge");
        String bldg = document("Bldg.01.00.00.ecschema.xml");
        assertThat(Ran.imodel("schema", "validate", file(), bldg).lines()).containsExactly("Bldg.01.00.00");
        Ran dry = Ran.imodel("schema", "import", file(), bldg, "--dry-run");
        assertThat(dry.err()).isEmpty();
        assertThat(dry.lines()).contains("schema Bldg.01.00.00").anyMatch(line -> line.startsWith("column "));
        assertThat(Ran.imodel("schema", "list", file()).out()).doesNotContain("Bldg");
        assertThat(Ran.imodel("schema", "import", file(), bldg).lines()).containsExactly("Bldg.01.00.00");
        assertThat(Ran.imodel("schema", "list", file()).out()).contains("Bldg 01.00.00 bldg");
        assertThat(Ran.imodel("schema", "import", file(), bldg).out()).isEmpty();
    }

    @Test
    void aBrokenSchemaIsNamedAndNothingIsImported() throws IOException {
        create("--kind", "ecdb");
        String broken = dir.resolve("Broken.01.00.00.ecschema.xml").toString();
        Files.writeString(Path.of(broken), "<ECSchema");
        Ran ran = Ran.imodel("schema", "import", file(), broken);
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("Broken.01.00.00.ecschema.xml").hasLineCount(1);
        assertThat(Ran.imodel("schema", "import", file()).exit()).isEqualTo(2);
        assertThat(Ran.imodel("schema", "list", file(), "extra").exit()).isEqualTo(2);
    }
}
