package org.imodel4j.cli.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.imodel4j.cli.query.OpenFile;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECProperty;
import org.imodel4j.ec.ECSchema;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/** What {@code .schema} tells: the schemas, the classes of one, the properties of a class. */
final class SchemaText {
    private final OpenFile file;
    private final ECSchemas schemas;

    SchemaText(OpenFile file) {
        this.file = file;
        this.schemas = file.schemas();
    }

    /** @param name of a schema or its alias, of a class as {@code Schema.Class}; empty for all schemas */
    List<String> lines(String name) {
        if (name.isEmpty()) {
            return all();
        }
        ECClass ecClass = schemas.tryClass(name);
        if (ecClass != null) {
            return ofClass(ecClass);
        }
        ECSchema schema = schemas.trySchema(name);
        if (schema == null) {
            throw new IModelException(Status.NOT_FOUND, "There is no such schema or class").with("name", name);
        }
        return ofSchema(schema);
    }

    private List<String> all() {
        return schemas.schemas().stream()
                .sorted(Comparator.comparing(ECSchema::name))
                .map(schema -> padded(schema.name(), 36) + padded(schema.version(), 12) + schema.alias())
                .toList();
    }

    private List<String> ofSchema(ECSchema schema) {
        List<String> lines = new ArrayList<>();
        lines.add("ECSchema " + schema.name() + " " + schema.version() + ", alias " + schema.alias());
        file.read(connection -> ClassList.all(connection)).stream()
                .filter(one -> one.schema().equals(schema.name()))
                .forEach(one -> lines.add("  " + padded(one.name(), 52) + one.kind()));
        return lines;
    }

    private List<String> ofClass(ECClass ecClass) {
        List<String> lines = new ArrayList<>();
        String modifier = ecClass.modifier() == ECClass.Modifier.NONE
                ? ""
                : ecClass.modifier().name().toLowerCase(Locale.ROOT) + " ";
        lines.add(modifier + kind(ecClass) + " " + ecClass.dottedName());
        List<String> bases = ecClass.baseClassIds().stream()
                .map(id -> schemas.classById(id).dottedName())
                .toList();
        if (!bases.isEmpty()) {
            lines.add("  base classes: " + String.join(", ", bases));
        }
        ECClass.Relationship relationship = ecClass.relationship();
        if (relationship != null) {
            lines.add("  source: " + constraint(relationship.source()));
            lines.add("  target: " + constraint(relationship.target()));
        }
        for (ECProperty property : ecClass.properties()) {
            String from = property.declaringClassId() == ecClass.id()
                    ? ""
                    : schemas.classById(property.declaringClassId()).dottedName();
            lines.add(("  " + padded(property.name(), 30) + padded(type(property), 40) + from).stripTrailing());
        }
        return lines;
    }

    private static String kind(ECClass ecClass) {
        return switch (ecClass.type()) {
            case ENTITY -> ecClass.isMixin() ? "Mixin" : "EntityClass";
            case RELATIONSHIP -> "RelationshipClass";
            case STRUCT -> "StructClass";
            case CUSTOM_ATTRIBUTE -> "CustomAttributeClass";
        };
    }

    private String constraint(ECClass.Constraint constraint) {
        List<String> classes = constraint.classIds().stream()
                .map(id -> schemas.classById(id).dottedName())
                .toList();
        String upper = constraint.upperLimit() == null ? "*" : String.valueOf(constraint.upperLimit());
        return "(" + constraint.lowerLimit() + ".." + upper + ") " + String.join(", ", classes);
    }

    private String type(ECProperty property) {
        String scalar = scalarType(property);
        return switch (property.kind()) {
            case PRIMITIVE, STRUCT, NAVIGATION -> scalar;
            case PRIMITIVE_ARRAY, STRUCT_ARRAY -> scalar + "[]";
        };
    }

    private String scalarType(ECProperty property) {
        ECProperty.Navigation navigation = property.navigation();
        if (navigation != null) {
            return "navigation "
                    + schemas.classById(navigation.relationshipClassId()).dottedName();
        }
        Long struct = property.structClassId();
        if (struct != null) {
            return schemas.classById(struct).dottedName();
        }
        Long enumeration = property.enumerationId();
        if (enumeration != null) {
            return "enumeration " + schemas.enumeration(enumeration).item().dottedName();
        }
        String type = property.primitive() == null ? "" : property.primitive().typeName();
        return property.extendedType() == null ? type : type + " " + property.extendedType();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(2, width - text.length()));
    }
}
