package org.imodel4j.ec.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imodel4j.ec.schema.ECXmlVersion;
import org.imodel4j.ec.schema.FormatDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.KindOfQuantityDef;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.schema.UnitDef;
import org.imodel4j.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/** Kinds of quantity, with the check of their format strings. */
final class KindOfQuantityElements {
    private static final Pattern FORMAT_STRING = Pattern.compile("[^\\[;]+(?:\\[[^|\\]]+[|]?(?:[^\\]]+)?\\]){0,4}");

    private final Reading reading;
    private final SchemaSet referenced;
    private final CompositeRules composites;
    private final Map<String, FormatDef> ownFormats = new HashMap<>();

    KindOfQuantityElements(
            Reading reading, SchemaSet referenced, CompositeRules composites, List<FormatDef> ownFormats) {
        this.reading = reading;
        this.referenced = referenced;
        this.composites = composites;
        ownFormats.forEach(format -> this.ownFormats.put(Declarations.key(format.name()), format));
    }

    KindOfQuantityDef kindOfQuantity(Declarations.Item item) {
        XmlElement element = item.element();
        Double relativeError = ScannedNumber.tryDouble(reading.required(element, "relativeError", item.name()));
        if (relativeError == null) {
            throw reading.problem(element, item.name(), "relativeError is a number");
        }
        String persistenceUnit = reading.required(element, "persistenceUnit", item.name());
        List<String> formats = formatStrings(element.attribute("presentationUnits"));
        if (reading.isBefore(ECXmlVersion.V3_2)) {
            OldQuantity converted = OldQuantity.convert(reading, item, persistenceUnit, formats, this::breach);
            persistenceUnit = converted.persistenceUnit();
            formats = converted.formats();
        } else {
            persistenceUnit = check(item, persistenceUnit, formats);
            formats.replaceAll(this::canonical);
        }
        return new KindOfQuantityDef(
                item.name(),
                reading.label(element, item.name()),
                reading.description(element),
                persistenceUnit,
                relativeError,
                formats);
    }

    /** The parts of a list; a semicolon inside of brackets does not part. */
    private static List<String> formatStrings(@Nullable String list) {
        List<String> formats = new ArrayList<>();
        Matcher matcher = FORMAT_STRING.matcher(list == null ? "" : list);
        while (matcher.find()) {
            formats.add(matcher.group());
        }
        return formats;
    }

    /** Gives the unit as this schema spells it. */
    private String check(Declarations.Item item, String persistenceUnit, List<String> formats) {
        ItemName unit = reading.scope().findAlsoByOwnAlias(persistenceUnit, UnitDef.class);
        if (unit == null) {
            throw reading.notFound(item.element(), item.name(), "persistenceUnit", persistenceUnit);
        }
        if (composites.isConstant(unit)) {
            throw reading.problem(item.element(), item.name(), "a constant is no persistence unit");
        }
        for (String format : formats) {
            String breach = breach(format, unit);
            if (breach != null) {
                throw reading.problem(
                        item.element(), item.name(), "format '" + Reading.shorten(format) + "': " + breach);
            }
        }
        return reading.scope().qualified(unit);
    }

    /** A format string that was checked, with names as this schema spells them. */
    private String canonical(String text) {
        FormatString parsed = FormatString.tryParse(text);
        ItemName format = parsed == null ? null : reading.scope().findAlsoByOwnAlias(parsed.format(), FormatDef.class);
        if (parsed == null || format == null) {
            return text;
        }
        StringBuilder canonical = new StringBuilder(reading.scope().qualified(format));
        if (parsed.precision() != null) {
            canonical.append('(').append(parsed.precision()).append(')');
        }
        for (int i = 0; i < parsed.units().size(); i++) {
            ItemName unit = reading.scope().findAlsoByOwnAlias(parsed.units().get(i), UnitDef.class);
            String name = unit == null ? parsed.units().get(i) : reading.scope().qualified(unit);
            canonical.append('[').append(name).append(parsed.labels().get(i)).append(']');
        }
        return canonical.toString();
    }

    /** What is wrong with a format string for values in a unit; null when nothing is. */
    @Nullable
    String breach(String text, ItemName persistenceUnit) {
        FormatString parsed = FormatString.tryParse(text);
        if (parsed == null) {
            return "it is not of the form Name(precision)[unit|label]";
        }
        FormatDef format = format(parsed.format());
        if (format == null) {
            return "the format is not found in this schema or those it refers to";
        }
        List<ItemName> units = new ArrayList<>();
        for (String name : parsed.units()) {
            ItemName unit = reading.scope().findAlsoByOwnAlias(name, UnitDef.class);
            if (unit == null) {
                return "the unit '" + Reading.shorten(name) + "' is not found in this schema or those it refers to";
            }
            units.add(unit);
        }
        Integer precision = parsed.precision();
        if (precision != null
                && !FormatElements.isPrecision(precision, format.numeric().type())) {
            return "the precision does not fit the type of the format";
        }
        return format.composite() == null
                ? breachOfUnits(units, persistenceUnit)
                : breachOfComposite(format.composite(), units, persistenceUnit);
    }

    private @Nullable String breachOfUnits(List<ItemName> units, ItemName persistenceUnit) {
        if (units.isEmpty()) {
            return "a format without units of its own needs some";
        }
        for (ItemName unit : units) {
            if (!composites.isCompatible(persistenceUnit, unit)) {
                return "its units are of another phenomenon than the persistence unit";
            }
        }
        return composites.breach(units);
    }

    private @Nullable String breachOfComposite(
            FormatDef.Composite composite, List<ItemName> units, ItemName persistenceUnit) {
        List<ItemName> own = new ArrayList<>();
        composite.units().forEach(unit -> own.add(unit.unit()));
        if (!own.isEmpty() && !composites.isCompatible(own.get(0), persistenceUnit)) {
            return "its units are of another phenomenon than the persistence unit";
        }
        return units.isEmpty() || units.equals(own) ? null : "the units of the format can only get other labels";
    }

    private @Nullable FormatDef format(String name) {
        ItemName found = reading.scope().findAlsoByOwnAlias(name, FormatDef.class);
        if (found == null) {
            return null;
        }
        return found.schema().equals(reading.header().key().name())
                ? ownFormats.get(Declarations.key(found.name()))
                : referenced.tryItem(found, FormatDef.class);
    }
}
