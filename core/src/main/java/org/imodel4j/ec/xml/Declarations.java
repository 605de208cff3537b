package org.imodel4j.ec.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.EnumerationDef;
import org.imodel4j.ec.schema.FormatDef;
import org.imodel4j.ec.schema.ItemDef;
import org.imodel4j.ec.schema.KindOfQuantityDef;
import org.imodel4j.ec.schema.PhenomenonDef;
import org.imodel4j.ec.schema.PropertyCategoryDef;
import org.imodel4j.ec.schema.UnitDef;
import org.imodel4j.ec.schema.UnitSystemDef;
import org.imodel4j.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/** The names that a document declares, before any of its contents is read. All items share one namespace without case. */
final class Declarations {
    private final Map<String, Item> items = new LinkedHashMap<>();

    /** @param classType null for what is no class */
    record Item(String name, Class<? extends ItemDef> kind, ECClass.@Nullable Type classType, XmlElement element) {}

    static Declarations read(SchemaHeader header, SchemaLimits limits) {
        Declarations declarations = new Declarations();
        boolean old = header.ecXml().major() == 2;
        for (XmlElement element : header.text().root().children()) {
            ECClass.Type classType = classType(element, old);
            Class<? extends ItemDef> kind = classType != null ? ClassDef.class : kind(element);
            if (kind != null) {
                declarations.add(header, limits, kind, classType, element);
            }
        }
        return declarations;
    }

    private void add(
            SchemaHeader header,
            SchemaLimits limits,
            Class<? extends ItemDef> kind,
            ECClass.@Nullable Type classType,
            XmlElement element) {
        String name = ECNames.check(element.attribute("typeName"), limits.nameLength());
        if (name == null) {
            throw header.text().problem(element, "", "typeName is required and has to be a name");
        }
        if (header.ecXml().major() == 2 && kind == ClassDef.class) {
            name = free(name);
        }
        Item known = items.putIfAbsent(key(name), new Item(name, kind, classType, element));
        if (known != null) {
            throw header.text()
                    .problem(element, name, "the name is taken by another item, in line " + known.element.line());
        }
    }

    /** ECXML 2.0 may have the name of a class twice; the second class is called otherwise. */
    private String free(String name) {
        String free = name;
        while (items.containsKey(key(free))) {
            free += '_';
        }
        return free;
    }

    /** Whether an element declares a class in the version of its document. */
    static boolean isClass(SchemaHeader header, XmlElement element) {
        return classType(element, header.ecXml().major() == 2) != null;
    }

    private static ECClass.@Nullable Type classType(XmlElement element, boolean old) {
        if (old) {
            return switch (element.name()) {
                case "ECClass" -> OldClass.type(element);
                case "ECRelationshipClass" -> ECClass.Type.RELATIONSHIP;
                default -> null;
            };
        }
        return switch (element.name()) {
            case "ECEntityClass" -> ECClass.Type.ENTITY;
            case "ECStructClass" -> ECClass.Type.STRUCT;
            case "ECCustomAttributeClass" -> ECClass.Type.CUSTOM_ATTRIBUTE;
            case "ECRelationshipClass" -> ECClass.Type.RELATIONSHIP;
            default -> null;
        };
    }

    private static @Nullable Class<? extends ItemDef> kind(XmlElement element) {
        return switch (element.name()) {
            case "ECEnumeration" -> EnumerationDef.class;
            case "PropertyCategory" -> PropertyCategoryDef.class;
            case "UnitSystem" -> UnitSystemDef.class;
            case "Phenomenon" -> PhenomenonDef.class;
            case "Unit", "InvertedUnit", "Constant" -> UnitDef.class;
            case "Format" -> FormatDef.class;
            case "KindOfQuantity" -> KindOfQuantityDef.class;
            default -> null;
        };
    }

    /** By name without regard to case. */
    @Nullable
    Item find(String name) {
        return items.get(key(name));
    }

    /** All of a kind in the order of the document. */
    List<Item> all(Class<? extends ItemDef> kind) {
        List<Item> found = new ArrayList<>();
        for (Item item : items.values()) {
            if (item.kind == kind) {
                found.add(item);
            }
        }
        return found;
    }

    /** All in the order of the document. */
    List<Item> all() {
        return new ArrayList<>(items.values());
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
