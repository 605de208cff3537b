package org.imodel4j.imodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.imodel4j.ec.ECEnumeration;
import org.imodel4j.ec.KindOfQuantity;
import org.imodel4j.ec.map.FileRules;
import org.imodel4j.ec.schema.EnumerationDef;
import org.imodel4j.ec.schema.ItemDef;
import org.imodel4j.ec.schema.KindOfQuantityDef;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.xml.SchemaInput;
import org.imodel4j.ec.xml.SchemaLimits;
import org.imodel4j.ec.xml.SchemaLoader;
import org.imodel4j.ec.xml.SchemaSource;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.imodel.create.SystemSchemas;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteStatement;
import org.jspecify.annotations.Nullable;

/**
 * What the tables have kept in the form of ECXML 3.1, brought into that of 3.2: enumerators get names, and kinds of quantity units and
 * formats of the schemas Units and Formats. Works by reading a document of 3.1 that says the same, so that both follow one set of rules.
 */
final class OldSchemaItems {
    private static final String DOCUMENT = "<ECSchema schemaName=\"Old\" alias=\"old\" version=\"1.0.0\""
            + " xmlns=\"http://www.bentley.com/schemas/Bentley.ECXML.3.1\">%s</ECSchema>";

    private final SqliteDatabase database;
    private final FileRules rules;

    OldSchemaItems(SqliteDatabase database, FileRules rules) {
        this.database = database;
        this.rules = rules;
    }

    private record Enumeration(long id, String name, JsonArray values) {}

    private record Quantity(long id, String name, String unit, List<String> formats) {}

    void convert() {
        List<Long> withUnits = new ArrayList<>();
        List<Long> withFormats = new ArrayList<>();
        for (long schema : schemas()) {
            List<Enumeration> enumerations = enumerations(schema);
            List<Quantity> quantities = quantities(schema);
            SchemaDef converted = read(enumerations, quantities);
            enumerations.forEach(each -> save(each, item(converted, EnumerationDef.class, each.name)));
            for (Quantity each : quantities) {
                KindOfQuantityDef quantity = item(converted, KindOfQuantityDef.class, each.name);
                save(each, quantity);
                if (!quantity.presentationFormats().isEmpty() && !withFormats.contains(schema)) {
                    withFormats.add(schema);
                }
            }
            if (!quantities.isEmpty()) {
                withUnits.add(schema);
            }
        }
        refer(withUnits, "Units");
        refer(withFormats, "Formats");
    }

    private List<Long> schemas() {
        List<Long> schemas = new ArrayList<>();
        try (SqliteStatement row = database.prepare("SELECT Id FROM ec_Schema ORDER BY Id")) {
            while (row.step()) {
                schemas.add(row.columnLong(0));
            }
        }
        return schemas;
    }

    private List<Enumeration> enumerations(long schema) {
        List<Enumeration> all = new ArrayList<>();
        try (SqliteStatement row =
                database.prepare("SELECT Id,Name,EnumValues FROM ec_Enumeration WHERE SchemaId=? ORDER BY Id")) {
            row.bindLong(1, schema);
            while (row.step()) {
                String name = String.valueOf(row.columnText(1));
                JsonValue values = FileFacts.tryJson(row.columnText(2));
                if (!(values instanceof JsonArray array)
                        || array.items().stream().anyMatch(item -> !(item instanceof JsonObject))) {
                    throw failed("The values of an enumeration can not be read", null)
                            .with("enumeration", name);
                }
                if (!array.items().isEmpty()) {
                    all.add(new Enumeration(row.columnLong(0), name, array));
                }
            }
        }
        return all;
    }

    private List<Quantity> quantities(long schema) {
        List<Quantity> all = new ArrayList<>();
        try (SqliteStatement row = database.prepare(
                "SELECT Id,Name,PersistenceUnit,PresentationUnits FROM ec_KindOfQuantity WHERE SchemaId=? ORDER BY Id")) {
            row.bindLong(1, schema);
            while (row.step()) {
                String formats = row.columnText(3);
                all.add(new Quantity(
                        row.columnLong(0),
                        String.valueOf(row.columnText(1)),
                        String.valueOf(row.columnText(2)),
                        formats == null ? List.of() : KindOfQuantity.parse(formats)));
            }
        }
        return all;
    }

    private static SchemaDef read(List<Enumeration> enumerations, List<Quantity> quantities) {
        StringBuilder items = new StringBuilder();
        for (Enumeration each : enumerations) {
            List<ECEnumeration.Enumerator> enumerators = ECEnumeration.parse(Json.write(each.values));
            boolean numbers = enumerators.get(0).number() != null;
            items.append("<ECEnumeration typeName=")
                    .append(quoted(each.name))
                    .append(numbers ? " backingTypeName=\"int\">" : " backingTypeName=\"string\">");
            for (ECEnumeration.Enumerator enumerator : enumerators) {
                items.append("<ECEnumerator value=")
                        .append(quoted(String.valueOf(numbers ? enumerator.number() : enumerator.text())))
                        .append("/>");
            }
            items.append("</ECEnumeration>");
        }
        for (Quantity each : quantities) {
            items.append("<KindOfQuantity relativeError=\"1\" typeName=")
                    .append(quoted(each.name))
                    .append(" persistenceUnit=")
                    .append(quoted(each.unit))
                    .append(" presentationUnits=")
                    .append(quoted(String.join(";", each.formats)))
                    .append("/>");
        }
        try {
            return Objects.requireNonNull(new SchemaLoader(
                            List.of(new SchemaSource.Stored("the schemas of the program", SystemSchemas::trySchema)),
                            SchemaLimits.USUAL)
                    .load(List.of(new SchemaInput.Text(
                            "the schemas of the file", String.format(Locale.ROOT, DOCUMENT, items))))
                    .schemas()
                    .trySchema("Old"));
        } catch (IModelException e) {
            throw failed("An enumeration or a kind of quantity can not be upgraded", e)
                    .with("reason", e.getMessage());
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;") + '"';
    }

    private static IModelException failed(String text, @Nullable IModelException cause) {
        return new IModelException(Status.BE_SQLITE_ERROR_PROFILE_UPGRADE_FAILED, text, cause);
    }

    private static <T extends ItemDef> T item(SchemaDef schema, Class<T> kind, String name) {
        return schema.items(kind).stream()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow(() -> failed("An item is lost", null).with("item", name));
    }

    private void save(Enumeration enumeration, EnumerationDef named) {
        List<JsonValue> values = new ArrayList<>();
        for (int i = 0; i < enumeration.values.size(); i++) {
            JsonObject old = (JsonObject) enumeration.values.get(i);
            JsonObject.Builder value = JsonObject.builder();
            old.members().forEach(value::put);
            if (old.text("Name") == null) {
                value.put("Name", named.enumerators().get(i).name());
            }
            values.add(value.build());
        }
        try (SqliteStatement update = database.prepare("UPDATE ec_Enumeration SET EnumValues=? WHERE Id=?")) {
            update.bindText(1, Json.write(new JsonArray(values)));
            update.bindLong(2, enumeration.id);
            update.step();
        }
    }

    private void save(Quantity quantity, KindOfQuantityDef converted) {
        List<JsonValue> formats =
                converted.presentationFormats().stream().map(JsonValue::of).collect(Collectors.toList());
        try (SqliteStatement update =
                database.prepare("UPDATE ec_KindOfQuantity SET PersistenceUnit=?,PresentationUnits=? WHERE Id=?")) {
            update.bindText(1, converted.persistenceUnit());
            if (formats.isEmpty()) {
                update.bindNull(2);
            } else {
                update.bindText(2, Json.write(new JsonArray(formats)));
            }
            update.bindLong(3, quantity.id);
            update.step();
        }
    }

    /** Imports a schema for others, which refer to it from now on. */
    private void refer(List<Long> schemas, String name) {
        if (schemas.isEmpty()) {
            return;
        }
        new SchemaImporter(database, rules)
                .run(List.of(new SchemaInput.Text(name, SystemSchemas.text(name))), List.of());
        try (SqliteStatement insert = database.prepare(
                "INSERT OR IGNORE INTO ec_SchemaReference(SchemaId,ReferencedSchemaId) SELECT ?,Id FROM ec_Schema WHERE Name=?")) {
            for (long schema : schemas) {
                insert.bindLong(1, schema);
                insert.bindText(2, name);
                insert.step();
                insert.reset();
            }
        }
    }
}
