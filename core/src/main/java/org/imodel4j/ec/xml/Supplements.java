package org.imodel4j.ec.xml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imodel4j.ec.CustomAttributeXml;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.CustomAttributeDef;
import org.imodel4j.ec.schema.ItemDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.PropertyDef;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaReference;
import org.imodel4j.ec.schema.SchemaSet;
import org.jspecify.annotations.Nullable;

/**
 * Schemas {@code Primary_Supplemental_Purpose} bring custom attributes for the classes and properties of another schema that is read
 * with them. Their precedence decides between attributes of one class: from 200 on they win over the primary schema. They are
 * merged into it and are no schemas of their own.
 */
final class Supplements {
    private static final ItemName SUPPLEMENTAL = new ItemName("CoreCustomAttributes", "SupplementalSchema");
    private static final int OVER_PRIMARY = 200;

    private final Map<String, SchemaDef> schemas = new LinkedHashMap<>();

    private Supplements(SchemaSet loaded) {
        loaded.schemas().forEach(schema -> schemas.put(schema.name(), schema));
    }

    private record Supplement(SchemaDef schema, String primary, int precedence) {
        static @Nullable Supplement of(SchemaDef schema) {
            CustomAttributeDef attribute = CustomAttributeDef.find(schema.customAttributes(), SUPPLEMENTAL);
            CustomAttributeXml primary =
                    attribute == null ? null : attribute.value().child("PrimarySchemaReference");
            if (attribute == null || primary == null) {
                return null;
            }
            Integer precedence = ScannedNumber.tryInt(attribute.value().childText("Precedence"));
            return new Supplement(schema, primary.childText("SchemaName"), precedence == null ? 0 : precedence);
        }
    }

    static LoadedSchemas merge(LoadedSchemas loaded) {
        List<Supplement> supplements = new ArrayList<>();
        for (SchemaDef schema : loaded.schemas().schemas()) {
            Supplement supplement =
                    SchemaHeader.isSupplemental(schema.name()) && loaded.read().contains(schema.name())
                            ? Supplement.of(schema)
                            : null;
            if (supplement != null) {
                supplements.add(supplement);
            }
        }
        return supplements.isEmpty() ? loaded : new Supplements(loaded.schemas()).merge(loaded, supplements);
    }

    private LoadedSchemas merge(LoadedSchemas loaded, List<Supplement> supplements) {
        Set<String> read = new LinkedHashSet<>(loaded.read());
        supplements.sort(Comparator.comparingInt(Supplement::precedence));
        for (Supplement supplement : supplements) {
            schemas.remove(supplement.schema.name());
            read.remove(supplement.schema.name());
            SchemaDef primary = schemas.get(supplement.primary);
            if (primary != null && read.contains(primary.name())) {
                schemas.put(primary.name(), merged(primary, supplement));
            }
        }
        Map<String, SchemaDef> ordered = new LinkedHashMap<>();
        schemas.values().forEach(schema -> order(schema, ordered));
        read.retainAll(ordered.keySet());
        return new LoadedSchemas(new SchemaSet(ordered.values()), read);
    }

    /** New references may stand behind the schema that has them now. */
    private void order(SchemaDef schema, Map<String, SchemaDef> into) {
        if (!into.containsKey(schema.name())) {
            for (SchemaReference reference : schema.references()) {
                SchemaDef referenced = schemas.get(reference.name());
                if (referenced != null) {
                    order(referenced, into);
                }
            }
            into.putIfAbsent(schema.name(), schema);
        }
    }

    private SchemaDef merged(SchemaDef primary, Supplement supplement) {
        boolean wins = supplement.precedence >= OVER_PRIMARY;
        List<ItemDef> items = new ArrayList<>();
        Set<String> needed = new LinkedHashSet<>();
        for (ItemDef item : primary.items()) {
            ClassDef more = supplement.schema.tryItem(item.name(), ClassDef.class);
            items.add(item instanceof ClassDef own && more != null ? merged(own, more, wins, needed) : item);
        }
        return new SchemaDef(
                primary.key(),
                primary.alias(),
                primary.displayLabel(),
                primary.description(),
                primary.ecXml(),
                references(primary, needed),
                items,
                primary.customAttributes());
    }

    private static ClassDef merged(ClassDef own, ClassDef more, boolean wins, Set<String> needed) {
        List<PropertyDef> properties = new ArrayList<>();
        for (PropertyDef property : own.properties()) {
            PropertyDef other = more.tryProperty(property.name());
            properties.add(
                    other == null
                            ? property
                            : new PropertyDef(
                                    property.name(),
                                    property.type(),
                                    property.displayLabel(),
                                    property.description(),
                                    property.readOnly(),
                                    property.priority(),
                                    property.category(),
                                    property.kindOfQuantity(),
                                    merged(property.customAttributes(), other.customAttributes(), wins, needed)));
        }
        return new ClassDef(
                own.name(),
                own.type(),
                own.modifier(),
                own.displayLabel(),
                own.description(),
                own.bases(),
                properties,
                merged(own.customAttributes(), more.customAttributes(), wins, needed),
                own.appliesTo(),
                own.relationship());
    }

    private static List<CustomAttributeDef> merged(
            List<CustomAttributeDef> own, List<CustomAttributeDef> more, boolean wins, Set<String> needed) {
        List<CustomAttributeDef> merged = new ArrayList<>(own);
        for (CustomAttributeDef attribute : more) {
            boolean there = CustomAttributeDef.find(merged, attribute.type()) != null;
            if (!there || wins) {
                merged.removeIf(other -> other.type().equals(attribute.type()));
                merged.add(attribute);
                needed.add(attribute.type().schema());
            }
        }
        return merged;
    }

    private List<SchemaReference> references(SchemaDef primary, Set<String> needed) {
        List<SchemaReference> references = new ArrayList<>(primary.references());
        Set<String> aliases = new LinkedHashSet<>();
        references.forEach(reference -> {
            needed.remove(reference.name());
            aliases.add(reference.alias());
        });
        needed.remove(primary.name());
        for (String name : needed) {
            SchemaDef schema = schemas.get(name);
            if (schema != null) {
                String alias = schema.alias();
                for (int i = 1; !aliases.add(alias); i++) {
                    alias = schema.alias() + i;
                }
                references.add(new SchemaReference(name, schema.version(), alias));
            }
        }
        return references;
    }
}
