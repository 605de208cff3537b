package org.imodel4j.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressBarTest {
    @Test
    void theBarFillsAndNeverRunsOver() {
        assertThat(ProgressBar.line(0, 300, "elements")).isEqualTo("[------------------------]   0 %  0 elements");
        assertThat(ProgressBar.line(150, 300, "elements")).isEqualTo("[############------------]  50 %  150 elements");
        assertThat(ProgressBar.line(1200, 300, "elements"))
                .isEqualTo("[########################] 100 %  1,200 elements");
    }
}
