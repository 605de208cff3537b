package org.imodel4j.ec.json;

import java.util.Locale;
import org.imodel4j.ec.schema.ClassDef;
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
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** Writes what a schema holds beside classes. */
final class ItemJson {
    private final SchemaDef schema;
    private final JsonWriter json;

    ItemJson(SchemaDef schema, JsonWriter json) {
        this.schema = schema;
        this.json = json;
    }

    void write(ItemDef item) {
        json.beginObject().name("schemaItemType");
        switch (item) {
            case ClassDef each -> throw new IllegalArgumentException("a class");
            case EnumerationDef enumeration -> enumeration(enumeration);
            case KindOfQuantityDef quantity -> quantity(quantity);
            case PropertyCategoryDef category -> {
                json.value("PropertyCategory");
                Members.labels(json, category);
                json.name("priority").value(category.priority());
            }
            case UnitSystemDef system -> {
                json.value("UnitSystem");
                Members.labels(json, system);
            }
            case PhenomenonDef phenomenon -> {
                json.value("Phenomenon").name("definition").value(phenomenon.definition());
                Members.labels(json, phenomenon);
            }
            case UnitDef unit -> unit(unit);
            case FormatDef format -> format(format);
        }
        json.endObject();
    }

    private void enumeration(EnumerationDef enumeration) {
        json.value("Enumeration");
        Members.labels(json, enumeration);
        json.name("type").value(enumeration.backing().typeName());
        json.name("isStrict").value(enumeration.strict());
        json.name("enumerators").beginArray();
        for (EnumeratorDef enumerator : enumeration.enumerators()) {
            json.beginObject().name("name").value(enumerator.name());
            Members.optional(json, "description", enumerator.description());
            Members.optional(json, "label", enumerator.displayLabel());
            Integer number = enumerator.number();
            String text = enumerator.text();
            json.name("value");
            if (number != null) {
                json.value(number);
            } else {
                json.value(text == null ? "" : text);
            }
            json.endObject();
        }
        json.endArray();
    }

    private void quantity(KindOfQuantityDef quantity) {
        json.value("KindOfQuantity");
        Members.labels(json, quantity);
        json.name("persistenceUnit").value(QualifiedNames.dotted(quantity.persistenceUnit(), schema));
        json.name("relativeError").value(quantity.relativeError());
        if (!quantity.presentationFormats().isEmpty()) {
            json.name("presentationUnits").beginArray();
            quantity.presentationFormats().forEach(format -> json.value(QualifiedNames.dottedFormat(format, schema)));
            json.endArray();
        }
    }

    private void unit(UnitDef unit) {
        ItemName system = unit.unitSystem();
        switch (unit.kind()) {
            case UNIT -> {
                json.value("Unit");
                Members.optional(json, "definition", unit.definition());
                json.name("phenomenon").value(Members.dotted(unit.phenomenon()));
                Members.optional(json, "unitSystem", system);
                Members.labels(json, unit);
                Members.optional(json, "offset", unit.offset());
                Members.optional(json, "numerator", unit.numerator());
                Members.optional(json, "denominator", unit.denominator());
            }
            case CONSTANT -> {
                json.value("Constant").name("phenomenon").value(Members.dotted(unit.phenomenon()));
                Members.optional(json, "definition", unit.definition());
                Members.optional(json, "numerator", unit.numerator());
                Members.optional(json, "denominator", unit.denominator());
                Members.labels(json, unit);
            }
            case INVERTED -> {
                json.value("InvertedUnit");
                Members.optional(json, "invertsUnit", unit.inverts());
                Members.optional(json, "unitSystem", system);
                Members.labels(json, unit);
            }
        }
    }

    private void format(FormatDef format) {
        NumericFormat numeric = format.numeric();
        json.value("Format");
        Members.labels(json, format);
        json.name("type").value(Members.camel(numeric.type()));
        constant("scientificType", numeric.scientificType());
        Members.optional(json, "stationOffsetSize", numeric.stationOffsetSize());
        given("stationSeparator", numeric.stationSeparator());
        json.name("precision").value(numeric.precision());
        constant("showSignOption", numeric.showSignOption());
        Members.optional(json, "roundFactor", numeric.roundFactor());
        if (!numeric.traits().isEmpty()) {
            json.name("formatTraits").beginArray();
            numeric.traits().forEach(trait -> json.value(lowerCamel(trait)));
            json.endArray();
        }
        given("decimalSeparator", numeric.decimalSeparator());
        given("thousandSeparator", numeric.thousandSeparator());
        given("uomSeparator", numeric.uomSeparator());
        Members.optional(json, "minWidth", numeric.minWidth());
        Composite composite = format.composite();
        if (composite != null) {
            json.name("composite").beginObject().name("includeZero").value(composite.includeZero());
            given("spacer", composite.spacer());
            json.name("units").beginArray();
            for (CompositeUnit unit : composite.units()) {
                String label = unit.label();
                json.beginObject().name("label").value(label == null ? "" : label);
                json.name("name").value(Members.dotted(unit.unit())).endObject();
            }
            json.endArray().endObject();
        }
    }

    private void constant(String name, @Nullable Enum<?> value) {
        if (value != null) {
            json.name(name).value(Members.camel(value));
        }
    }

    /** Here the empty text is something else than no text. */
    private void given(String name, @Nullable String value) {
        if (value != null) {
            json.name(name).value(value);
        }
    }

    private static String lowerCamel(Enum<?> constant) {
        String word = Members.camel(constant);
        return word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    }
}
