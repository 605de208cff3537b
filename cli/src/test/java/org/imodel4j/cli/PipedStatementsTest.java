package org.imodel4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipedStatementsTest {
    @TempDir
    private Path dir;

    private String file = "";

    @BeforeEach
    void copyFixture() throws IOException {
        Path fixture = Path.of(System.getProperty("imodel4j.fixtures", ""), "ecsql", "types.bim");
        file = Files.copy(fixture, dir.resolve("types.bim")).toString();
    }

    private Ran piped(String input, String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "query";
        args[1] = file;
        System.arraycopy(options, 0, args, 2, options.length);
        return Ran.imodelReading(input, args);
    }

    @Test
    void statementsAreAnsweredInTheirOrder() {
        Ran ran = piped(
                "SELECT 1 x;\nSELECT S\nFROM et.Thing -- not the end; here\nWHERE I=20; SELECT 'a;b' y",
                "--format",
                "csv");
        assertThat(ran).isEqualTo(new Ran(0, "x\r\n1\r\ns\r\nGrüße\r\ny\r\na;b\r\n", ""));
    }

    @Test
    void failureOfOneIsOneLineAndExitCodeOneAndTheOthersRun() {
        Ran ran = piped("SELECT nope FROM et.Thing;\nSELECT\n I,, S FROM et.Thing;\nSELECT 2 x;", "--format", "jsonl");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).isEqualTo("{\"x\":2}\n");
        assertThat(ran.err().lines()).hasSize(2).allMatch(line -> line.startsWith("imodel: "));
        assertThat(ran.err()).contains("'nope'").contains("at=2:4");
    }

    @Test
    void nothingToAskIsNoFailure() {
        assertThat(piped("")).isEqualTo(new Ran(0, "", ""));
        assertThat(piped(" \n-- only a remark\n;;\n")).isEqualTo(new Ran(0, "", ""));
    }

    @Test
    void dotCommandsChangeTheFormOfWhatFollows() {
        Ran ran = piped(".format jsonl\n.valueformat ecsql\nSELECT I FROM et.Thing WHERE I=10;\n.valueformat INDEX;\n"
                + "SELECT I FROM et.Thing WHERE I=10;\n");
        assertThat(ran).isEqualTo(new Ran(0, "{\"I\":10}\n[10]\n", ""));
        assertThat(piped(".format\n").err()).isEqualTo(".format table\n");
        assertThat(piped(".timer on\nSELECT 1;").err()).startsWith("time: ").endsWith(" s\n");
    }

    @Test
    void wrongDotCommandsAreFailures() {
        for (String command : new String[] {
            ".nope", ".format xml", ".timer maybe", ".explain", ".read", ".schema no.Such", ".read gone.ecsql"
        }) {
            Ran ran = piped(command + "\n");
            assertThat(ran.exit()).as(command).isEqualTo(1);
            assertThat(ran.err().lines()).as(command).hasSize(1);
        }
    }

    @Test
    void schemasClassesAndPropertiesAreTold() {
        assertThat(piped(".schema\n").lines()).anyMatch(line -> line.matches("BisCore +\\d\\d\\.\\d\\d\\.\\d\\d +bis"));
        assertThat(piped(".schema et\n").lines())
                .contains("ECSchema EcsqlTypes 01.00.00, alias et")
                .anyMatch(line -> line.matches(" +Outer +Struct"));
        assertThat(piped(".schema et.Thing\n").lines())
                .startsWith("EntityClass EcsqlTypes.Thing")
                .anyMatch(line -> line.matches(" +P3 +point3d"))
                .anyMatch(line -> line.matches(" +Owner +navigation EcsqlTypes\\.ThingOwnsThing"))
                .anyMatch(line -> line.matches(" +Model +navigation \\S+ +BisCore\\.Element"));
        assertThat(piped(".schema bis.ElementOwnsChildElements\n").lines())
                .anyMatch(line -> line.startsWith("  source: ("));
        assertThat(piped(".classes et.*wide?ub\n").lines())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("EcsqlTypes.ThingWideSub ");
        assertThat(piped(".tables thingwide\n").lines()).hasSize(2);
        assertThat(piped(".classes nothingIsCalledThis\n").out()).isEqualTo("(no classes)\n");
    }

    @Test
    void planIsExplained() {
        assertThat(piped(".explain SELECT I FROM et.Thing;\n").lines())
                .startsWith("SQLite:")
                .contains("Plan:");
    }

    @Test
    void filesOfStatementsAreRead() throws IOException {
        Path inner = Files.writeString(dir.resolve("inner.ecsql"), "SELECT 2\n x;");
        Path outer = Files.writeString(
                dir.resolve("outer.ecsql"), ".format jsonl\nSELECT 1 x;\n.read " + inner + "\nSELECT nope;");
        Ran ran = piped(".read " + outer + "\nSELECT 3 x;");
        assertThat(ran.out()).isEqualTo("{\"x\":1}\n{\"x\":2}\n{\"x\":3}\n");
        assertThat(ran.exit()).isEqualTo(1);
    }

    @Test
    void fileThatReadsItselfComesToAnEnd() throws IOException {
        Path self = dir.resolve("self.ecsql");
        Files.writeString(self, ".read " + self + "\n");
        Ran ran = piped(".read " + self + "\n");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("Files read each other");
    }

    @Test
    void quitEndsBeforeTheRest() {
        assertThat(piped("SELECT 1 x;\n.quit\nSELECT 2 x;", "--format", "jsonl"))
                .isEqualTo(new Ran(0, "{\"x\":1}\n", ""));
    }

    @Test
    void optionsOfOneQueryNeedOne() {
        assertThat(piped("SELECT 1;", "--args", "[1]").exit()).isEqualTo(2);
        assertThat(piped("SELECT 1;", "--explain").exit()).isEqualTo(2);
        assertThat(Ran.imodelReading(
                                "SELECT 1;", "query", dir.resolve("gone.bim").toString())
                        .exit())
                .isEqualTo(1);
    }
}
