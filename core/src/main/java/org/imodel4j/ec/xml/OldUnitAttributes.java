package org.imodel4j.ec.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.schema.ClassDef;

/**
 * Two classes of the old schema Unit_Attributes were structs and custom attributes at once. They are structs now, and as attributes
 * have copies with another name, as iTwin.js makes them; documents go on using the old name.
 */
final class OldUnitAttributes {
    private static final String SCHEMA = "Unit_Attributes";
    private static final Set<String> NAMES = Set.of("UnitSpecification", "DisplayUnitSpecification");
    private static final String SUFFIX = "Attr";

    private OldUnitAttributes() {}

    /** The name of the class that an element stands for. */
    static String className(String schema, String element) {
        return schema.equals(SCHEMA) && NAMES.contains(element) ? element + SUFFIX : element;
    }

    /** The copies, none for other schemas. */
    static List<ClassDef> copies(SchemaHeader header, List<ClassDef> classes) {
        List<ClassDef> copies = new ArrayList<>();
        if (header.key().name().equals(SCHEMA)) {
            for (ClassDef original : classes) {
                if (NAMES.contains(original.name()) && original.type() == ECClass.Type.STRUCT) {
                    copies.add(new ClassDef(
                            original.name() + SUFFIX,
                            ECClass.Type.CUSTOM_ATTRIBUTE,
                            ECClass.Modifier.NONE,
                            null,
                            null,
                            List.of(),
                            original.properties(),
                            List.of(),
                            null,
                            null));
                }
            }
        }
        return copies;
    }
}
