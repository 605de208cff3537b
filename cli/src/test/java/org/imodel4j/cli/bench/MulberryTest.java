package org.imodel4j.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MulberryTest {
    /** The numbers that the generator gives in JavaScript for seed 99. */
    @Test
    void givesTheNumbersOfItsDefinition() {
        Mulberry random = new Mulberry(99);
        assertThat(random.next()).isEqualTo(0.2604658124037087);
        assertThat(random.next()).isEqualTo(0.8048227655235678);
        assertThat(random.next()).isEqualTo(0.5408715349622071);
    }
}
