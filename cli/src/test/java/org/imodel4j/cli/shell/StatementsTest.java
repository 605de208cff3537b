package org.imodel4j.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementsTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", ".help", " .schema bis", "SELECT 1;", "SELECT 1; -- end", "SELECT ';' ;", ";"})
    void completeTexts(String text) {
        assertThat(Statements.isComplete(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "SELECT ';",
                "SELECT \";",
                "SELECT [;",
                "SELECT 1 -- ;",
                "SELECT 1 // ;",
                "SELECT 1; /* ;",
                "SELECT 1; SELECT 2"
            })
    void textsThatGoOn(String text) {
        assertThat(Statements.isComplete(text)).isFalse();
    }

    @Test
    void textIsSplitWhereStatementsEnd() {
        assertThat(Statements.split("SELECT 'a;''b' ; ; -- x;\n SELECT [c;d] /* ; */;SELECT 3"))
                .containsExactly("SELECT 'a;''b'", "-- x;\n SELECT [c;d] /* ; */", "SELECT 3");
    }
}
