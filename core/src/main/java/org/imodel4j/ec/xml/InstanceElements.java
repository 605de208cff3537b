package org.imodel4j.ec.xml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imodel4j.ec.CustomAttributeXml;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.EnumerationDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.PropertyDef;
import org.imodel4j.ec.schema.PropertyType;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/**
 * Values of custom attributes in their canonical form: children in the order of the properties, texts as iTwin.js writes them. What
 * the class does not know and what can not be read as its type is left out; a struct is there even without values.
 */
final class InstanceElements {
    private static final int DEEPEST = 32;

    private final SchemaSet schemas;
    private final int mostMembers;
    private final Map<ItemName, List<PropertyDef>> properties = new HashMap<>();
    private int membersLeft;

    /** @param mostMembers elements of one value: as structs contain structs, they may be far more than what is written */
    InstanceElements(SchemaSet schemas, int mostMembers) {
        this.schemas = schemas;
        this.mostMembers = mostMembers;
    }

    /**
     * The value of one custom attribute.
     *
     * @param name of the element that is made
     * @return null when it is too large
     */
    @Nullable
    CustomAttributeXml tryInstance(ItemName type, String name, XmlElement element) {
        membersLeft = mostMembers;
        List<CustomAttributeXml> members = members(type, element, 0);
        return membersLeft < 0 ? null : new CustomAttributeXml(name, null, "", members);
    }

    private List<CustomAttributeXml> members(ItemName type, @Nullable XmlElement element, int depth) {
        List<CustomAttributeXml> members = new ArrayList<>();
        if (depth > DEEPEST) {
            return members;
        }
        for (PropertyDef property : properties.computeIfAbsent(type, schemas::propertiesOf)) {
            if (--membersLeft < 0) {
                break;
            }
            CustomAttributeXml member = member(property, last(element, property.name()), depth);
            if (member != null) {
                members.add(member);
            }
        }
        return members;
    }

    /** A value that is given twice counts as it is given last. */
    private static @Nullable XmlElement last(@Nullable XmlElement element, String name) {
        XmlElement found = null;
        if (element != null) {
            for (XmlElement child : element.children()) {
                if (child.name().equalsIgnoreCase(name)) {
                    found = child;
                }
            }
        }
        return found;
    }

    private @Nullable CustomAttributeXml member(PropertyDef property, @Nullable XmlElement value, int depth) {
        return switch (property.type()) {
            case PropertyType.Struct struct ->
                new CustomAttributeXml(property.name(), null, "", members(struct.structClass(), value, depth + 1));
            case PropertyType.Array array -> value == null ? null : array(property, array, value, depth);
            case PropertyType.Navigation navigation -> null;
            case PropertyType.Item item ->
                value == null ? null : primitive(property.name(), primitiveType(item), value);
        };
    }

    private @Nullable CustomAttributeXml array(
            PropertyDef property, PropertyType.Array array, XmlElement value, int depth) {
        List<CustomAttributeXml> items = new ArrayList<>();
        for (XmlElement child : value.children()) {
            CustomAttributeXml item = item(array.item(), child, depth);
            if (item != null) {
                items.add(item);
            }
        }
        return items.isEmpty() ? null : new CustomAttributeXml(property.name(), null, "", items);
    }

    /** Items of another type than that of the array are left out. */
    private @Nullable CustomAttributeXml item(PropertyType.Item type, XmlElement child, int depth) {
        if (type instanceof PropertyType.Struct struct) {
            ItemName member = structClass(struct.structClass(), child.name());
            return member == null
                    ? null
                    : new CustomAttributeXml(member.name(), null, "", members(member, child, depth + 1));
        }
        PrimitiveType primitive = primitiveType(type);
        if (TypeNames.tryPrimitive(child.name()) != primitive) {
            return null;
        }
        CustomAttributeXml read = primitive(primitive.typeName(), primitive, child);
        return read == null ? new CustomAttributeXml(primitive.typeName(), null, "", List.of()) : read;
    }

    /** The class of that name that is the struct class or derives from it. */
    private @Nullable ItemName structClass(ItemName declared, String name) {
        if (declared.name().equalsIgnoreCase(name)) {
            return declared;
        }
        ItemName candidate = new ItemName(declared.schema(), name);
        ClassDef found = schemas.tryItem(candidate, ClassDef.class);
        if (found == null || found.type() != ECClass.Type.STRUCT) {
            return null;
        }
        ItemName exact = new ItemName(declared.schema(), found.name());
        return schemas.isSubclass(exact, declared) ? exact : null;
    }

    private PrimitiveType primitiveType(PropertyType.Item type) {
        return switch (type) {
            case PropertyType.Primitive primitive -> primitive.type();
            case PropertyType.Enumerated enumerated ->
                schemas.item(enumerated.enumeration(), EnumerationDef.class).backing();
            case PropertyType.Struct struct -> throw new IllegalArgumentException("a struct is not primitive");
        };
    }

    private static @Nullable CustomAttributeXml primitive(String name, PrimitiveType type, XmlElement value) {
        String text = value.text();
        if (type != PrimitiveType.STRING && text.isEmpty()) {
            return null;
        }
        String canonical = canonical(type, text);
        return canonical == null ? null : new CustomAttributeXml(name, null, canonical, List.of());
    }

    private static @Nullable String canonical(PrimitiveType type, String text) {
        return switch (type) {
            case STRING -> text;
            case BOOLEAN -> text.equalsIgnoreCase("true") || text.equals("1") ? "True" : "False";
            case INTEGER -> string(ScannedNumber.tryInt(text));
            // A time is a count of ticks, whatever it looks like.
            case LONG, DATE_TIME -> string(ScannedNumber.tryLong(text));
            case DOUBLE -> {
                Double number = ScannedNumber.tryDouble(text);
                yield number == null ? null : DoubleText.of(number);
            }
            case POINT2D -> point(ScannedNumber.tryDoubles(text, 2));
            case POINT3D -> point(ScannedNumber.tryDoubles(text, 3));
            case BINARY, GEOMETRY -> base64(text);
        };
    }

    private static @Nullable String string(@Nullable Number number) {
        return number == null ? null : number.toString();
    }

    private static @Nullable String point(double @Nullable [] coordinates) {
        if (coordinates == null) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (double coordinate : coordinates) {
            text.append(text.length() == 0 ? "" : ",").append(DoubleText.of(coordinate));
        }
        return text.toString();
    }

    private static @Nullable String base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text.trim().getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(bytes);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
