package org.imodel4j.ec.map;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ec.CustomAttribute.Container;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.ClassDef.ConstraintDef;
import org.imodel4j.ec.schema.ClassDef.RelationshipDef;
import org.imodel4j.ec.schema.CustomAttributeDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.PropertyDef;
import org.imodel4j.ec.schema.PropertyType;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.schema.ValueLimits;
import org.imodel4j.ec.xml.StoredAttributeText;
import org.jspecify.annotations.Nullable;

/**
 * Writes classes with their properties, constraints and custom attributes. What a class refers to is written when it is met, if it is not there
 * yet: base classes, classes of properties, constraint classes, classes of attributes. The ids follow from that order.
 */
final class ClassRows {
    private static final List<String> PROPERTY_COLUMNS = List.of(
            "DisplayLabel",
            "Description",
            "IsReadonly",
            "Priority",
            "KindOfQuantityId",
            "CategoryId",
            "Kind",
            "PrimitiveType",
            "EnumerationId",
            "ExtendedTypeName",
            "PrimitiveTypeMinLength",
            "PrimitiveTypeMaxLength",
            "PrimitiveTypeMinValue",
            "PrimitiveTypeMaxValue",
            "StructClassId",
            "NavigationRelationshipClassId",
            "NavigationDirection",
            "ArrayMinOccurs",
            "ArrayMaxOccurs");
    private static final String INSERT_PROPERTY = "INSERT INTO ec_Property(Id,ClassId,Name,Ordinal,"
            + String.join(",", PROPERTY_COLUMNS) + ") VALUES(?,?,?,?" + ",?".repeat(PROPERTY_COLUMNS.size()) + ")";
    private static final String UPDATE_PROPERTY =
            "UPDATE ec_Property SET " + String.join("=?,", PROPERTY_COLUMNS) + "=? WHERE Id=?";

    private final MapConnection connection;
    private final SchemaIds ids;
    private final SchemaSet set;

    ClassRows(MapConnection connection, SchemaIds ids, SchemaSet set) {
        this.connection = connection;
        this.ids = ids;
        this.set = set;
    }

    /** Writes a class unless it is there; answers its id. */
    long insert(ItemName name) {
        Long known = ids.tryItem("ec_Class", name);
        if (known != null) {
            return known;
        }
        ClassDef definition = set.classOf(name);
        long id = connection.nextId("ec_Class");
        RelationshipDef relationship = definition.relationship();
        connection.run(
                "INSERT INTO ec_Class(Id,SchemaId,Name,DisplayLabel,Description,Type,Modifier,RelationshipStrength,"
                        + "RelationshipStrengthDirection,CustomAttributeContainerType) VALUES(?,?,?,?,?,?,?,?,?,?)",
                id,
                ids.schema(name.schema()),
                definition.name(),
                definition.displayLabel(),
                nonEmpty(definition.description()),
                definition.type().ordinal(),
                definition.modifier().ordinal(),
                relationship == null ? null : (Integer) relationship.strength().ordinal(),
                relationship == null ? null : (Integer) (relationship.forward() ? 1 : 2),
                definition.appliesTo());
        ids.put("ec_Class", name, id);
        int ordinal = 0;
        for (ItemName base : definition.bases()) {
            insertBase(id, insert(base), ordinal++);
        }
        ordinal = 0;
        for (PropertyDef property : definition.properties()) {
            insert(id, property, ordinal++);
        }
        if (relationship != null) {
            insert(id, relationship.source(), 0);
            insert(id, relationship.target(), 1);
        }
        insertAttributes(Container.CLASS, id, definition.customAttributes());
        return id;
    }

    /** An empty text is not stored as a description. */
    static @Nullable String nonEmpty(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    void insertBase(long classId, long baseId, int ordinal) {
        connection.run(
                "INSERT INTO ec_ClassHasBaseClasses(Id,ClassId,BaseClassId,Ordinal) VALUES(?,?,?,?)",
                connection.nextId("ec_ClassHasBaseClasses"),
                classId,
                baseId,
                ordinal);
    }

    /** Writes a property of a class; answers its id. */
    long insert(long classId, PropertyDef property, int ordinal) {
        List<@Nullable Object> row = values(property);
        long id = connection.nextId("ec_Property");
        row.addAll(0, List.of(id, classId, property.name(), ordinal));
        connection.run(INSERT_PROPERTY, row.toArray());
        insertAttributes(Container.PROPERTY, id, property.customAttributes());
        return id;
    }

    /** Writes a property anew that has the id already. */
    void update(long id, PropertyDef property) {
        List<@Nullable Object> row = values(property);
        row.add(id);
        connection.run(UPDATE_PROPERTY, row.toArray());
    }

    /** The values of {@link #PROPERTY_COLUMNS}. */
    private List<@Nullable Object> values(PropertyDef property) {
        List<@Nullable Object> type = new ArrayList<>();
        addType(property.type(), type);
        List<@Nullable Object> row = new ArrayList<>();
        row.add(property.displayLabel());
        row.add(nonEmpty(property.description()));
        row.add(property.readOnly());
        row.add(property.priority());
        row.add(idOrNull("ec_KindOfQuantity", property.kindOfQuantity()));
        row.add(idOrNull("ec_PropertyCategory", property.category()));
        row.addAll(type);
        return row;
    }

    private @Nullable Long idOrNull(String table, @Nullable ItemName name) {
        return name == null ? null : (Long) ids.item(table, name);
    }

    /** The values of the columns from Kind on. */
    private void addType(PropertyType type, List<@Nullable Object> values) {
        Integer kind = null;
        PropertyType item = type;
        Integer minOccurs = null;
        Integer maxOccurs = null;
        if (type instanceof PropertyType.Array array) {
            item = array.item();
            minOccurs = array.minOccurs();
            maxOccurs = array.maxOccurs();
            kind = item instanceof PropertyType.Struct ? 3 : 2;
        }
        Integer primitive = null;
        Long enumeration = null;
        String extended = null;
        ValueLimits limits = ValueLimits.NONE;
        Long struct = null;
        Long relationship = null;
        Integer direction = null;
        if (item instanceof PropertyType.Primitive of) {
            primitive = of.type().code();
            extended = nonEmpty(of.extendedType());
            limits = of.limits();
            kind = kind == null ? 0 : kind;
        } else if (item instanceof PropertyType.Enumerated of) {
            enumeration = ids.item("ec_Enumeration", of.enumeration());
            extended = nonEmpty(of.extendedType());
            limits = of.limits();
            kind = kind == null ? 0 : kind;
        } else if (item instanceof PropertyType.Struct of) {
            struct = insert(of.structClass());
            kind = kind == null ? 1 : kind;
        } else if (item instanceof PropertyType.Navigation of) {
            relationship = insert(of.relationship());
            direction = of.forward() ? 1 : 2;
            kind = 4;
        }
        values.add(kind);
        values.add(primitive);
        values.add(enumeration);
        values.add(extended);
        values.add(limits.minLength());
        values.add(limits.maxLength());
        values.add(limits.minValue());
        values.add(limits.maxValue());
        values.add(struct);
        values.add(relationship);
        values.add(direction);
        values.add(minOccurs);
        values.add(maxOccurs);
    }

    private void insert(long classId, ConstraintDef constraint, int end) {
        ItemName abstractClass = constraint.abstractConstraint();
        Long abstractId = abstractClass == null ? null : (Long) insert(abstractClass);
        long id = connection.nextId("ec_RelationshipConstraint");
        connection.run(
                "INSERT INTO ec_RelationshipConstraint(Id,RelationshipClassId,RelationshipEnd,MultiplicityLowerLimit,"
                        + "MultiplicityUpperLimit,IsPolymorphic,RoleLabel,AbstractConstraintClassId) VALUES(?,?,?,?,?,?,?,?)",
                id,
                classId,
                end,
                constraint.lowerLimit(),
                constraint.upperLimit(),
                constraint.polymorphic(),
                nonEmpty(constraint.roleLabel()),
                abstractId);
        for (ItemName constraintClass : constraint.classes()) {
            long constraintClassId = insert(constraintClass);
            insertConstraintClass(id, constraintClassId);
        }
        insertAttributes(
                end == 0 ? Container.SOURCE_CONSTRAINT : Container.TARGET_CONSTRAINT,
                id,
                constraint.customAttributes());
    }

    void insertConstraintClass(long constraintId, long constraintClassId) {
        connection.run(
                "INSERT INTO ec_RelationshipConstraintClass(Id,ConstraintId,ClassId) VALUES(?,?,?)",
                connection.nextId("ec_RelationshipConstraintClass"),
                constraintId,
                constraintClassId);
    }

    void insertAttributes(Container container, long containerId, List<CustomAttributeDef> attributes) {
        int ordinal = 0;
        for (CustomAttributeDef attribute : attributes) {
            insertAttribute(container, containerId, attribute, ordinal++);
        }
    }

    void insertAttribute(Container container, long containerId, CustomAttributeDef attribute, int ordinal) {
        long classId = insert(attribute.type());
        SchemaDef schema = set.trySchema(attribute.type().schema());
        if (schema == null) {
            throw Refusal.of("Failed to import ECSchemas. " + attribute.type() + " is not in the file.");
        }
        connection.run(
                "INSERT INTO ec_CustomAttribute(Id,ClassId,ContainerId,ContainerType,Ordinal,Instance) VALUES(?,?,?,?,?,?)",
                connection.nextId("ec_CustomAttribute"),
                classId,
                containerId,
                code(container),
                ordinal,
                StoredAttributeText.of(attribute, schema.version()));
    }

    static int code(Container container) {
        return switch (container) {
            case SCHEMA -> 1;
            case CLASS -> 30;
            case PROPERTY -> 992;
            case SOURCE_CONSTRAINT -> 1024;
            case TARGET_CONSTRAINT -> 2048;
        };
    }
}
