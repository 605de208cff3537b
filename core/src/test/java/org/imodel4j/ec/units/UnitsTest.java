package org.imodel4j.ec.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.imodel4j.ec.schema.ECXmlVersion;
import org.imodel4j.ec.schema.ItemDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.PhenomenonDef;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaKey;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.schema.SchemaVersion;
import org.imodel4j.ec.schema.UnitDef;
import org.imodel4j.ec.units.UnitConversion.Inversion;
import org.imodel4j.error.IModelException;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@NullUnmarked
class UnitsTest {
    @Test
    void standardUnitsConvertAsInITwinJs() {
        Units units = StandardUnits.units();
        for (String line : StandardUnits.lines("conversions.txt")) {
            String[] recorded = line.split(" ");
            UnitConversion conversion =
                    units.conversion(StandardUnits.unit(recorded[0]), StandardUnits.unit(recorded[1]));
            double factor = Double.parseDouble(recorded[2]);
            double offset = Double.parseDouble(recorded[3]);
            assertThat(conversion.factor()).as(line).isCloseTo(factor, within(Math.abs(factor) * 1e-12));
            assertThat(conversion.offset()).as(line).isCloseTo(offset, within(Math.max(1, Math.abs(offset)) * 1e-9));
            assertThat(conversion.inversion()).as(line).isEqualTo(Inversion.valueOf(recorded[4]));
        }
    }

    @Test
    void aConversionCanBeUndone() {
        Units units = StandardUnits.units();
        UnitConversion warm = units.conversion(StandardUnits.unit("CELSIUS"), StandardUnits.unit("FAHRENHEIT"));
        assertThat(warm.apply(100)).isCloseTo(212, within(1e-9));
        assertThat(warm.inverse().apply(212)).isCloseTo(100, within(1e-9));
        UnitConversion slope =
                units.conversion(StandardUnits.unit("M_PER_M"), StandardUnits.unit("M_HORIZONTAL_PER_M_VERTICAL"));
        assertThat(slope.apply(0.25)).isEqualTo(4);
        assertThat(slope.inverse().apply(4)).isEqualTo(0.25);
        assertThat(slope.apply(0)).isInfinite();
    }

    @Test
    void unitsOfDifferentThingsDoNotConvert() {
        Units units = StandardUnits.units();
        assertThat(units.areCompatible(StandardUnits.unit("M"), StandardUnits.unit("KG")))
                .isFalse();
        assertThatThrownBy(() -> units.convert(1, StandardUnits.unit("M"), StandardUnits.unit("KG")))
                .isInstanceOf(IModelException.class)
                .hasMessageContaining("Units:KG");
        assertThatThrownBy(() -> units.convert(1, StandardUnits.unit("M"), StandardUnits.unit("NO_SUCH_UNIT")))
                .isInstanceOf(IModelException.class)
                .hasMessageContaining("NO_SUCH_UNIT");
    }

    @Test
    void definitionsThatLeadNowhereAreRefused() {
        Units units = units(
                unit("BASE", "BASE", null),
                unit("A", "B", null),
                unit("B", "A*BASE", null),
                unit("SELF", "SELF(2)", null),
                unit("LOST", "NOWHERE", null),
                unit("ODD", "BASE+BASE", null),
                unit("HUGE", "TIMES(9999)", null),
                unit("TIMES", "BASE", 1e300));
        for (String name : List.of("A", "B", "SELF", "LOST", "ODD")) {
            assertThatThrownBy(() -> units.convert(1, new ItemName("S", name), new ItemName("S", "BASE")))
                    .as(name)
                    .isInstanceOf(IModelException.class);
        }
        assertThatThrownBy(() -> units.convert(1, new ItemName("S", "HUGE"), new ItemName("S", "HUGE2")))
                .isInstanceOf(IModelException.class);
    }

    @Test
    void aChainOfDefinitionsIsBounded() {
        UnitDef[] chain = new UnitDef[200];
        for (int i = 0; i < chain.length; i++) {
            chain[i] = unit("U" + i, i == 0 ? "U0" : "U" + (i - 1) + "*U" + (i - 1), null);
        }
        Units units = units(chain);
        assertThatThrownBy(() -> units.convert(1, new ItemName("S", "U199"), new ItemName("S", "U0")))
                .isInstanceOf(IModelException.class);
    }

    private static Units units(UnitDef... units) {
        List<ItemDef> items = new java.util.ArrayList<>(List.of(units));
        items.add(new PhenomenonDef("P", null, null, "P"));
        return new Units(new SchemaSet(List.of(new SchemaDef(
                new SchemaKey("S", new SchemaVersion(1, 0, 0)),
                "s",
                null,
                null,
                ECXmlVersion.V3_2,
                List.of(),
                items,
                List.of()))));
    }

    private static UnitDef unit(String name, String definition, @Nullable Double numerator) {
        return new UnitDef(
                name,
                UnitDef.Kind.UNIT,
                null,
                null,
                new ItemName("S", "P"),
                null,
                definition,
                numerator,
                null,
                null,
                null);
    }
}
