package org.imodel4j.ec.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.imodel4j.ec.CustomAttribute.Container;
import org.imodel4j.ec.schema.ClassDef;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaReference;
import org.imodel4j.ec.schema.SchemaSet;

/** Writes schemas that the file does not have yet. */
final class SchemaRows {
    private final MapConnection connection;
    private final SchemaIds ids;
    private final ItemRows items;
    private final ClassRows classes;

    /** @param set the schemas to write and all they refer to */
    SchemaRows(MapConnection connection, SchemaIds ids, SchemaSet set) {
        this.connection = connection;
        this.ids = ids;
        this.items = new ItemRows(connection, ids, set);
        this.classes = new ClassRows(connection, ids, set);
    }

    ClassRows classes() {
        return classes;
    }

    ItemRows items() {
        return items;
    }

    /** Writes a schema whose references are there. */
    void insert(SchemaDef schema) {
        checkAlias(schema);
        long id = connection.nextId("ec_Schema");
        connection.run(
                "INSERT INTO ec_Schema(Id,Name,DisplayLabel,Description,Alias,VersionDigit1,VersionDigit2,VersionDigit3,"
                        + "OriginalECXmlVersionMajor,OriginalECXmlVersionMinor) VALUES(?,?,?,?,?,?,?,?,?,?)",
                id,
                schema.name(),
                schema.displayLabel(),
                ClassRows.nonEmpty(schema.description()),
                schema.alias(),
                schema.version().read(),
                schema.version().write(),
                schema.version().minor(),
                schema.ecXml().major(),
                schema.ecXml().minor());
        ids.putSchema(schema.name(), id);
        insertReferences(schema, id);
        items.insert(schema);
        for (ClassDef definition : ItemRows.sorted(schema, ClassDef.class)) {
            classes.insert(schema.nameOf(definition));
        }
        classes.insertAttributes(Container.SCHEMA, id, schema.customAttributes());
    }

    private void checkAlias(SchemaDef schema) {
        if (connection.exists("SELECT 1 FROM ec_Schema WHERE Alias=?", schema.alias())) {
            throw Refusal.of("Failed to import ECSchema '" + schema.key() + "'. Alias '" + schema.alias()
                    + "' is already used by an existing ECSchema.");
        }
    }

    private void insertReferences(SchemaDef schema, long id) {
        List<SchemaReference> references = new ArrayList<>(schema.references());
        references.sort(Comparator.comparing(SchemaReference::name));
        for (SchemaReference reference : references) {
            insertReference(id, ids.schema(reference.name()));
        }
    }

    void insertReference(long schemaId, long referencedId) {
        connection.run(
                "INSERT INTO ec_SchemaReference(Id,SchemaId,ReferencedSchemaId) VALUES(?,?,?)",
                connection.nextId("ec_SchemaReference"),
                schemaId,
                referencedId);
    }
}
