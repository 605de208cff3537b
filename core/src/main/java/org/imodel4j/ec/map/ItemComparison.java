package org.imodel4j.ec.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.imodel4j.ec.CustomAttributeXml;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.ClassDef.ConstraintDef;
import org.imodel4j.ec.schema.ClassDef.RelationshipDef;
import org.imodel4j.ec.schema.CustomAttributeDef;
import org.imodel4j.ec.schema.EnumerationDef;
import org.imodel4j.ec.schema.FormatDef;
import org.imodel4j.ec.schema.ItemDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.KindOfQuantityDef;
import org.imodel4j.ec.schema.PhenomenonDef;
import org.imodel4j.ec.schema.PropertyCategoryDef;
import org.imodel4j.ec.schema.PropertyDef;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.UnitDef;
import org.imodel4j.ec.schema.UnitSystemDef;
import org.jspecify.annotations.Nullable;

/**
 * Compares parts of two versions of a schema. What an import loses does not count: the order of constraint classes and of custom attributes,
 * empty labels, and the aliases in units and formats.
 */
record ItemComparison(SchemaDef old, SchemaDef now) {
    /** In the order in which they are written. */
    static final List<Class<? extends ItemDef>> KINDS = List.of(
            EnumerationDef.class,
            PhenomenonDef.class,
            UnitSystemDef.class,
            UnitDef.class,
            FormatDef.class,
            KindOfQuantityDef.class,
            PropertyCategoryDef.class,
            ClassDef.class);

    /** For classes without their properties. */
    boolean isSame(ItemDef one, ItemDef other) {
        if (!one.name().equals(other.name())
                || !isSameText(one.displayLabel(), other.displayLabel())
                || !isSameText(one.description(), other.description())) {
            return false;
        }
        if (one instanceof ClassDef oldClass && other instanceof ClassDef newClass) {
            return isSameClass(oldClass, newClass);
        }
        if (one instanceof KindOfQuantityDef oldQuantity && other instanceof KindOfQuantityDef newQuantity) {
            return isSameQuantity(oldQuantity, newQuantity);
        }
        return without(one).equals(without(other));
    }

    boolean isSame(PropertyDef one, PropertyDef other) {
        return one.name().equals(other.name())
                && one.type().equals(other.type())
                && isSameText(one.displayLabel(), other.displayLabel())
                && isSameText(one.description(), other.description())
                && one.readOnly() == other.readOnly()
                && Objects.equals(one.priority(), other.priority())
                && Objects.equals(one.category(), other.category())
                && Objects.equals(one.kindOfQuantity(), other.kindOfQuantity())
                && values(one.customAttributes()).equals(values(other.customAttributes()));
    }

    private static boolean isSameClass(ClassDef one, ClassDef other) {
        return one.type() == other.type()
                && one.modifier() == other.modifier()
                && one.bases().equals(other.bases())
                && Objects.equals(one.appliesTo(), other.appliesTo())
                && values(one.customAttributes()).equals(values(other.customAttributes()))
                && isSameRelationship(one.relationship(), other.relationship());
    }

    private static boolean isSameRelationship(@Nullable RelationshipDef one, @Nullable RelationshipDef other) {
        if (one == null || other == null) {
            return one == other;
        }
        return one.strength() == other.strength()
                && one.forward() == other.forward()
                && isSameEnd(one.source(), other.source())
                && isSameEnd(one.target(), other.target());
    }

    static boolean isSameEnd(ConstraintDef one, ConstraintDef other) {
        return one.lowerLimit() == other.lowerLimit()
                && Objects.equals(one.upperLimit(), other.upperLimit())
                && one.polymorphic() == other.polymorphic()
                && Objects.equals(one.roleLabel(), other.roleLabel())
                && Objects.equals(one.abstractConstraint(), other.abstractConstraint())
                && isSameClasses(one, other)
                && values(one.customAttributes()).equals(values(other.customAttributes()));
    }

    static boolean isSameClasses(ConstraintDef one, ConstraintDef other) {
        return new HashSet<>(one.classes()).equals(new HashSet<>(other.classes()));
    }

    private boolean isSameQuantity(KindOfQuantityDef one, KindOfQuantityDef other) {
        return isSameUnit(one, other)
                && Double.compare(one.relativeError(), other.relativeError()) == 0
                && formats(old, one).equals(formats(now, other));
    }

    boolean isSameUnit(KindOfQuantityDef one, KindOfQuantityDef other) {
        return QuantityNames.full(old, one.persistenceUnit()).equals(QuantityNames.full(now, other.persistenceUnit()));
    }

    private static List<String> formats(SchemaDef schema, KindOfQuantityDef quantity) {
        List<String> formats = new ArrayList<>();
        quantity.presentationFormats().forEach(format -> formats.add(QuantityNames.full(schema, format)));
        return formats;
    }

    /** Values by class, as the order does not matter. */
    static Map<ItemName, CustomAttributeXml> values(List<CustomAttributeDef> attributes) {
        Map<ItemName, CustomAttributeXml> values = new HashMap<>();
        attributes.forEach(attribute -> values.put(attribute.type(), plain(attribute.value())));
        return values;
    }

    /** Without what does not belong to the value. */
    private static CustomAttributeXml plain(CustomAttributeXml element) {
        List<CustomAttributeXml> children = new ArrayList<>();
        element.children().forEach(child -> children.add(plain(child)));
        String text = children.isEmpty() ? element.text() : "";
        return new CustomAttributeXml(element.name(), null, text, children);
    }

    /** Without label and description. */
    private static ItemDef without(ItemDef item) {
        return switch (item) {
            case EnumerationDef e ->
                new EnumerationDef(e.name(), null, null, e.backing(), e.strict(), plain(e.enumerators()));
            case PropertyCategoryDef c -> new PropertyCategoryDef(c.name(), null, null, c.priority());
            case UnitSystemDef u -> new UnitSystemDef(u.name(), null, null);
            case PhenomenonDef p -> new PhenomenonDef(p.name(), null, null, p.definition());
            case UnitDef u ->
                new UnitDef(
                        u.name(),
                        u.kind(),
                        null,
                        null,
                        u.phenomenon(),
                        u.unitSystem(),
                        u.definition(),
                        u.numerator(),
                        u.denominator(),
                        u.offset(),
                        u.inverts());
            case FormatDef f -> new FormatDef(f.name(), null, null, f.numeric(), f.composite());
            case KindOfQuantityDef q -> q;
            case ClassDef c -> c;
        };
    }

    private static List<EnumerationDef.EnumeratorDef> plain(List<EnumerationDef.EnumeratorDef> enumerators) {
        List<EnumerationDef.EnumeratorDef> plain = new ArrayList<>();
        for (EnumerationDef.EnumeratorDef enumerator : enumerators) {
            plain.add(new EnumerationDef.EnumeratorDef(
                    enumerator.name(),
                    enumerator.number(),
                    enumerator.text(),
                    emptyAsNull(enumerator.displayLabel()),
                    emptyAsNull(enumerator.description())));
        }
        return plain;
    }

    private static boolean isSameText(@Nullable String one, @Nullable String other) {
        return Objects.equals(emptyAsNull(one), emptyAsNull(other));
    }

    private static @Nullable String emptyAsNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
