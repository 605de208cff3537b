package org.imodel4j.ec.xml;

import java.util.List;
import java.util.stream.Collectors;
import org.imodel4j.ec.schema.ECXmlVersion;
import org.imodel4j.ec.schema.EnumerationDef;
import org.imodel4j.ec.schema.EnumerationDef.EnumeratorDef;
import org.imodel4j.ec.schema.FormatDef;
import org.imodel4j.ec.schema.FormatDef.Composite;
import org.imodel4j.ec.schema.FormatDef.CompositeUnit;
import org.imodel4j.ec.schema.ItemDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.KindOfQuantityDef;
import org.imodel4j.ec.schema.NumericFormat;
import org.imodel4j.ec.schema.PhenomenonDef;
import org.imodel4j.ec.schema.PropertyCategoryDef;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.UnitDef;
import org.imodel4j.ec.schema.UnitSystemDef;
import org.jspecify.annotations.Nullable;

/** Writes what a schema holds beside classes. */
final class ItemXml {
    private final XmlText xml;
    private final NamesInXml names;
    private final boolean before31;
    private final boolean before32;

    ItemXml(XmlText xml, NamesInXml names, ECXmlVersion version) {
        this.xml = xml;
        this.names = names;
        this.before31 = version.isBefore(ECXmlVersion.V3_1);
        this.before32 = version.isBefore(ECXmlVersion.V3_2);
    }

    void enumerations(SchemaDef schema) {
        for (EnumerationDef enumeration : WritingOrder.byName(schema.items(EnumerationDef.class))) {
            xml.start("ECEnumeration")
                    .attribute("typeName", enumeration.name())
                    .attribute("backingTypeName", enumeration.backing().typeName());
            labels(enumeration).attribute("isStrict", enumeration.strict());
            enumeration.enumerators().forEach(this::enumerator);
            xml.end();
        }
    }

    private void enumerator(EnumeratorDef enumerator) {
        xml.start("ECEnumerator");
        if (!before32) {
            xml.attribute("name", enumerator.name()).optional("description", enumerator.description());
        }
        Integer number = enumerator.number();
        String text = enumerator.text();
        if (number != null) {
            xml.attribute("value", number);
        } else if (text != null) {
            xml.attribute("value", text);
        }
        xml.optional("displayLabel", enumerator.displayLabel()).end();
    }

    /** Everything that stands behind the classes. */
    void others(SchemaDef schema) {
        WritingOrder.byName(schema.items(KindOfQuantityDef.class)).forEach(this::quantity);
        if (!before31) {
            for (PropertyCategoryDef category : WritingOrder.byName(schema.items(PropertyCategoryDef.class))) {
                named("PropertyCategory", category)
                        .attribute("priority", category.priority())
                        .end();
            }
        }
        if (!before32) {
            WritingOrder.byName(schema.items(UnitSystemDef.class))
                    .forEach(system -> named("UnitSystem", system).end());
            WritingOrder.byName(schema.items(PhenomenonDef.class)).forEach(this::phenomenon);
            WritingOrder.byName(schema.items(FormatDef.class)).forEach(this::format);
            WritingOrder.byName(schema.items(UnitDef.class)).forEach(this::unit);
        }
    }

    private void quantity(KindOfQuantityDef quantity) {
        String unit = quantity.persistenceUnit();
        List<String> formats = quantity.presentationFormats();
        if (before32) {
            unit = LegacyUnits.unit(quantity);
            formats = LegacyUnits.formats(formats);
        }
        named("KindOfQuantity", quantity)
                .attribute("persistenceUnit", unit)
                .optional("relativeError", quantity.relativeError())
                .optional("presentationUnits", String.join(";", formats))
                .end();
    }

    private void phenomenon(PhenomenonDef phenomenon) {
        xml.start("Phenomenon")
                .attribute("typeName", phenomenon.name())
                .attribute("definition", phenomenon.definition());
        labels(phenomenon).end();
    }

    private void unit(UnitDef unit) {
        ItemName system = unit.unitSystem();
        ItemName inverts = unit.inverts();
        switch (unit.kind()) {
            case UNIT -> {
                xml.start("Unit")
                        .attribute("typeName", unit.name())
                        .attribute("phenomenon", names.of(unit.phenomenon()))
                        .optional("unitSystem", system == null ? null : names.of(system))
                        .optional("definition", unit.definition());
                labels(unit)
                        .optional("numerator", unit.numerator())
                        .optional("denominator", unit.denominator())
                        .optional("offset", unit.offset())
                        .end();
            }
            case CONSTANT -> {
                xml.start("Constant")
                        .attribute("typeName", unit.name())
                        .attribute("phenomenon", names.of(unit.phenomenon()))
                        .optional("definition", unit.definition())
                        .optional("numerator", unit.numerator());
                labels(unit).optional("denominator", unit.denominator()).end();
            }
            case INVERTED -> {
                xml.start("InvertedUnit")
                        .attribute("typeName", unit.name())
                        .optional("invertsUnit", inverts == null ? null : names.of(inverts))
                        .optional("unitSystem", system == null ? null : names.of(system));
                labels(unit).end();
            }
        }
    }

    private void format(FormatDef format) {
        NumericFormat numeric = format.numeric();
        NumericFormat.SignOption sign = numeric.showSignOption();
        NumericFormat.ScientificType scientific = numeric.scientificType();
        String traits = numeric.traits().stream().map(SchemaWords::of).collect(Collectors.joining("|"));
        xml.start("Format")
                .attribute("typeName", format.name())
                .optional("displayLabel", format.displayLabel())
                .optional("description", format.description())
                .optional("roundFactor", numeric.roundFactor())
                .attribute("type", SchemaWords.of(numeric.type()))
                .optional("showSignOption", sign == null ? null : SchemaWords.of(sign))
                .optional("formatTraits", traits)
                .attribute("precision", numeric.precision())
                .optional("minWidth", numeric.minWidth())
                .optional("scientificType", scientific == null ? null : SchemaWords.of(scientific));
        given("decimalSeparator", numeric.decimalSeparator());
        given("thousandSeparator", numeric.thousandSeparator());
        given("uomSeparator", numeric.uomSeparator());
        given("stationSeparator", numeric.stationSeparator());
        xml.optional("stationOffsetSize", numeric.stationOffsetSize());
        Composite composite = format.composite();
        if (composite != null) {
            xml.start("Composite");
            given("spacer", composite.spacer());
            xml.attribute("includeZero", composite.includeZero());
            composite.units().forEach(this::compositeUnit);
            xml.end();
        }
        xml.end();
    }

    private void compositeUnit(CompositeUnit unit) {
        xml.start("Unit");
        given("label", unit.label());
        xml.text(names.of(unit.unit())).end();
    }

    /** Here the empty text is something else than no text. */
    private void given(String name, @Nullable String value) {
        if (value != null) {
            xml.attribute(name, value);
        }
    }

    private XmlText named(String element, ItemDef item) {
        xml.start(element).attribute("typeName", item.name());
        return labels(item);
    }

    private XmlText labels(ItemDef item) {
        return xml.optional("description", item.description()).optional("displayLabel", item.displayLabel());
    }
}
