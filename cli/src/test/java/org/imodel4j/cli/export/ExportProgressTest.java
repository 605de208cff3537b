package org.imodel4j.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExportProgressTest {
    @Test
    void barShowsThePartThatIsDone() {
        assertThat(ExportProgress.line(150_000, 300_000, 2_000_000_000L))
                .isEqualTo("[############------------]  50 %  150,000 of 300,000 rows, 75,000/s");
    }

    @Test
    void withoutATotalThereIsACounter() {
        assertThat(ExportProgress.line(1_500, -1, 1_000_000_000L)).isEqualTo("1,500 rows, 1,500/s");
        assertThat(ExportProgress.line(1_500, 1_000, 1_000_000_000L))
                .as("rows that came after the count")
                .isEqualTo("1,500 rows, 1,500/s");
    }
}
