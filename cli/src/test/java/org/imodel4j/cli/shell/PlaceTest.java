package org.imodel4j.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.imodel4j.ecsql.parse.ECSqlParser;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.junit.jupiter.api.Test;

class PlaceTest {
    private static List<String> parsed(String statement) {
        try {
            ECSqlParser.parseForReader(statement);
            return List.of();
        } catch (IModelException failure) {
            return Place.lines(statement, failure);
        }
    }

    private static List<String> failed(String statement, String text) {
        return Place.lines(statement, new IModelException(Status.BE_SQLITE_ERROR, text));
    }

    @Test
    void caretStandsBelowTheWordThatTheParserRefused() {
        assertThat(parsed("SELECT I\nFROM et.Thing\tWHERE WHERE I=1"))
                .containsExactly(
                        "  FROM et.Thing WHERE WHERE I=1",
                        "                      ^",
                        "error: syntax error; expected a value, found WHERE (a reserved word)");
    }

    @Test
    void caretStandsBelowTheNameThatIsNotKnown() {
        assertThat(failed("SELECT no, nope FROM x.Y", "No property or enumeration found for expression 'nope'."))
                .containsExactly(
                        "  SELECT no, nope FROM x.Y",
                        "             ^",
                        "error: No property or enumeration found for expression 'nope'.");
        assertThat(failed("SELECT foo(1)", "Preparing failed: no such function: foo (BE_SQLITE_ERROR)"))
                .containsExactly("  SELECT foo(1)", "         ^", "error: no such function: foo");
    }

    @Test
    void longLinesShowThePartAroundThePlace() {
        String statement = "SELECT " + "1 + ".repeat(100) + "nope FROM x.Y";
        List<String> lines = failed(statement, "There is no 'nope'.");
        assertThat(lines.get(0)).hasSizeLessThan(110).contains("nope");
        assertThat(lines.get(1).indexOf('^')).isEqualTo(lines.get(0).indexOf("nope"));
    }

    @Test
    void failureWithoutAPlaceIsOnlyTold() {
        assertThat(failed("SELECT 1", "The disk\n burns")).containsExactly("error: The disk burns");
    }
}
