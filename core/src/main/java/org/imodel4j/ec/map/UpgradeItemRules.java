package org.imodel4j.ec.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.ECXmlVersion;
import org.imodel4j.ec.schema.EnumerationDef;
import org.imodel4j.ec.schema.EnumerationDef.EnumeratorDef;
import org.imodel4j.ec.schema.FormatDef;
import org.imodel4j.ec.schema.ItemDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.KindOfQuantityDef;
import org.imodel4j.ec.schema.PhenomenonDef;
import org.imodel4j.ec.schema.PropertyCategoryDef;
import org.imodel4j.ec.schema.PropertyDef;
import org.imodel4j.ec.schema.UnitDef;
import org.imodel4j.ec.schema.UnitSystemDef;
import org.imodel4j.error.IModelException;
import org.jspecify.annotations.Nullable;

/** Changes of all items but classes. */
final class UpgradeItemRules {
    private final SchemaChanges changes;

    UpgradeItemRules(SchemaChanges changes) {
        this.changes = changes;
    }

    void checkDeleted(ItemDef item) {
        switch (item) {
            case EnumerationDef enumeration -> requireMajor("ECEnumeration", item);
            case KindOfQuantityDef quantity -> requireMajor("KindOfQuantity", item);
            case PropertyCategoryDef category -> checkUnused(category);
            case PhenomenonDef phenomenon ->
                throw failed("Deleting Phenomena '" + item.name() + "' from an ECSchema is not supported.");
            case UnitSystemDef system ->
                throw failed("UnitSystem " + item.name() + ": Deleting UnitSystems from an ECSchema is not supported.");
            case UnitDef unit ->
                throw failed("Unit " + item.name() + ": Deleting Units from an ECSchema is not supported.");
            case FormatDef format ->
                throw failed("Format " + item.name() + ": Deleting Formats from an ECSchema is not supported.");
            case ClassDef classDef -> throw new IllegalArgumentException(item.name() + " is a class");
        }
    }

    private void requireMajor(String word, ItemDef item) {
        if (!changes.mayBreak()) {
            throw failed("Cannot delete " + word + " '" + item.name() + "'. This is a major ECSchema change. "
                    + UpgradeRules.READ_VERSION);
        }
    }

    private void checkUnused(PropertyCategoryDef category) {
        ItemName name = changes.old().nameOf(category);
        for (ClassDef classDef : changes.now().items(ClassDef.class)) {
            for (PropertyDef property : classDef.properties()) {
                if (name.equals(property.category())) {
                    throw failed("PropertyCategory " + full(category)
                            + ": Cannot delete PropertyCategory which is still referenced by a property, "
                            + changes.now().nameOf(classDef) + '.' + property.name() + '.');
                }
            }
        }
    }

    void checkChanged(ItemDef old, ItemDef now) {
        switch (old) {
            case EnumerationDef enumeration -> checkEnumeration(enumeration, (EnumerationDef) now);
            case KindOfQuantityDef quantity -> checkQuantity(quantity, (KindOfQuantityDef) now);
            case PropertyCategoryDef category ->
                checkName("PropertyCategory", category, now, " Changing the name of a PropertyCategory", "");
            case PhenomenonDef phenomenon -> checkPhenomenon(phenomenon, (PhenomenonDef) now);
            case UnitSystemDef system -> checkName("UnitSystem", system, now, "Changing the name of a UnitSystem", ".");
            case UnitDef unit -> checkUnit(unit, (UnitDef) now);
            case FormatDef format -> checkFormat(format, (FormatDef) now);
            case ClassDef classDef -> throw new IllegalArgumentException(old.name() + " is a class");
        }
    }

    private void checkName(String word, ItemDef old, ItemDef now, String change, String end) {
        if (!old.name().equals(now.name())) {
            throw failed(word + ' ' + full(old) + ": " + change + " is not supported. Modified '" + full(old) + "' to '"
                    + changes.now().nameOf(now) + '\'' + end);
        }
    }

    private void checkEnumeration(EnumerationDef old, EnumerationDef now) {
        checkName("ECEnumeration", old, now, "Changing the name of a ECEnumeration", "");
        if (old.backing() != now.backing()) {
            throw failed("ECEnumeration " + full(old) + ": 'Type' change is not supported.");
        }
        if (!old.strict() && now.strict()) {
            throw failed(
                    "ECEnumeration " + full(old)
                            + ": 'IsStrict' changed. 'Unstrict' cannot be change to 'strict'. The other way around is allowed.");
        }
        for (EnumeratorDef enumerator : old.enumerators()) {
            EnumeratorDef found = find(now, enumerator.name());
            if (found != null && !value(found).equals(value(enumerator))) {
                throw failed("Enumeration " + full(old)
                        + ": The value of one or more enumerators of Enumeration was modified which is not supported. Modified from '"
                        + value(enumerator) + "' to '" + value(found) + '\'');
            }
        }
        // Names came with ECXML 3.2: before, they were made up and can be replaced.
        boolean renamable = changes.old().ecXml().isBefore(ECXmlVersion.V3_2);
        for (EnumeratorDef enumerator : old.enumerators()) {
            boolean kept = find(now, enumerator.name()) != null
                    || renamable
                            && now.enumerators().stream()
                                    .anyMatch(other -> value(other).equals(value(enumerator)));
            if (!kept) {
                throw failed("Enumeration " + full(old)
                        + ": An enumerator was deleted from Enumeration which is not supported.");
            }
        }
    }

    private static @Nullable EnumeratorDef find(EnumerationDef enumeration, String name) {
        for (EnumeratorDef enumerator : enumeration.enumerators()) {
            if (enumerator.name().equalsIgnoreCase(name)) {
                return enumerator;
            }
        }
        return null;
    }

    private static String value(EnumeratorDef enumerator) {
        return enumerator.number() != null ? enumerator.number().toString() : String.valueOf(enumerator.text());
    }

    /** The words {@code ECShema} are those of the original. */
    private void checkQuantity(KindOfQuantityDef old, KindOfQuantityDef now) {
        String start = "ECShema " + changes.old().key() + ": KindOfQuantity " + full(old) + ": ";
        if (!old.name().equals(now.name())) {
            throw UpgradeRules.failed(start + "Changing the name of a KindOfQuantity is not supported. Modified '"
                    + full(old) + "' to '" + changes.now().nameOf(now) + '\'');
        }
        if (!new ItemComparison(changes.old(), changes.now()).isSameUnit(old, now)) {
            throw UpgradeRules.failed(start
                    + "Changing properties of KindOfQuantity is not supported except for RelativeError, PresentationFormats,"
                    + " DisplayLabel and Description.");
        }
    }

    private void checkPhenomenon(PhenomenonDef old, PhenomenonDef now) {
        checkName("Phenomenon", old, now, "Changing the name of a Phenomenon", ".");
        if (!old.definition().equals(now.definition())) {
            throw failed("Phenomenon " + full(old)
                    + ": Changing properties of Phenomenon is not supported except for DisplayLabel and Description.");
        }
    }

    private void checkUnit(UnitDef old, UnitDef now) {
        checkName("Unit", old, now, "Changing the name of a Unit", ".");
        boolean same = old.kind() == now.kind()
                && old.phenomenon().equals(now.phenomenon())
                && Objects.equals(old.unitSystem(), now.unitSystem())
                && Objects.equals(old.definition(), now.definition())
                && Objects.equals(old.inverts(), now.inverts())
                && isKept(old.numerator(), now.numerator(), 1)
                && isKept(old.denominator(), now.denominator(), 1)
                && isKept(old.offset(), now.offset(), 0);
        if (!same) {
            throw failed("Unit " + full(old)
                    + ": Changing properties of Unit is not supported except for DisplayLabel and Description.");
        }
    }

    /** What was not given can be given as what it is without. */
    private static boolean isKept(@Nullable Double old, @Nullable Double now, double missing) {
        return Objects.equals(old, now) || (old == null && now != null && now == missing);
    }

    private void checkFormat(FormatDef old, FormatDef now) {
        checkName("Unit", old, now, "Changing the name of a Format", "");
        if (!units(old).equals(units(now))) {
            throw failed("Format " + full(old) + ":  Changing the composite units of Format is not supported.");
        }
    }

    private static List<ItemName> units(FormatDef format) {
        List<ItemName> units = new ArrayList<>();
        if (format.composite() != null) {
            format.composite().units().forEach(unit -> units.add(unit.unit()));
        }
        return units;
    }

    private ItemName full(ItemDef item) {
        return changes.old().nameOf(item);
    }

    private IModelException failed(String reason) {
        return UpgradeRules.failed("ECSchema " + changes.old().key() + ": " + reason);
    }
}
