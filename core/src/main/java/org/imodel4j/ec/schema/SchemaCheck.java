package org.imodel4j.ec.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;

/** Checks what a builder made: names, and that what is named is there. Whether it can be imported is checked by the import. */
final class SchemaCheck {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final SchemaDef schema;

    SchemaCheck(SchemaDef schema) {
        this.schema = schema;
    }

    static IModelException wrong(String what, Object item) {
        return new IModelException(Status.BAD_SCHEMA, what).with("item", item);
    }

    /** The name, when it is one. */
    static String name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw wrong("a name consists of letters, digits and _ and does not start with a digit", name);
        }
        return name;
    }

    /** {@code alias:Name}, bare for an item of the schema itself. */
    static String qualified(ItemName name, String schema, List<SchemaReference> references) {
        if (name.schema().equalsIgnoreCase(schema)) {
            return name.name();
        }
        for (SchemaReference reference : references) {
            if (reference.name().equalsIgnoreCase(name.schema())) {
                return reference.alias() + ':' + name.name();
            }
        }
        throw wrong("the schema of an item is not referred to", name);
    }

    void check() {
        Set<String> names = new HashSet<>();
        for (ItemDef item : schema.items()) {
            unique(names, item.name());
            if (item instanceof ClassDef each) {
                check(each);
            }
        }
        attributes(schema.customAttributes());
    }

    private void check(ClassDef each) {
        each.bases().forEach(base -> known(base, ClassDef.class));
        attributes(each.customAttributes());
        Set<String> names = new HashSet<>();
        for (PropertyDef property : each.properties()) {
            unique(names, property.name());
            check(property.type());
            known(property.category(), PropertyCategoryDef.class);
            known(property.kindOfQuantity(), KindOfQuantityDef.class);
            attributes(property.customAttributes());
        }
        ClassDef.RelationshipDef relationship = each.relationship();
        if (relationship != null) {
            relationship.source().classes().forEach(end -> known(end, ClassDef.class));
            relationship.target().classes().forEach(end -> known(end, ClassDef.class));
        }
    }

    private void check(PropertyType type) {
        switch (type) {
            case PropertyType.Primitive primitive -> {}
            case PropertyType.Enumerated enumerated -> known(enumerated.enumeration(), EnumerationDef.class);
            case PropertyType.Struct struct -> known(struct.structClass(), ClassDef.class);
            case PropertyType.Array array -> check(array.item());
            case PropertyType.Navigation navigation -> known(navigation.relationship(), ClassDef.class);
        }
    }

    private void attributes(List<CustomAttributeDef> attributes) {
        attributes.forEach(attribute -> known(attribute.type(), ClassDef.class));
    }

    private void known(@Nullable ItemName name, Class<? extends ItemDef> kind) {
        if (name == null) {
            return;
        }
        String qualified = qualified(name, schema.name(), schema.references());
        if (qualified.indexOf(':') < 0 && schema.tryItem(name.name(), kind) == null) {
            throw wrong("an item is used and not defined", name);
        }
    }

    private static void unique(Set<String> names, String name) {
        if (!names.add(SchemaDef.lower(name))) {
            throw wrong("a name is given twice", name);
        }
    }
}
