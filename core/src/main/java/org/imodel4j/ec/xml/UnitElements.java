package org.imodel4j.ec.xml;

import java.util.HashMap;
import java.util.Map;
import org.imodel4j.ec.schema.ItemDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.PhenomenonDef;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.schema.UnitDef;
import org.imodel4j.ec.schema.UnitSystemDef;
import org.imodel4j.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/**
 * Unit systems, phenomena, units, constants and inverted units. What a definition means is not looked into: units with one that
 * can not be resolved are accepted, they only do not convert.
 */
final class UnitElements {
    private final Reading reading;
    private final SchemaSet referenced;
    private final Map<String, UnitDef> units = new HashMap<>();

    UnitElements(Reading reading, SchemaSet referenced) {
        this.reading = reading;
        this.referenced = referenced;
    }

    UnitSystemDef unitSystem(Declarations.Item item) {
        XmlElement element = item.element();
        return new UnitSystemDef(item.name(), reading.label(element, item.name()), reading.description(element));
    }

    PhenomenonDef phenomenon(Declarations.Item item) {
        XmlElement element = item.element();
        return new PhenomenonDef(
                item.name(),
                reading.label(element, item.name()),
                reading.description(element),
                reading.required(element, "definition", item.name()));
    }

    /** Inverted units come last: they can invert any unit. */
    UnitDef unit(Declarations.Item item) {
        UnitDef unit =
                switch (item.element().name()) {
                    case "InvertedUnit" -> inverted(item);
                    case "Constant" -> constant(item);
                    default -> plain(item);
                };
        units.put(Declarations.key(item.name()), unit);
        return unit;
    }

    /** A unit that was read before or that is in a referenced schema. */
    @Nullable
    UnitDef find(ItemName name) {
        return name.schema().equals(reading.header().key().name())
                ? units.get(Declarations.key(name.name()))
                : referenced.tryItem(name, UnitDef.class);
    }

    private UnitDef plain(Declarations.Item item) {
        XmlElement element = item.element();
        return new UnitDef(
                item.name(),
                UnitDef.Kind.UNIT,
                reading.label(element, item.name()),
                reading.description(element),
                named(item, "phenomenon", PhenomenonDef.class),
                named(item, "unitSystem", UnitSystemDef.class),
                reading.required(element, "definition", item.name()),
                number(item, "numerator"),
                denominator(item),
                number(item, "offset"),
                null);
    }

    private UnitDef constant(Declarations.Item item) {
        XmlElement element = item.element();
        ItemName phenomenon = named(item, "phenomenon", PhenomenonDef.class);
        String definition = reading.required(element, "definition", item.name());
        reading.required(element, "numerator", item.name());
        return new UnitDef(
                item.name(),
                UnitDef.Kind.CONSTANT,
                reading.label(element, item.name()),
                reading.description(element),
                phenomenon,
                null,
                definition,
                number(item, "numerator"),
                denominator(item),
                null,
                null);
    }

    private UnitDef inverted(Declarations.Item item) {
        XmlElement element = item.element();
        ItemName unitSystem = named(item, "unitSystem", UnitSystemDef.class);
        ItemName inverts = named(item, "invertsUnit", UnitDef.class);
        UnitDef unit = find(inverts);
        if (unit == null) {
            throw reading.problem(element, item.name(), "what is inverted is a unit, or an inverted unit further up");
        }
        return new UnitDef(
                item.name(),
                UnitDef.Kind.INVERTED,
                reading.label(element, item.name()),
                reading.description(element),
                unit.phenomenon(),
                unitSystem,
                null,
                null,
                null,
                null,
                inverts);
    }

    private ItemName named(Declarations.Item item, String attribute, Class<? extends ItemDef> kind) {
        return reading.named(item.element(), attribute, item.name(), kind);
    }

    private @Nullable Double denominator(Declarations.Item item) {
        Double denominator = number(item, "denominator");
        if (denominator != null && denominator == 0) {
            throw reading.problem(item.element(), item.name(), "the denominator is not 0");
        }
        return denominator;
    }

    private @Nullable Double number(Declarations.Item item, String attribute) {
        String text = item.element().attribute(attribute);
        if (text == null) {
            return null;
        }
        Double number = ScannedNumber.tryDouble(text);
        if (number == null) {
            throw reading.problem(item.element(), item.name(), attribute + " is a number");
        }
        return number;
    }
}
