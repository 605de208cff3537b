package org.imodel4j.ec.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.imodel4j.ec.schema.FormatDef;
import org.imodel4j.ec.schema.FormatDef.Composite;
import org.imodel4j.ec.schema.FormatDef.CompositeUnit;
import org.imodel4j.ec.schema.KindOfQuantityDef;
import org.imodel4j.ec.schema.NumericFormat;
import org.imodel4j.ec.schema.NumericFormat.Trait;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.error.IModelException;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class QuantityFormatTest {
    private final SchemaSet schemas = StandardUnits.schemas();
    private final Units units = new Units(schemas);

    @Test
    void quantitiesAreWrittenAndReadAsInITwinJs() {
        for (String line : StandardUnits.lines("quantities.jsonl")) {
            JsonObject recorded = (JsonObject) Json.parse(line);
            QuantityFormat format = QuantityFormat.of(
                    units, StandardUnits.unit(recorded.text("unit")), format(recorded.object("format")));
            assertThat(format.format(recorded.number("value").value())).as(line).isEqualTo(recorded.text("text"));
            JsonValue.Number parsed = recorded.number("parsed");
            if (parsed != null) {
                assertThat(format.parse(recorded.text("text")))
                        .as(line)
                        .isCloseTo(parsed.value(), within(1e-9 * Math.max(1e-3, Math.abs(parsed.value()))));
            }
        }
    }

    @Test
    void formatsOfAKindOfQuantityAreThoseOfItsStrings() {
        SchemaDef formats = schemas.trySchema("Formats");
        KindOfQuantityDef length = new KindOfQuantityDef(
                "LENGTH",
                null,
                null,
                "u:M",
                0.001,
                List.of("DefaultRealU(2)[u:FT]", "AmerFI", "DefaultRealU(1)[u:MM|millis]"));
        List<QuantityFormat> shown = QuantityFormat.of(units, schemas, formats, length);
        assertThat(shown)
                .extracting(format -> format.format(1.6129))
                .containsExactly("5.29 ft", "5'3 1/2\"", "1612.9 millis");
        assertThat(shown.get(1).parse("5'-3 1/2\"")).isCloseTo(1.6129, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"NoSuchFormat", "x:DefaultReal", "DefaultReal(", "DefaultReal[u:M", "DefaultReal[u:NOTHING]"})
    void stringsThatNameNothingAreRefused(String text) {
        KindOfQuantityDef quantity = new KindOfQuantityDef("Q", null, null, "u:M", 0.001, List.of(text));
        assertThatThrownBy(() -> QuantityFormat.of(units, schemas, schemas.trySchema("Formats"), quantity))
                .isInstanceOf(IModelException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "5'-3\" | 1.6002",
                "-5'-3\" | -1.6002",
                "(5') | -1.524",
                "5 3 | 1.6002",
                "5-3 | 1.6002",
                "3 1/2\" | 0.0889",
                "3-1/2\" | 0.0889",
                "1/2 | 0.1524",
                "1,234' | 376.1232",
                "1e2' | 30.48",
                "1 m | 1",
                "1 km 5 m | 1005",
                "1 YRD | 0.9144",
                "2 ft 6 in | 0.762"
            })
    void peopleWriteQuantitiesInManyWays(String text, double metres) {
        assertThat(feetAndInches().parse(text)).isCloseTo(metres, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "abc", "--5", "5..3", "5 xx", "1/0", "(5'", "5')", "5' 3\" 2", "1 kg", "\u00bd"})
    void whatIsNoQuantityIsRefused(String text) {
        assertThatThrownBy(() -> feetAndInches().parse(text)).isInstanceOf(IModelException.class);
    }

    @Test
    void aVeryLongTextIsRefused() {
        assertThatThrownBy(() -> feetAndInches().parse("1 ".repeat(100_000))).isInstanceOf(IModelException.class);
    }

    private QuantityFormat feetAndInches() {
        NumericFormat numeric = new NumericFormat(
                NumericFormat.Type.FRACTIONAL,
                8,
                null,
                null,
                null,
                null,
                List.of(Trait.SHOW_UNIT_LABEL),
                null,
                null,
                "",
                null,
                null);
        Composite composite = new Composite(
                "-",
                true,
                List.of(
                        new CompositeUnit(StandardUnits.unit("FT"), "'"),
                        new CompositeUnit(StandardUnits.unit("IN"), "\"")));
        return QuantityFormat.of(units, StandardUnits.unit("M"), new FormatDef("F", null, null, numeric, composite));
    }

    private static FormatDef format(JsonObject json) {
        List<Trait> traits = new ArrayList<>();
        if (json.array("formatTraits") != null) {
            for (JsonValue trait : json.array("formatTraits").items()) {
                traits.add(word(Trait.values(), ((JsonValue.Text) trait).value()));
            }
        }
        NumericFormat numeric = new NumericFormat(
                word(NumericFormat.Type.values(), json.text("type")),
                whole(json, "precision"),
                json.number("roundFactor") == null
                        ? null
                        : json.number("roundFactor").value(),
                whole(json, "minWidth"),
                word(NumericFormat.ScientificType.values(), json.text("scientificType")),
                word(NumericFormat.SignOption.values(), json.text("showSignOption")),
                traits,
                json.text("decimalSeparator"),
                json.text("thousandSeparator"),
                json.text("uomSeparator"),
                json.text("stationSeparator"),
                whole(json, "stationOffsetSize"));
        JsonObject composite = json.object("composite");
        List<CompositeUnit> parts = new ArrayList<>();
        if (composite != null) {
            for (JsonValue unit : composite.array("units").items()) {
                String name = ((JsonObject) unit).text("name");
                parts.add(new CompositeUnit(
                        StandardUnits.unit(name.substring("Units.".length())), ((JsonObject) unit).text("label")));
            }
        }
        return new FormatDef(
                "F",
                null,
                null,
                numeric,
                composite == null ? null : new Composite(composite.text("spacer"), true, parts));
    }

    private static Integer whole(JsonObject json, String name) {
        return json.number(name) == null
                ? null
                : (Integer) (int) json.number(name).value();
    }

    private static <E extends Enum<E>> E word(E[] values, String word) {
        for (E value : values) {
            if (word != null && value.name().replace("_", "").equals(word.toUpperCase(Locale.ROOT))) {
                return value;
            }
        }
        return null;
    }
}
