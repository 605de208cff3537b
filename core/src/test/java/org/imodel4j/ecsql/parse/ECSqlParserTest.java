package org.imodel4j.ecsql.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Objects;
import org.imodel4j.error.IModelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What iTwin.js 5.7 accepts and refuses, each statement asked there, and what later versions added. */
class ECSqlParserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT *, I FROM et.Thing",
                "SELECT * x FROM et.Thing",
                "SELECT t.*, t.* FROM et.Thing t",
                "SELECT 1 FROM main:et:Thing",
                "SELECT 1 FROM et:Thing.Changes(1,'a') x",
                "SELECT 1 FROM + ALL + et.Thing",
                "SELECT * FROM ONLY (SELECT 1) AS t",
                "SELECT 1 FROM ALL json_each('[]')",
                "SELECT 1 FROM et.Thing t, et.Thing a JOIN et.Note n ON 1=1, et.Thing c",
                "SELECT 1 FROM et.Thing t JOIN et.Thing n USING et:ThingKnowsThing AS x FORWARD",
                "SELECT 1 FROM et.Thing t NATURAL LEFT JOIN et.Note n",
                "SELECT 1 FROM et.Thing OPTIONS a UNION SELECT 1 FROM et.Note",
                "SELECT 1 FROM et.Thing OPTIONS a=1 c=TRUE d=1.5 e=NULL f=g h",
                "SELECT 1 FROM et.Thing EXCEPT ALL SELECT 1 FROM et.Note",
                "VALUES (1) UNION SELECT 2",
                "SELECT 1 ; -- x",
                "WITH a(x) AS (VALUES (1) UNION VALUES (2)) SELECT x FROM a",
                "WITH a AS (SELECT 1 x) VALUES (1)",
                "SELECT I FROM et.Thing WHERE I > ALL (VALUES (1),(2))",
                "SELECT S FROM et.Thing WHERE 'a' AND 1",
                "SELECT S FROM et.Thing WHERE (I=1) IS TRUE",
                "SELECT S FROM et.Thing WHERE NOT (NOT I=1)",
                "SELECT S FROM et.Thing WHERE I IN ((SELECT 1))",
                "SELECT S FROM et.Thing WHERE I BETWEEN 1 AND 2 AND I=1",
                "SELECT S FROM et.Thing WHERE ECClassId IS (+ONLY et.Thing, main.et:Note)",
                "SELECT S FROM et.Thing WHERE I MATCH f(1)",
                "SELECT I FROM et.Thing ORDER BY I=1 DESC, I IS NULL, I LIKE 'a'",
                "SELECT I FROM et.Thing LIMIT 1+1 OFFSET (SELECT 1)",
                "SELECT rank() OVER (ROWS (1+1) PRECEDING) FROM et.Thing",
                "SELECT I[], $ -> I ? FROM et.Thing",
                "SELECT [count](1), [like]('a','b'), glob('a','b')",
                "SELECT 1a, 0x, 1.e5, 1.b, .5c",
                "SELECT 1 /* c",
                "SELECT é FROM (SELECT 1 é)",
                "INSERT INTO ONLY et.Note VALUES (1)",
                "INSERT INTO et.Note(a.b.c, d) VALUES (1, ?)",
                "UPDATE ALL et.Note SET Tag=NULL, a.b=(SELECT 1) WHERE 1=1 OPTIONS a b=1",
                "DELETE FROM ONLY et.Note WHERE Tag=1 OPTIONS a;",
                "PRAGMA a=1 FOR c.d:e OPTIONS x y=1",
                "PRAGMA a([b c])",
                // Later versions.
                "SELECT I FROM et.Thing WHERE I IS NOT 80 AND S IS 'a' AND I IS (1)",
                "WITH a(x) AS (VALUES (1),(2)) SELECT x FROM a",
                "SELECT 1 FROM et.Thing t CROSS JOIN et.Note n ON 1=1",
                "PRAGMA sqlite_sql([SELECT 1])",
                "SELECT 1 FROM ECVLib.Relations(1, 2) r",
            })
    void isAccepted(String ecsql) {
        assertThat(ECSqlParser.parse(ecsql)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "SELECT",
                "SELECT 1;;",
                "(SELECT 1)",
                "SELECT - -1",
                "SELECT ~ -1",
                "SELECT 'a'+S FROM et.Thing",
                "SELECT ('a')+'b'",
                "SELECT upper('a')+'b'",
                "SELECT 'a'-'b'",
                "SELECT -'a'",
                "SELECT DATE '2012-01-01' + 1",
                "SELECT DATE S FROM et.Thing",
                "SELECT (I=1) FROM et.Thing",
                "SELECT NOT I FROM et.Thing",
                "SELECT upper(I=1) FROM et.Thing",
                "SELECT (I IS NULL) FROM et.Thing",
                "SELECT IIF(1=1,2=2,3)",
                "SELECT CASE 1 WHEN 1 THEN 2 END",
                "SELECT CASE ELSE 1 END",
                "SELECT CAST(1 AS INT[])",
                "SELECT CAST(1 AS VARCHAR(10))",
                "SELECT count(), 1",
                "SELECT sum(1,2)",
                "SELECT row_number()",
                "SELECT first_value(DISTINCT I) OVER () FROM et.Thing",
                "SELECT rank() OVER (PARTITION BY I+1) FROM et.Thing",
                "SELECT rank() OVER (ROWS 1 FOLLOWING) FROM et.Thing",
                "SELECT sum(I) FILTER (WHERE I>1) FROM et.Thing",
                "SELECT I AS 'x' FROM et.Thing",
                "SELECT t.*+1 FROM et.Thing t",
                "SELECT I[].x FROM et.Thing",
                "SELECT $->I?? FROM et.Thing",
                "SELECT a.f(1)",
                "SELECT 1 FROM f()",
                "SELECT * FROM ((SELECT 1))",
                "SELECT I FROM (et.Thing)",
                "SELECT 1 FROM et.Thing t JOIN et.Note n",
                "SELECT 1 FROM et.Thing t LEFT INNER JOIN et.Note n ON 1=1",
                "SELECT 1 FROM ++et.Thing",
                "SELECT 1 FROM et.Thing OPTIONS b='x'",
                "SELECT 1 LIMIT 1",
                "SELECT 1 FROM et.Thing LIMIT 1 ORDER BY I",
                "SELECT 1 FROM et.Thing UNION DISTINCT SELECT 1 FROM et.Note",
                "VALUES (1),(2)",
                "SELECT * FROM (VALUES (1),(2) UNION SELECT 2)",
                "WITH a AS (WITH b AS (SELECT 1 y) SELECT y FROM b) SELECT x FROM a",
                "SELECT 1 UNION WITH a AS (SELECT 1 x) SELECT x FROM a",
                "SELECT S FROM et.Thing WHERE NOT NOT I=1",
                "SELECT S FROM et.Thing WHERE I IS NULL IS TRUE",
                "SELECT S FROM et.Thing WHERE I=1 = TRUE",
                "SELECT S FROM et.Thing WHERE I IN ()",
                "SELECT S FROM et.Thing WHERE I LIKE 'a' ESCAPE ?",
                "SELECT S FROM et.Thing WHERE EXISTS SELECT 1",
                "SELECT S FROM et.Thing WHERE I > ANY (1,2)",
                "SELECT S FROM et.Thing WHERE ECClassId IS (ONLY Thing)",
                "SELECT I FROM et.Thing ORDER BY NOT I",
                "SELECT I FROM et.Thing ORDER BY (I=1)",
                "SELECT I FROM et.Thing GROUP BY I=1",
                "SELECT I FROM et.Thing LIMIT 'a'",
                "SELECT ? ?",
                "SELECT $1",
                "SELECT :1",
                "SELECT x'00'",
                "SELECT 1 ! 2",
                "SELECT 1..2",
                "SELECT 1 AS `x",
                "INSERT INTO ALL et.Note VALUES (1)",
                "INSERT INTO et.Note(Tag) VALUES (1),(2)",
                "INSERT INTO et.Note() VALUES (1)",
                "INSERT INTO et.Note(Tag) VALUES (1) OPTIONS a",
                "UPDATE +ONLY et.Note SET Tag=1",
                "UPDATE et.Note n SET Tag=1",
                "DELETE FROM et.Note n",
                "PRAGMA a=-1",
                "PRAGMA a()",
                "PRAGMA a FOR",
            })
    void isRefused(String ecsql) {
        assertThatExceptionOfType(IModelException.class)
                .isThrownBy(() -> ECSqlParser.parse(ecsql))
                .satisfies(error -> {
                    assertThat(error.errorNumber()).isEqualTo(1);
                    assertThat(error.text()).startsWith("Failed to parse ECSQL '" + ecsql + "': syntax error");
                });
    }

    @Test
    void concatenationBindsWeakerThanArithmetic() {
        Expression.Binary binary = (Expression.Binary) ECSqlPrinterTest.onlyColumn("S || I + 1 * 2 & 3");
        assertThat(binary.operator()).isEqualTo(Expression.BinaryOperator.CONCAT);
        assertThat(((Expression.Binary) binary.right()).operator()).isEqualTo(Expression.BinaryOperator.BITWISE_AND);
    }

    @Test
    void namedAndPositionalParametersCountTogether() {
        Query.Select select = (Query.Select) ECSqlParser.parse("SELECT :p, ?, :P, :q, ? FROM et.Thing");
        List<Integer> indexes = select.items().stream()
                .map(item -> ((Expression.Parameter) ((SelectItem.Value) item).expression()).index())
                .toList();
        assertThat(indexes).containsExactly(1, 2, 1, 3, 4);
    }

    @Test
    void readerTakesRowsOfValuesAndNothingThatWrites() {
        assertThat(ECSqlParser.parseForReader("VALUES (1),(2)")).isInstanceOf(Query.Values.class);
        assertThatExceptionOfType(IModelException.class)
                .isThrownBy(() -> ECSqlParser.parseForReader("DELETE FROM et.Note"))
                .satisfies(error -> assertThat(error.text())
                        .isEqualTo("Failed to parse ECSQL 'select * from (DELETE FROM et.Note \n)"
                                + " limit :sys_ecdb_count offset :sys_ecdb_offset': syntax error"));
    }

    @Test
    void instanceAccessTakesOneQualifier() {
        assertThatExceptionOfType(IModelException.class)
                .isThrownBy(() -> ECSqlParser.parse("SELECT et.Thing.$->I FROM et.Thing"))
                .withMessageStartingWith("Invalid grammar. Instance exp must be follow syntax '[<alias>.]$'");
    }

    @Test
    void offsetsPointAtTheNodes() {
        String ecsql = "SELECT upper(S)\nFROM et.Thing t WHERE t.I = 1";
        Query.Select select = (Query.Select) ECSqlParser.parse(ecsql);
        Predicate.Comparison where = (Predicate.Comparison) Objects.requireNonNull(select.where());
        assertThat(Position.of(ecsql, where.offset())).isEqualTo(new Position(2, 23));
        assertThat(ecsql.substring(where.right().offset())).isEqualTo("1");
    }

    @Test
    void reservedWordsCompareWithoutCase() {
        assertThat(ReservedWords.all())
                .hasSize(127)
                .contains("CUME_DIST", "INT64")
                .doesNotContain("KEY", "INDEX");
        assertThat(ReservedWords.contains("select")).isTrue();
        assertThat(ReservedWords.contains("ſelect")).isFalse();
        assertThat(ReservedWords.contains("")).isFalse();
    }
}
