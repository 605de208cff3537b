package org.imodel4j.ecsql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.imodel4j.error.IModelException;
import org.jspecify.annotations.Nullable;

class ECSqlParserProperties {
    private static final String[] WORDS = {
        "SELECT",
        "FROM",
        "WHERE",
        "(",
        ")",
        ",",
        ".",
        "*",
        "+",
        "-",
        "~",
        "||",
        "=",
        "<>",
        "1",
        "0x1F",
        "1.5e3",
        "'a'",
        "I",
        "[S]",
        "et.Thing",
        "?",
        ":p",
        "$",
        "->",
        "AND",
        "OR",
        "NOT",
        "IS",
        "NULL",
        "IN",
        "LIKE",
        "BETWEEN",
        "CASE",
        "WHEN",
        "THEN",
        "ELSE",
        "END",
        "CAST",
        "AS",
        "INT",
        "COUNT",
        "OVER",
        "UNION",
        "ALL",
        "WITH",
        "VALUES",
        "JOIN",
        "ON",
        "USING",
        "GROUP",
        "BY",
        "ORDER",
        "LIMIT",
        "IIF",
        "upper",
        "PRAGMA",
        "INSERT",
        "INTO",
        "UPDATE",
        "SET",
        "DELETE",
        "ONLY",
        ";",
        "[]",
        "EXISTS",
        "ANY",
        "DATE",
        "'2020-01-01'",
        "OPTIONS",
        "--x\n",
        "/*",
        "\"",
        "]",
        "@",
        "é"
    };

    @Property(tries = 2000)
    void anyTextGivesATreeOrOurException(@ForAll @StringLength(max = 200) String text) {
        assertTreeOrException(text);
        assertTreeOrException("SELECT " + text);
    }

    @Property(tries = 5000)
    void anyWordsGiveATreeOrOurException(@ForAll("words") List<String> words) {
        assertTreeOrException(String.join(" ", words));
        assertTreeOrException("SELECT " + String.join(" ", words));
        assertTreeOrException("SELECT 1 FROM et.Thing WHERE " + String.join(" ", words));
    }

    @Property(tries = 2000)
    void printedValuesParseToTheSamePrint(@ForAll("values") String value) {
        String printed = ECSqlPrinter.print(ECSqlPrinterTest.onlyColumn(value));
        assertThat(ECSqlPrinter.print(ECSqlPrinterTest.onlyColumn(printed))).isEqualTo(printed);
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of(WORDS).list().ofMaxSize(25);
    }

    @Provide
    Arbitrary<String> values() {
        return valuesOfDepth(4);
    }

    private static Arbitrary<String> valuesOfDepth(int depth) {
        Arbitrary<String> leaves = Arbitraries.of(
                "1", "0x1f", "2.5e-3", "'it''s'", "NULL", "I", "[a b].X", "?", ":p", "t.$->I?", "DATE '2020-01-01'");
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<String> inner = valuesOfDepth(depth - 1);
        Arbitrary<String> one = Combinators.combine(
                        Arbitraries.of(
                                "(%s)",
                                "upper(%s,I)",
                                "-(%s)",
                                "CAST(%s AS INT)",
                                "SUM(DISTINCT %s) OVER (PARTITION BY I ORDER BY I)"),
                        inner)
                .as(String::formatted);
        Arbitrary<String> two = Combinators.combine(
                        Arbitraries.of(
                                "upper(%s)*upper(%s)",
                                "%s||%s", "IIF(%s NOT LIKE %s,1,2)", "CASE WHEN %s IS (upper(%s)) THEN 1 ELSE 2 END"),
                        inner,
                        inner)
                .as(String::formatted);
        return Arbitraries.oneOf(leaves, one, two);
    }

    private static @Nullable Statement assertTreeOrException(String ecsql) {
        try {
            return ECSqlParser.parse(ecsql);
        } catch (IModelException refused) {
            assertThat(refused.errorNumber()).isEqualTo(1);
            assertThat(refused.context()).containsKey("at");
            return null;
        }
    }
}
