package org.imodel4j.ec.map;

import java.util.List;
import java.util.Objects;
import org.imodel4j.ec.CustomAttribute.Container;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaReference;
import org.imodel4j.ec.schema.SchemaSet;
import org.jspecify.annotations.Nullable;

/**
 * Changes the rows of stored schemas to those of newer versions. Whether the changes are allowed was asked before; what can only be told from
 * the mapping is refused here.
 */
final class SchemaUpdate {
    /** Those in which an update deletes rows. */
    private static final List<String> TABLES = List.of(
            "ec_ClassHasBaseClasses",
            "ec_Class",
            "ec_Property",
            "ec_CustomAttribute",
            "ec_PropertyPath",
            "ec_PropertyMap",
            "ec_Column",
            "ec_Table",
            "ec_Index",
            "ec_IndexColumn",
            "ec_SchemaReference",
            "ec_RelationshipConstraintClass");

    private final MapConnection connection;
    private final SchemaIds ids;
    private final SchemaRows rows;
    private final ItemUpdate items;
    private final ClassUpdate classes;
    private final AttributeUpdate attributes;

    /**
     * @param before the schemas as they are stored
     * @param remap is told what may find itself in other columns
     */
    SchemaUpdate(MapConnection connection, SchemaIds ids, SchemaRows rows, SchemaSet before, Remap remap) {
        this.connection = connection;
        this.ids = ids;
        this.rows = rows;
        this.items = new ItemUpdate(connection, ids, rows.items());
        this.attributes = new AttributeUpdate(connection, ids, rows.classes());
        this.classes = new ClassUpdate(connection, ids, rows.classes(), attributes, before, remap);
    }

    /** @param before as it is stored */
    void update(SchemaDef before, SchemaDef after) {
        connection.countFromHere(TABLES);
        long id = ids.schema(before.name());
        connection.run(
                "UPDATE ec_Schema SET DisplayLabel=?,Description=?,VersionDigit1=?,VersionDigit2=?,VersionDigit3=?,"
                        + "OriginalECXmlVersionMajor=?,OriginalECXmlVersionMinor=? WHERE Id=?",
                after.displayLabel(),
                ClassRows.nonEmpty(after.description()),
                after.version().read(),
                after.version().write(),
                after.version().minor(),
                after.ecXml().major(),
                after.ecXml().minor(),
                id);
        NamedChanges.each(
                before.references(),
                after.references(),
                SchemaReference::name,
                (from, to) -> updateReference(id, from, to));
        items.update(before, after);
        NamedChanges.each(
                before.items(ClassDef.class),
                after.items(ClassDef.class),
                ClassDef::name,
                (from, to) -> updateClass(before, from, after, to));
        attributes.update(Container.SCHEMA, id, before.customAttributes(), after.customAttributes());
    }

    private void updateReference(long id, @Nullable SchemaReference from, @Nullable SchemaReference to) {
        if (from == null && to != null) {
            rows.insertReference(id, ids.schema(to.name()));
        } else if (from != null && to == null) {
            connection.run(
                    "DELETE FROM ec_SchemaReference WHERE SchemaId=? AND ReferencedSchemaId=?",
                    id,
                    ids.schema(from.name()));
        }
    }

    private void updateClass(SchemaDef before, @Nullable ClassDef from, SchemaDef after, @Nullable ClassDef to) {
        if (from == null) {
            classes.insert(after.nameOf(Objects.requireNonNull(to)));
        } else if (to == null) {
            classes.delete(before.nameOf(from));
        } else {
            classes.update(before.nameOf(from), from, to);
        }
    }
}
