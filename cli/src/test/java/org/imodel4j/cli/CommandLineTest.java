package org.imodel4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    @Test
    void helpSaysWhatThereIs() {
        Ran ran = Ran.imodel("help");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("Usage: imodel");
    }

    @Test
    void versionIsTold() {
        assertThat(Ran.imodel("--version").out()).startsWith("imodel4j ");
    }

    @Test
    void whatIsNotUnderstoodIsOneLineAndExitCodeTwo() {
        for (List<String> args : List.of(List.of("frobnicate"), List.<String>of(), List.of("--no-such-option"))) {
            Ran ran = Ran.imodel(args.toArray(new String[0]));
            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.err().lines()).hasSize(1);
            assertThat(ran.out()).isEmpty();
        }
    }
}
