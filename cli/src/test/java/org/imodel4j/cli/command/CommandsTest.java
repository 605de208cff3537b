package org.imodel4j.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private enum Colour {
        red,
        green
    }

    private final List<String> ran = new ArrayList<>();
    private final List<String> levels = new ArrayList<>();
    private final StringWriter out = new StringWriter();

    private final Command paint = new Command() {
        @Override
        public String name() {
            return "paint";
        }

        @Override
        public List<String> description() {
            return List.of("Paints.", "Slowly.");
        }

        @Override
        public Words words() {
            return new Words("WALL [FLOOR]", 1, 2);
        }

        @Override
        public Options options() {
            return new Options()
                    .choice("colour", Colour.class, "%s; default red.")
                    .value("coats", "N", "How often.")
                    .value("plan", "F", "A drawing.")
                    .flag("dry", "Only tell.")
                    .hidden("secret");
        }

        @Override
        public int run(Given given) {
            ran.add(given.words() + " " + given.choice("colour", Colour.red) + " " + given.number("coats", 1) + " "
                    + given.has("dry") + " " + given.tryPath("plan") + " " + given.tryText("secret"));
            return 7;
        }
    };

    private int run(String... arguments) {
        PrintWriter writer = new PrintWriter(out);
        int exit =
                new Commands("tool", "tool 1.2", "Helps.", List.of(paint), levels::add, writer).run(List.of(arguments));
        writer.flush();
        return exit;
    }

    @Test
    void wordsAndOptionsMayBeMixed() {
        assertThat(run("paint", "--colour", "GREEN", "north", "--coats=3", "south", "--dry", "--plan", "a.svg"))
                .isEqualTo(7);
        run("paint", "north", "--secret", "x");
        run("--log-level", "debug", "paint", "north");
        run("paint", "north", "--log-level", "warn");
        assertThat(ran)
                .containsExactly(
                        "[north, south] green 3 true " + Path.of("a.svg") + " null",
                        "[north] red 1 false null x",
                        "[north] red 1 false null null",
                        "[north] red 1 false null null");
        assertThat(levels).containsExactly("debug", "warn");
    }

    @Test
    void whatStandsBehindTwoDashesIsAWord() {
        run("paint", "--", "--dry", "-");
        run("paint", "-", "--coats", "-2");
        run("paint", "\"quoted\"");
        assertThat(ran)
                .containsExactly(
                        "[--dry, -] red 1 false null null",
                        "[-] red -2 false null null",
                        "[\"quoted\"] red 1 false null null");
    }

    @Test
    void whatIsNotUnderstoodIsNamed() {
        assertNotUnderstood("tool: Missing command (see tool --help)");
        assertNotUnderstood("tool: Unknown command: pant (see tool --help)", "pant");
        assertNotUnderstood("tool: Unknown option: --what (see tool --help)", "--what");
        assertNotUnderstood("tool paint: Unknown option: --what (see tool paint --help)", "paint", "x", "--what");
        assertNotUnderstood("tool paint: Unknown option: --col (see tool paint --help)", "paint", "x", "--col", "red");
        assertNotUnderstood("tool paint: Missing WALL [FLOOR] (see tool paint --help)", "paint");
        assertNotUnderstood("tool paint: Unexpected argument: c (see tool paint --help)", "paint", "a", "b", "c");
        assertNotUnderstood("tool paint: Missing value of --coats (see tool paint --help)", "paint", "a", "--coats");
        assertNotUnderstood(
                "tool paint: --coats takes a whole number, not 'x' (see tool paint --help)",
                "paint",
                "a",
                "--coats",
                "x");
        assertNotUnderstood(
                "tool paint: --colour takes one of red, green, not 'blue' (see tool paint --help)",
                "paint",
                "a",
                "--colour",
                "blue");
        assertNotUnderstood(
                "tool paint: --coats is given more than once (see tool paint --help)",
                "paint",
                "a",
                "--coats",
                "1",
                "--coats",
                "2");
        assertThat(ran).isEmpty();
        assertThat(out.toString()).isEmpty();
    }

    private void assertNotUnderstood(String message, String... arguments) {
        assertThatThrownBy(() -> run(arguments))
                .isInstanceOf(NotUnderstoodException.class)
                .hasMessage(message);
    }

    @Test
    void helpTellsAllButWhatIsHidden() {
        assertThat(run("help")).isZero();
        assertThat(out.toString()).contains("Usage: tool [OPTIONS] COMMAND", "Helps.", "paint  Paints.");
        out.getBuffer().setLength(0);
        assertThat(run("help", "paint")).isZero();
        String help = out.toString();
        assertThat(help)
                .contains("Usage: tool paint [OPTIONS] WALL [FLOOR]", "Paints. Slowly.", "red, green; default red.");
        assertThat(help).doesNotContain("secret");
        out.getBuffer().setLength(0);
        run("paint", "--help");
        assertThat(out.toString()).isEqualTo(help);
        assertThat(ran).isEmpty();
    }

    @Test
    void theVersionIsTold() {
        assertThat(run("--version")).isZero();
        assertThat(run("paint", "-V")).isZero();
        assertThat(out.toString().lines()).containsExactly("tool 1.2", "tool 1.2");
    }
}
