package org.imodel4j.ecsql.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.imodel4j.error.IModelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "f(",
                "CASE WHEN ",
                "(SELECT ",
                "IIF(",
                "CAST(",
                "COUNT(",
                "[a](",
                "-(",
                "(SELECT 1 FROM (SELECT "
            })
    void hundredThousandOpenConstructsAreRefused(String open) {
        assertRefused("SELECT " + open.repeat(100_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "NOT (",
                "1 IN (",
                "EXISTS (SELECT 1 FROM a.b WHERE ",
                "1 > ALL (SELECT ",
                "x IS (",
                "x LIKE ("
            })
    void hundredThousandOpenConditionsAreRefused(String open) {
        assertRefused("SELECT 1 FROM a.b WHERE " + open.repeat(100_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1+", "'a'||", "1*", "1<<", "1-1*"})
    void chainsOfOperatorsAreBounded(String link) {
        assertThat(ECSqlPrinter.print(ECSqlPrinterTest.onlyColumn(link.repeat(400) + "1")))
                .isNotEmpty();
        assertRefused("SELECT " + link.repeat(100_000) + "1");
    }

    @Test
    void heightOfNestedChainsIsBounded() {
        String sum = "1".concat("+1".repeat(300));
        String nested = sum;
        for (int i = 0; i < 3; i++) {
            nested = "(" + nested + ")" + "+1".repeat(300);
        }
        assertRefused("SELECT " + nested);
    }

    @Test
    void joinsAreBounded() {
        assertRefused("SELECT 1 FROM a.b" + " CROSS JOIN a.b".repeat(100_000));
    }

    @Test
    void longListsAndFlatChainsAreAccepted() {
        assertParses("SELECT 1 FROM a.b WHERE x IN (1" + ",1".repeat(200_000) + ")");
        assertParses("SELECT 1" + ",x AS y".repeat(100_000) + " FROM a.b");
        assertParses("SELECT 1 FROM a.b WHERE x=1" + " OR x=1".repeat(100_000));
        assertParses("SELECT 1 FROM a.b WHERE x=1" + " AND x=1".repeat(100_000));
        assertParses("SELECT 1" + " UNION ALL SELECT 1".repeat(100_000));
    }

    @Test
    void sixtyFourLevelsAreAccepted() {
        assertParses("SELECT " + "(1+".repeat(64) + "1" + ")".repeat(64));
        assertParses("SELECT " + "(SELECT ".repeat(64) + "1" + ")".repeat(64));
        assertParses("SELECT 1 FROM a.b WHERE " + "NOT (".repeat(64) + "1" + ")".repeat(64));
        assertParses("SELECT 1 FROM " + "(SELECT * FROM ".repeat(64) + "a.b" + ")".repeat(64));
    }

    @Test
    void tenMegabytesAreAcceptedOrRefusedWithAShortMessage() {
        assertParses("SELECT '" + "x".repeat(10_000_000) + "'");
        assertParses("SELECT 1 --" + "x".repeat(10_000_000));
        assertRefused("SELECT '" + "x".repeat(10_000_000));
        assertRefused("SELECT " + "[a.".repeat(3_000_000));
        assertRefused("SELECT " + "1 ".repeat(5_000_000));
        assertRefused("SELECT " + "/*".repeat(5_000_000) + "*/ FROM");
    }

    @Test
    void errorsTellPlaceAndExpectation() {
        assertThatExceptionOfType(IModelException.class)
                .isThrownBy(() -> ECSqlParser.parse("SELECT I\nFROM et.Thing WHERE Rank = 1"))
                .satisfies(error -> {
                    assertThat(error.errorNumber()).isEqualTo(1);
                    assertThat(error.text())
                            .isEqualTo("Failed to parse ECSQL 'SELECT I\nFROM et.Thing WHERE Rank = 1': syntax error");
                    assertThat(error.context())
                            .containsEntry("at", new Position(2, 21))
                            .containsEntry("expected", "a value")
                            .containsEntry("found", "RANK (a reserved word)");
                });
        assertThatExceptionOfType(IModelException.class)
                .isThrownBy(() -> ECSqlParser.parse("SELECT 1 AS First"))
                .satisfies(error -> assertThat(error.context())
                        .containsEntry("expected", "an alias")
                        .containsEntry("found", "FIRST (a reserved word)"));
    }

    private static void assertParses(String ecsql) {
        assertThat(ECSqlParser.parse(ecsql)).isNotNull();
        assertThat(ECSqlParser.parseForReader(ecsql)).isNotNull();
    }

    private static void assertRefused(String ecsql) {
        assertThatExceptionOfType(IModelException.class)
                .isThrownBy(() -> ECSqlParser.parse(ecsql))
                .satisfies(error -> {
                    assertThat(error.errorNumber()).isEqualTo(1);
                    assertThat(error.getMessage().length()).isLessThan(5_000);
                });
    }
}
