package org.imodel4j.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.imodel4j.cli.query.OpenFile;
import org.imodel4j.testkit.Fixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class InteractiveShellTest {
    private static final String MANY =
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n WHERE x<1000) SELECT x FROM n;\n";
    /** Gives some rows and then none without an end. */
    private static final String ENDLESS =
            "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n) SELECT x FROM n WHERE x<20000;\n";

    @TempDir
    private Path dir;

    private OpenFile file;

    @BeforeEach
    void open() {
        file = OpenFile.open(Fixtures.copy("ecsql/types.bim", dir));
    }

    @AfterEach
    void close() {
        file.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dumb", "ansi", "xterm"})
    void statementsOfSeveralLinesAreAnswered(String type) throws Exception {
        try (Typist typist = new Typist(file, type, "", null)) {
            typist.type("SELECT S\nFROM et.Thing WHERE I=20;\n").see("Grüße").see("(1 row)");
            assertThat(typist.type(".quit\n").ended()).contains("types> ");
        }
    }

    @Test
    void controlDLeaves() throws Exception {
        try (Typist typist = new Typist(file, "ansi", "", null)) {
            typist.see("types> ").type("\u0004");
            assertThat(typist.ended()).contains(".help");
        }
    }

    @Test
    void controlCStopsTheQueryAndThePromptComesBack() throws Exception {
        try (Typist typist = new Typist(file, "dumb", "", null)) {
            typist.type(".format jsonl\n").type(ENDLESS).see("{\"x\":9000}");
            typist.type("\u0003")
                    .see("cancelled\n")
                    .type("SELECT 'still here' x;\n")
                    .see("{\"x\":\"still here\"}");
        }
    }

    @Test
    void controlCClearsTheLine() throws Exception {
        try (Typist typist = new Typist(file, "ansi", "", null)) {
            // What is typed before the prompt is echoed by the terminal, and Ctrl-C would reach no line.
            typist.see("types> ");
            typist.type("SELECT nonsense").see("nonsense").type("\u0003").see("nonsense\n");
            typist.type("SELECT 'clean' x;\n").see("clean\n(1 row)");
            assertThat(typist.screen()).doesNotContain("error:");
        }
    }

    @Test
    void errorsShowTheirPlace() throws Exception {
        try (Typist typist = new Typist(file, "dumb", "", null)) {
            typist.type("SELECT nope FROM et.Thing;\n").see("  SELECT nope FROM et.Thing\n         ^\nerror: ");
        }
    }

    @Test
    void tabulatorCompletesNames() throws Exception {
        try (Typist typist = new Typist(file, "ansi", "", null)) {
            typist.type("SELECT COUNT(*) n FROM et.ThingWideS\t;\n").see("(1 row)");
            assertThat(typist.type(".quit\n").ended()).doesNotContain("error:");
        }
    }

    @Test
    void longResultsWaitAtTheEndOfTheScreen() throws Exception {
        try (Typist typist = new Typist(file, "ansi", "", null)) {
            typist.type(MANY).see("-- more").type(" ").see("\n15\n").type("q");
            typist.type("SELECT 'next' x;\n").see("next\n(1 row)");
            assertThat(typist.screen()).doesNotContain("\n500\n").doesNotContain("error:");
        }
    }

    @Test
    void dumbTerminalsAndThePagerThatIsOffGetAllAtOnce() throws Exception {
        try (Typist typist = new Typist(file, "dumb", "", null)) {
            typist.type(MANY).see("(1000 rows)");
        }
        try (Typist typist = new Typist(file, "ansi", "", null)) {
            typist.type(".pager off\n").type(MANY).see("(1000 rows)");
        }
    }

    @Test
    void pagerOfTheUserGetsLongResultsAndMayEndEarly() throws Exception {
        Path seen = dir.resolve("seen");
        try (Typist typist = new Typist(file, "ansi", "head -n 20 > '" + seen + "'", null)) {
            typist.type("SELECT 'short' x;\n").see("short\n(1 row)");
            assertThat(seen).doesNotExist();
            typist.type(MANY).type("SELECT 'next' x;\n").see("next\n(1 row)");
            assertThat(Files.readAllLines(seen)).hasSize(20).startsWith("x", "---", "1", "2");
        }
    }

    @Test
    void historyIsKeptForTheNextTime() throws Exception {
        Path history = dir.resolve("state/query-history");
        try (Typist typist = new Typist(file, "ansi", "", history)) {
            typist.type("SELECT 'again'\n x;\n").see("(1 row)").type("\u0004").ended();
        }
        assertThat(history).content().contains("SELECT 'again'");
        try (Typist typist = new Typist(file, "ansi", "", history)) {
            typist.see("types> ").type("\u0010\n").see("again\n(1 row)");
        }
    }
}
