package org.imodel4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imodel4j.jdbc.SampleFiles.rows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardSqlTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '\0',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "{d '2020-01-02'}§DATE '2020-01-02'",
                "{t '01:02:03'}§TIME '01:02:03'",
                "{ts '2020-01-02 03:04:05'}§CAST(JULIANDAY('2020-01-02 03:04:05') AS TIMESTAMP)",
                "TIMESTAMP '2020-01-02 03:04:05'§CAST(JULIANDAY('2020-01-02 03:04:05') AS TIMESTAMP)",
                "TIMESTAMP '2020-01-02T03:04:05Z'§TIMESTAMP '2020-01-02T03:04:05Z'",
                "x LIKE 'a' {escape '!'}§x LIKE 'a' ESCAPE '!'",
                "{fn ABS({fn CEILING(1)})}§ ABS( ceil(1))",
                "SELECT 1 FROM {oj a.A x LEFT JOIN a.B y ON x.c=y.c}§SELECT 1 FROM  a.A x LEFT JOIN a.B y ON x.c=y.c",
                "SELECT 1 FROM a.A {limit 5 offset 2}§SELECT 1 FROM a.A LIMIT 5 offset 2",
                "SELECT 1 FROM a.A FETCH NEXT 5 ROWS ONLY§SELECT 1 FROM a.A LIMIT 5",
                "SELECT 1 FROM a.A FETCH FIRST ? ROW ONLY§SELECT 1 FROM a.A LIMIT ?",
                "SELECT 1 FROM a.A OFFSET 3 ROWS FETCH NEXT 5 ROWS ONLY§SELECT 1 FROM a.A LIMIT 5 OFFSET 3",
                "SELECT 1 FROM a.A OFFSET 3 ROWS§SELECT 1 FROM a.A LIMIT 9223372036854775807 OFFSET 3",
                "CAST(x AS VARCHAR(20) CHARACTER SET \"ISO-8859-1\")§CAST(x AS STRING)",
                "CAST(CAST(x AS DECIMAL(3,2)) AS BIGINT)§CAST(CAST(x AS DOUBLE) AS INT64)",
                "CAST(x AS DOUBLE PRECISION)§CAST(x AS DOUBLE)",
                "CAST(x AS my.Enum)§CAST(x AS my.Enum)",
                "\"t\".\"Model.Id\" = \"P.X\"§\"t\".\"Model\".\"Id\" = \"P\".\"X\"",
                "SELECT COUNT(*) AS \"n.o\" ORDER BY \"n.o\"§SELECT COUNT(*) AS \"n.o\" ORDER BY \"n.o\"",
                "SELECT \"t\".\"Model.Id\" AS \"Model.Id\" FROM§SELECT \"t\".\"Model\".\"Id\"  FROM",
                "N'a' || _UTF8'b'§'a' || 'b'",
                "CHAR_LENGTH(x) + character_length(y)§length(x) + length(y)",
                "UCASE(a) || LCASE(b)§upper(a) || lower(b)",
            })
    void whatToolsSendBecomesECSql(String sql, String ecsql) {
        assertThat(StandardSql.toECSql(sql)).isEqualTo(ecsql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT '{d ''x''} FETCH NEXT 5 ROWS ONLY \"a.b\"' FROM a.B",
                "SELECT 1 -- {fn a}\n FROM a.B /* \"a.b\" */ // CHAR_LENGTH(x)\n",
                "SELECT [a.b], `c.d`, \".a\", \"a.\", \"a..b\", \"a\"\"b.c\" FROM a.B",
                "SELECT Offset, x.CHAR_LENGTH(y) FROM a.B LIMIT 5 OFFSET 3",
                "SELECT t.fetch, N, AS_OF FROM a.B t ECSQLOPTIONS a=b",
                "SELECT x OFFSET ? ROWS FETCH NEXT ? ROWS ONLY",
                "{call me}",
                "CAST(x AS",
                "CAST(x AS VARCHAR(",
                "'open",
                "\"open.",
                "}{}{",
                "",
            })
    void everythingElseStaysAsItIs(String sql) {
        assertThat(StandardSql.toECSql(sql)).isEqualTo(sql);
    }

    @Test
    void whatIsRewrittenRuns() throws SQLException {
        try (Connection connection = new SampleFiles(folder).connect("building.bim")) {
            assertThat(rows(
                            connection,
                            "SELECT \"q\".\"Model.Id\", CAST(\"q\".\"n\" AS VARCHAR(10)) FROM (SELECT \"e\".\"Model.Id\" AS \"Model.Id\","
                                    + " COUNT(*) AS \"n\" FROM \"Bldg\".\"Wall\" AS \"e\" WHERE \"LastMod\" > {ts '2020-01-01 00:00:00.0'}"
                                    + " GROUP BY \"e\".\"Model.Id\") AS \"q\" ORDER BY \"q\".\"n\" DESC NULLS LAST, 1"
                                    + " OFFSET 1 ROWS FETCH NEXT 1 ROWS ONLY"))
                    .containsExactly(List.of("0x1d", "24"));
            assertThat(rows(connection, "SELECT MAX(ECInstanceId) AS \"a.b\" FROM bis.Element HAVING \"a.b\">1"))
                    .hasSize(1);
            assertThat(rows(
                            connection,
                            "SELECT CodeValue FROM bis.Element WHERE CodeValue LIKE 'W!-%' {escape '!'} {limit 2}"))
                    .hasSize(2);
        }
    }

    @Test
    void momentsCompareWithPropertiesOfEveryKind() throws SQLException {
        try (Connection connection = new SampleFiles(folder).connect("ecsql/types.bim")) {
            for (String property : List.of("DtUtc", "DtUnspec", "DtLocal", "Dt", "LastMod")) {
                assertThat(rows(
                                connection,
                                "SELECT 1 FROM et.Thing WHERE " + property + " > TIMESTAMP '2001-01-01 00:00:00'"))
                        .as(property)
                        .isNotEmpty();
            }
            assertThat(rows(connection, "SELECT I FROM et.Thing WHERE DtUtc = TIMESTAMP '2018-02-04 12:30:00.000'"))
                    .contains(List.of("-3"));
        }
    }
}
