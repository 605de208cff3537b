package org.imodel4j.ec.xml;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.EnumerationDef;
import org.imodel4j.ec.schema.EnumerationDef.EnumeratorDef;
import org.imodel4j.ec.schema.FormatDef;
import org.imodel4j.ec.schema.ItemDef;
import org.imodel4j.ec.schema.KindOfQuantityDef;
import org.imodel4j.ec.schema.PhenomenonDef;
import org.imodel4j.ec.schema.PropertyCategoryDef;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.UnitDef;
import org.imodel4j.ec.schema.UnitSystemDef;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/** What versions of ECXML before 3.2 have words for. */
final class LegacyContent {
    private LegacyContent() {}

    /** Whether a schema comes back as it is when it is written as ECXML 3.1 and read again. */
    static boolean holds(SchemaDef schema) {
        for (ItemDef item : schema.items()) {
            boolean holds =
                    switch (item) {
                        case ClassDef each -> true;
                        case PropertyCategoryDef category -> true;
                        case EnumerationDef enumeration -> hasGeneratedNames(enumeration);
                        case KindOfQuantityDef quantity -> LegacyUnits.holds(quantity, schema);
                        case UnitSystemDef system -> false;
                        case PhenomenonDef phenomenon -> false;
                        case UnitDef unit -> false;
                        case FormatDef format -> false;
                    };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    /** Schemas that readers of older versions add by themselves, where a kind of quantity needs them. */
    static boolean isOfUnits(String schemaName) {
        return schemaName.equals("Units") || schemaName.equals("Formats");
    }

    /** @throws IModelException BadSchema naming the item that ECXML 2.0 has no element for */
    static void requireClassesOnly(SchemaDef schema) {
        for (ItemDef item : schema.items()) {
            if (!(item instanceof ClassDef)) {
                throw new IModelException(Status.BAD_SCHEMA, "ECXML 2.0 has no element for an item")
                        .with("item", schema.nameOf(item));
            }
        }
    }

    /** ECXML 3.1 has no names of enumerators: readers make them of the name of the enumeration and the value. */
    private static boolean hasGeneratedNames(EnumerationDef enumeration) {
        Set<String> values = new HashSet<>();
        for (EnumeratorDef enumerator : enumeration.enumerators()) {
            String value = String.valueOf(
                    enumeration.backing() == PrimitiveType.INTEGER ? enumerator.number() : enumerator.text());
            String prefix = enumeration.backing() == PrimitiveType.INTEGER ? enumeration.name() : "";
            if (enumerator.description() != null
                    || !values.add(value)
                    || !enumerator.name().equals(encoded(prefix + value))) {
                return false;
            }
        }
        return true;
    }

    /** A text as a name: what may not stand in a name becomes {@code __x0020__}. */
    private static String encoded(String text) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '_';
            if (letter || i > 0 && c >= '0' && c <= '9') {
                name.append(c);
            } else {
                name.append("__x")
                        .append(String.format(Locale.ROOT, "%04X", (int) c))
                        .append("__");
            }
        }
        return name.toString();
    }
}
