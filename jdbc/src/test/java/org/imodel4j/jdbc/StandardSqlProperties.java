package org.imodel4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StandardSqlProperties {
    @Property(tries = 2000)
    void theWordsTogetherAreTheText(@ForAll("texts") String text) {
        assertThat(SqlWords.of(text).stream().map(SqlWords.Word::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }

    @Property(tries = 2000)
    void anyTextIsRewrittenOrLeft(@ForAll("texts") String text) {
        assertThat(StandardSql.toECSql(text)).isNotNull();
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> words = Arbitraries.of(
                "SELECT ",
                "AS ",
                "CAST",
                "(",
                ")",
                "{",
                "}",
                "fn ",
                "ts ",
                "'",
                "\"",
                "\"a.b\"",
                "[",
                "]",
                "OFFSET ",
                "FETCH ",
                "NEXT ",
                "ROWS ",
                "ONLY ",
                "5 ",
                "? ",
                ".",
                "N",
                "'x'",
                "VARCHAR ",
                "--",
                "/*",
                "*/",
                "\n",
                "CHAR_LENGTH",
                "TIMESTAMP ");
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(3);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(9, words), net.jqwik.api.Tuple.of(1, any))
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }
}
