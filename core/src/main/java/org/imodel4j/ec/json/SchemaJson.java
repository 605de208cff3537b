package org.imodel4j.ec.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.EnumerationDef;
import org.imodel4j.ec.schema.FormatDef;
import org.imodel4j.ec.schema.ItemDef;
import org.imodel4j.ec.schema.KindOfQuantityDef;
import org.imodel4j.ec.schema.PhenomenonDef;
import org.imodel4j.ec.schema.PropertyCategoryDef;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaReference;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.schema.UnitDef;
import org.imodel4j.ec.schema.UnitSystemDef;
import org.imodel4j.json.JsonWriter;

/**
 * Writes schemas as {@code SchemaProps} of iTwin.js, with the members of the reference's {@code getSchemaProps} in their order:
 * names qualified by schema names and a dot, values of custom attributes in the types of their properties, defaults left out.
 *
 * <p>A value of a custom attribute whose text does not fit its type is left out. Whole numbers beyond 2<sup>53</sup> are written as
 * the double that a JavaScript reader makes of them.
 */
public final class SchemaJson {
    private static final String META_SCHEMA = "https://dev.bentley.com/json_schemas/ec/32/ecschema";

    private final SchemaSet schemas;
    private final JsonWriter json;

    private SchemaJson(SchemaSet schemas, JsonWriter json) {
        this.schemas = schemas;
        this.json = json;
    }

    /**
     * Writes one schema.
     *
     * @param schemas holds it and those it refers to; a custom attribute of a class that is not in it has its values as text
     */
    public static void write(SchemaDef schema, SchemaSet schemas, JsonWriter json) {
        new SchemaJson(schemas, json).write(schema);
    }

    private void write(SchemaDef schema) {
        json.beginObject().name("$schema").value(META_SCHEMA);
        json.name("name").value(schema.name());
        json.name("version").value(schema.version().toString());
        json.name("alias").value(schema.alias());
        Members.optional(json, "label", schema.displayLabel());
        Members.optional(json, "description", schema.description());
        references(schema);
        AttributeJson attributes = new AttributeJson(schemas, json);
        attributes.write(schema.customAttributes(), null);
        items(schema, attributes);
        json.endObject();
    }

    private void references(SchemaDef schema) {
        if (schema.references().isEmpty()) {
            return;
        }
        List<SchemaReference> sorted = new ArrayList<>(schema.references());
        sorted.sort(Comparator.comparing(reference -> reference.name().toLowerCase(Locale.ROOT)));
        json.name("references").beginArray();
        for (SchemaReference reference : sorted) {
            json.beginObject().name("name").value(reference.name());
            json.name("version").value(reference.version().toString()).endObject();
        }
        json.endArray();
    }

    private void items(SchemaDef schema, AttributeJson attributes) {
        if (schema.items().isEmpty()) {
            return;
        }
        json.name("items").beginObject();
        ClassJson classes = new ClassJson(schema, attributes, json);
        ItemJson others = new ItemJson(schema, json);
        for (ClassDef each : byName(schema.items(ClassDef.class))) {
            json.name(each.name());
            classes.write(each);
        }
        for (Class<? extends ItemDef> kind : List.of(
                EnumerationDef.class,
                KindOfQuantityDef.class,
                PropertyCategoryDef.class,
                UnitSystemDef.class,
                PhenomenonDef.class,
                UnitDef.class,
                FormatDef.class)) {
            for (ItemDef item : byName(schema.items(kind))) {
                json.name(item.name());
                others.write(item);
            }
        }
        json.endObject();
    }

    private static <T extends ItemDef> List<T> byName(Collection<T> items) {
        return items.stream()
                .sorted(Comparator.comparing(item -> item.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableList());
    }
}
