package org.imodel4j.ec.xml;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DoubleTextProperties {
    @Property
    void everyDoubleReadsBackAsItself(@ForAll double value) {
        assertThat(Double.parseDouble(DoubleText.of(value))).isEqualTo(value);
    }
}
