package org.imodel4j.imodel.create;

import java.util.List;
import java.util.stream.Collectors;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.EnumerationDef;
import org.imodel4j.ec.schema.FormatDef;
import org.imodel4j.ec.schema.ItemDef;
import org.imodel4j.ec.schema.KindOfQuantityDef;
import org.imodel4j.ec.schema.PhenomenonDef;
import org.imodel4j.ec.schema.PropertyCategoryDef;
import org.imodel4j.ec.schema.PropertyDef;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.UnitDef;
import org.imodel4j.ec.schema.UnitSystemDef;

/** A schema without its descriptions. */
final class Undescribed {
    private Undescribed() {}

    static SchemaDef of(SchemaDef schema) {
        return new SchemaDef(
                schema.key(),
                schema.alias(),
                schema.displayLabel(),
                null,
                schema.ecXml(),
                schema.references(),
                schema.items().stream().map(Undescribed::of).collect(Collectors.toList()),
                schema.customAttributes());
    }

    private static ItemDef of(ItemDef item) {
        return switch (item) {
            case ClassDef c ->
                new ClassDef(
                        c.name(),
                        c.type(),
                        c.modifier(),
                        c.displayLabel(),
                        null,
                        c.bases(),
                        c.properties().stream().map(Undescribed::of).collect(Collectors.toList()),
                        c.customAttributes(),
                        c.appliesTo(),
                        c.relationship());
            case EnumerationDef e ->
                new EnumerationDef(e.name(), e.displayLabel(), null, e.backing(), e.strict(), enumerators(e));
            case KindOfQuantityDef k ->
                new KindOfQuantityDef(
                        k.name(),
                        k.displayLabel(),
                        null,
                        k.persistenceUnit(),
                        k.relativeError(),
                        k.presentationFormats());
            case PropertyCategoryDef p -> new PropertyCategoryDef(p.name(), p.displayLabel(), null, p.priority());
            case UnitSystemDef u -> new UnitSystemDef(u.name(), u.displayLabel(), null);
            case PhenomenonDef p -> new PhenomenonDef(p.name(), p.displayLabel(), null, p.definition());
            case UnitDef u ->
                new UnitDef(
                        u.name(),
                        u.kind(),
                        u.displayLabel(),
                        null,
                        u.phenomenon(),
                        u.unitSystem(),
                        u.definition(),
                        u.numerator(),
                        u.denominator(),
                        u.offset(),
                        u.inverts());
            case FormatDef f -> new FormatDef(f.name(), f.displayLabel(), null, f.numeric(), f.composite());
        };
    }

    private static List<EnumerationDef.EnumeratorDef> enumerators(EnumerationDef enumeration) {
        return enumeration.enumerators().stream()
                .map(e -> new EnumerationDef.EnumeratorDef(e.name(), e.number(), e.text(), e.displayLabel(), null))
                .collect(Collectors.toList());
    }

    private static PropertyDef of(PropertyDef p) {
        return new PropertyDef(
                p.name(),
                p.type(),
                p.displayLabel(),
                null,
                p.readOnly(),
                p.priority(),
                p.category(),
                p.kindOfQuantity(),
                p.customAttributes());
    }
}
