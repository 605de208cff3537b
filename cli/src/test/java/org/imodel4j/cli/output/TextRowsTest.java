package org.imodel4j.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextRowsTest {
    private final StringWriter out = new StringWriter();

    @Test
    void csvQuotesWhatWouldBreakIt() throws IOException {
        CsvRows rows = new CsvRows(out);
        rows.names(List.of("a", "b c"));
        rows.row(List.of("1,5", "say \"x\""));
        rows.row(List.of("", "two\nlines"));
        rows.end();
        assertThat(out.toString()).isEqualTo("a,b c\r\n\"1,5\",\"say \"\"x\"\"\"\r\n,\"two\nlines\"\r\n");
    }

    @Test
    void tableAlignsItsColumns() throws IOException {
        TableRows rows = new TableRows(out);
        rows.names(List.of("id", "name"));
        rows.row(List.of("0x1", "Grüße"));
        rows.row(List.of("0x1c", ""));
        rows.end();
        assertThat(out.toString()).isEqualTo("id    name\n----  -----\n0x1   Grüße\n0x1c\n(2 rows)\n");
    }

    @Test
    void tableKeepsDataFromSteeringTheTerminal() throws IOException {
        TableRows rows = new TableRows(out);
        rows.names(List.of("x"));
        rows.row(List.of("a\u001b[31m\nb"));
        rows.end();
        assertThat(out.toString()).doesNotContain("\u001b").contains("a [31m b");
    }

    @Test
    void tableOfManyRowsStreamsWithTheWidthsOfTheFirst() throws IOException {
        TableRows rows = new TableRows(out);
        rows.names(List.of("x"));
        for (int i = 0; i < 600; i++) {
            rows.row(List.of("r" + i));
        }
        rows.row(List.of("much longer than all before"));
        rows.end();
        assertThat(out.toString().lines()).hasSize(604).contains("r599", "muc\u2026", "(601 rows)");
    }
}
