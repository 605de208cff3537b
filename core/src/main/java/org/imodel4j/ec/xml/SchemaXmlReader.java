package org.imodel4j.ec.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.ClassDef.ConstraintDef;
import org.imodel4j.ec.schema.ClassDef.RelationshipDef;
import org.imodel4j.ec.schema.CustomAttributeDef;
import org.imodel4j.ec.schema.ECXmlVersion;
import org.imodel4j.ec.schema.EnumerationDef;
import org.imodel4j.ec.schema.FormatDef;
import org.imodel4j.ec.schema.ItemDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.KindOfQuantityDef;
import org.imodel4j.ec.schema.PhenomenonDef;
import org.imodel4j.ec.schema.PropertyCategoryDef;
import org.imodel4j.ec.schema.PropertyDef;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaReference;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.schema.UnitDef;
import org.imodel4j.ec.schema.UnitSystemDef;
import org.imodel4j.xml.XmlElement;

/**
 * Reads one document whose references are there already. The order of its elements does not matter: names first, then what other
 * things are made of, classes, custom attributes, and at last the rules for the whole.
 */
final class SchemaXmlReader {
    private final SchemaHeader header;
    private final List<SchemaReference> references;
    private final SchemaSet referenced;
    private final Declarations own;
    private final Reading reading;
    private final Places places;
    private final Map<Declarations.Item, ItemDef> items = new HashMap<>();
    private final List<ItemDef> copies = new ArrayList<>();

    private SchemaXmlReader(
            SchemaHeader header, List<SchemaReference> references, SchemaSet referenced, SchemaLimits limits) {
        this.header = header;
        this.references = references;
        this.referenced = referenced;
        this.own = Declarations.read(header, limits);
        this.places = new Places(header.text().root());
        this.reading = new Reading(header, new SchemaScope(header, own, references, referenced), limits, this::backing);
    }

    /**
     * The schema of a document.
     *
     * @param references with the versions that were found
     * @param referenced all of those and what they refer to
     */
    static SchemaDef read(
            SchemaHeader header, List<SchemaReference> references, SchemaSet referenced, SchemaLimits limits) {
        return new SchemaXmlReader(header, references, referenced, limits).schema();
    }

    private SchemaDef schema() {
        readEnumerations();
        UnitElements units = readUnits();
        readFormats(units);
        BaseClasses bases = new BaseClasses(reading, own, referenced);
        ClassElements classes = new ClassElements(reading, bases, places);
        readClasses(classes);
        SchemaDef plain = schema(List.of());
        AttributeElements attributes = new AttributeElements(reading, plain, with(plain));
        List<CustomAttributeDef> onSchema = attributes.read(header.text().root(), "", Containers.SCHEMA);
        for (Declarations.Item item : own.all(ClassDef.class)) {
            if (items.get(item) instanceof ClassDef plainClass) {
                items.put(item, withAttributes(plainClass, attributes));
            }
        }
        SchemaDef schema = schema(onSchema);
        if (!header.isSupplemental()) {
            new SchemaRules(reading, schema, with(schema), places).check();
        }
        return schema;
    }

    private void readEnumerations() {
        EnumerationElements enumerations = new EnumerationElements(reading);
        for (Declarations.Item item : own.all(EnumerationDef.class)) {
            items.put(item, enumerations.enumeration(item));
        }
        for (Declarations.Item item : own.all(PropertyCategoryDef.class)) {
            items.put(item, enumerations.category(item));
        }
    }

    private UnitElements readUnits() {
        UnitElements units = new UnitElements(reading, referenced);
        for (Declarations.Item item : own.all(UnitSystemDef.class)) {
            items.put(item, units.unitSystem(item));
        }
        for (Declarations.Item item : own.all(PhenomenonDef.class)) {
            items.put(item, units.phenomenon(item));
        }
        for (String element : List.of("Unit", "InvertedUnit", "Constant")) {
            for (Declarations.Item item : own.all(UnitDef.class)) {
                if (item.element().name().equals(element)) {
                    items.put(item, units.unit(item));
                }
            }
        }
        return units;
    }

    private void readFormats(UnitElements units) {
        CompositeRules composites = new CompositeRules(units);
        FormatElements formats = new FormatElements(reading, composites);
        List<FormatDef> read = new ArrayList<>();
        for (Declarations.Item item : own.all(FormatDef.class)) {
            places.put(item.name(), item.element());
            FormatDef format = formats.format(item);
            read.add(format);
            items.put(item, format);
        }
        KindOfQuantityElements quantities = new KindOfQuantityElements(reading, referenced, composites, read);
        for (Declarations.Item item : own.all(KindOfQuantityDef.class)) {
            places.put(item.name(), item.element());
            items.put(item, quantities.kindOfQuantity(item));
        }
    }

    private void readClasses(ClassElements classes) {
        List<ClassDef> read = new ArrayList<>();
        List<Declarations.Item> declared = own.all(ClassDef.class);
        declared.forEach(item -> read.add(classes.classDef(item)));
        boolean old = header.isBefore(ECXmlVersion.V3_1) && !header.isSupplemental();
        List<ClassDef> usable = old ? new OldSchema(reading, referenced, places).convert(read) : read;
        for (int i = 0; i < declared.size(); i++) {
            items.put(declared.get(i), usable.get(i));
        }
        copies.addAll(OldUnitAttributes.copies(header, usable));
    }

    private SchemaDef schema(List<CustomAttributeDef> customAttributes) {
        return new SchemaDef(
                header.key(),
                header.alias(),
                header.displayLabel(),
                header.description(),
                header.ecXml(),
                references,
                inOrder(),
                customAttributes);
    }

    private List<ItemDef> inOrder() {
        List<ItemDef> ordered = new ArrayList<>(items.size());
        for (Declarations.Item item : own.all()) {
            ItemDef read = items.get(item);
            if (read != null) {
                ordered.add(read);
            }
        }
        ordered.addAll(copies);
        return ordered;
    }

    private SchemaSet with(SchemaDef schema) {
        List<SchemaDef> all = new ArrayList<>(referenced.schemas());
        all.add(schema);
        return new SchemaSet(all);
    }

    private PrimitiveType backing(ItemName enumeration) {
        if (!enumeration.schema().equals(header.key().name())) {
            return referenced.item(enumeration, EnumerationDef.class).backing();
        }
        Declarations.Item item = own.find(enumeration.name());
        return item != null && items.get(item) instanceof EnumerationDef found ? found.backing() : PrimitiveType.STRING;
    }

    private ClassDef withAttributes(ClassDef plain, AttributeElements attributes) {
        List<PropertyDef> properties = new ArrayList<>(plain.properties().size());
        for (PropertyDef property : plain.properties()) {
            String item = Places.property(plain.name(), property.name());
            List<CustomAttributeDef> read = attributes.read(places.of(item), item, Containers.of(property.type()));
            properties.add(read.isEmpty() ? property : withAttributes(property, read));
        }
        RelationshipDef relationship = plain.relationship();
        return new ClassDef(
                plain.name(),
                plain.type(),
                plain.modifier(),
                plain.displayLabel(),
                plain.description(),
                plain.bases(),
                properties,
                attributes.read(places.of(plain.name()), plain.name(), Containers.of(plain.type())),
                plain.appliesTo(),
                relationship == null
                        ? null
                        : new RelationshipDef(
                                relationship.strength(),
                                relationship.forward(),
                                withAttributes(plain.name(), relationship.source(), true, attributes),
                                withAttributes(plain.name(), relationship.target(), false, attributes)));
    }

    private static PropertyDef withAttributes(PropertyDef plain, List<CustomAttributeDef> attributes) {
        return new PropertyDef(
                plain.name(),
                plain.type(),
                plain.displayLabel(),
                plain.description(),
                plain.readOnly(),
                plain.priority(),
                plain.category(),
                plain.kindOfQuantity(),
                attributes);
    }

    private ConstraintDef withAttributes(
            String className, ConstraintDef plain, boolean source, AttributeElements attributes) {
        String item = Places.end(className, source);
        XmlElement element = places.of(item);
        boolean missing = !element.name().equals(source ? "Source" : "Target");
        return new ConstraintDef(
                plain.lowerLimit(),
                plain.upperLimit(),
                plain.polymorphic(),
                plain.roleLabel(),
                plain.classes(),
                plain.abstractConstraint(),
                missing ? List.of() : attributes.read(element, item, source ? Containers.SOURCE : Containers.TARGET));
    }
}
