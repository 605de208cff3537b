package org.imodel4j.ec.xml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.imodel4j.ec.schema.FormatDef;
import org.imodel4j.ec.schema.FormatDef.Composite;
import org.imodel4j.ec.schema.FormatDef.CompositeUnit;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.NumericFormat;
import org.imodel4j.ec.schema.UnitDef;
import org.imodel4j.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/** Formats of quantities. Keywords are read without regard to case. */
final class FormatElements {
    private static final int MOST_DECIMALS = 12;
    private static final int LARGEST_DENOMINATOR = 256;

    private final Reading reading;
    private final CompositeRules composites;

    FormatElements(Reading reading, CompositeRules composites) {
        this.reading = reading;
        this.composites = composites;
    }

    FormatDef format(Declarations.Item item) {
        XmlElement element = item.element();
        NumericFormat numeric = numeric(item);
        Composite composite = null;
        if (!element.children().isEmpty()) {
            XmlElement first = element.children().get(0);
            if (!first.name().equalsIgnoreCase("Composite")) {
                throw reading.problem(first, item.name(), "a format begins with a Composite element, if with any");
            }
            composite = composite(item, first);
        }
        return new FormatDef(
                item.name(), reading.label(element, item.name()), reading.description(element), numeric, composite);
    }

    private NumericFormat numeric(Declarations.Item item) {
        NumericFormat.Type type = keyword(item, "type", NumericFormat.Type.class);
        if (type == null) {
            throw reading.problem(item.element(), item.name(), "type is required");
        }
        NumericFormat.ScientificType scientific = null;
        if (type == NumericFormat.Type.SCIENTIFIC) {
            scientific = keyword(item, "scientificType", NumericFormat.ScientificType.class);
            if (scientific == null) {
                throw reading.problem(item.element(), item.name(), "scientificType is required for this type");
            }
        }
        Integer stationOffset = null;
        if (type == NumericFormat.Type.STATION) {
            stationOffset = number(item, "stationOffsetSize");
            if (stationOffset == null || stationOffset < 1) {
                throw reading.problem(
                        item.element(), item.name(), "stationOffsetSize is required for this type and is at least 1");
            }
        }
        Integer minWidth = number(item, "minWidth");
        if (minWidth != null && minWidth < 1) {
            throw reading.problem(item.element(), item.name(), "minWidth is at least 1");
        }
        return new NumericFormat(
                type,
                precision(item, type),
                roundFactor(item),
                minWidth,
                scientific,
                keyword(item, "showSignOption", NumericFormat.SignOption.class),
                traits(item),
                separator(item, "decimalSeparator"),
                separator(item, "thousandSeparator"),
                item.element().attribute("uomSeparator"),
                separator(item, "stationSeparator"),
                stationOffset);
    }

    private int precision(Declarations.Item item, NumericFormat.Type type) {
        Integer precision = number(item, "precision");
        if (precision == null || !isPrecision(precision, type)) {
            throw reading.problem(
                    item.element(),
                    item.name(),
                    "precision is required, 0 to 12 decimals or the denominator of a fraction, a power of 2 up to 256");
        }
        return precision;
    }

    static boolean isPrecision(int precision, NumericFormat.Type type) {
        if (type == NumericFormat.Type.FRACTIONAL) {
            return precision > 0 && precision <= LARGEST_DENOMINATOR && Integer.bitCount(precision) == 1;
        }
        return precision >= 0 && precision <= MOST_DECIMALS;
    }

    private @Nullable Integer number(Declarations.Item item, String attribute) {
        String text = item.element().attribute(attribute);
        if (text == null) {
            return null;
        }
        Integer number = ScannedNumber.tryInt(text);
        if (number == null) {
            throw reading.problem(item.element(), item.name(), attribute + " is a whole number");
        }
        return number;
    }

    private @Nullable Double roundFactor(Declarations.Item item) {
        String text = item.element().attribute("roundFactor");
        if (text == null) {
            return null;
        }
        Double factor = ScannedNumber.tryDouble(text);
        if (factor == null) {
            throw reading.problem(item.element(), item.name(), "roundFactor is a number");
        }
        return factor;
    }

    private @Nullable String separator(Declarations.Item item, String attribute) {
        String text = item.element().attribute(attribute);
        if (text != null && text.getBytes(StandardCharsets.UTF_8).length != 1) {
            throw reading.problem(item.element(), item.name(), attribute + " is one character of ASCII");
        }
        return text;
    }

    private List<NumericFormat.Trait> traits(Declarations.Item item) {
        String text = item.element().attribute("formatTraits");
        Set<NumericFormat.Trait> traits = EnumSet.noneOf(NumericFormat.Trait.class);
        for (String word : text == null ? new String[0] : text.split("[,;|]", -1)) {
            if (!word.isBlank()) {
                NumericFormat.Trait trait = constant(word.trim(), NumericFormat.Trait.class);
                if (trait == null) {
                    throw reading.problem(item.element(), item.name(), "formatTraits has an unknown word");
                }
                traits.add(trait);
            }
        }
        return new ArrayList<>(traits);
    }

    private <E extends Enum<E>> @Nullable E keyword(Declarations.Item item, String attribute, Class<E> type) {
        String text = item.element().attribute(attribute);
        if (text == null) {
            return null;
        }
        E constant = constant(text, type);
        if (constant == null) {
            throw reading.problem(item.element(), item.name(), attribute + " is not one of the words for it");
        }
        return constant;
    }

    /** Schemas write {@code KeepSingleZero} for {@code KEEP_SINGLE_ZERO}. */
    private static <E extends Enum<E>> @Nullable E constant(String word, Class<E> type) {
        String upper = word.toUpperCase(Locale.ROOT);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().replace("_", "").equals(upper)) {
                return constant;
            }
        }
        return null;
    }

    private Composite composite(Declarations.Item item, XmlElement element) {
        List<CompositeUnit> units = new ArrayList<>();
        for (XmlElement child : element.children()) {
            ItemName unit =
                    child.text().isEmpty() ? null : reading.scope().findAlsoByOwnAlias(child.text(), UnitDef.class);
            if (unit == null) {
                throw reading.notFound(child, item.name(), "the unit", child.text());
            }
            units.add(new CompositeUnit(unit, child.attribute("label")));
        }
        List<ItemName> names = new ArrayList<>();
        units.forEach(unit -> names.add(unit.unit()));
        String breach = composites.breach(names);
        if (breach != null) {
            throw reading.problem(element, item.name(), breach);
        }
        return new Composite(
                element.attribute("spacer"), OldClass.isTrue(element.attribute("includeZero"), true), units);
    }
}
