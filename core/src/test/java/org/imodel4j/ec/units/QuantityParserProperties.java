package org.imodel4j.ec.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.StringLength;
import org.imodel4j.ec.schema.KindOfQuantityDef;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.error.IModelException;

class QuantityParserProperties {
    private static final QuantityFormat FORMAT = format();

    private static QuantityFormat format() {
        SchemaSet schemas = StandardUnits.schemas();
        SchemaDef formats = Objects.requireNonNull(schemas.trySchema("Formats"));
        KindOfQuantityDef quantity =
                new KindOfQuantityDef("Q", null, null, "u:M", 0.001, List.of("DefaultRealU(8)[u:M]"));
        return QuantityFormat.of(new Units(schemas), schemas, formats, quantity).get(0);
    }

    @Property
    void whatIsWrittenIsReadAgain(@ForAll @DoubleRange(min = -1e6, max = 1e6) double value) {
        assertThat(FORMAT.parse(FORMAT.format(value))).isCloseTo(value, within(1e-8));
    }

    @Property
    void anyTextIsAQuantityOrRefused(@ForAll @StringLength(max = 40) String text) {
        Throwable thrown = catchThrowable(() -> FORMAT.parse(text));
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(IModelException.class);
        }
    }
}
