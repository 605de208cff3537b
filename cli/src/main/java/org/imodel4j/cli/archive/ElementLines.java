package org.imodel4j.cli.archive;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.imodel4j.bis.BinaryFormat;
import org.imodel4j.bis.ElementKey;
import org.imodel4j.bis.ElementOptions;
import org.imodel4j.bis.InsertOrder;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.id.Id64;
import org.imodel4j.imodel.IModelDb;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache.Lease;

/** The lines of elements and models. */
final class ElementLines implements InsertOrder.Visitor {
    /** Members that stand for link relationships, which have lines of their own. */
    private static final Map<String, String> LINKS =
            Map.of("ModelSelector", "models", "CategorySelector", "categories");

    /** A code that any number of elements can have. */
    private static final JsonObject NO_CODE = JsonObject.builder()
            .put("spec", "0x1")
            .put("scope", "0x1")
            .put("value", "")
            .build();

    private static final ElementOptions WHOLE = ElementOptions.DEFAULT.withGeometry(true, true);

    private final IModelDb db;
    private final ReadConnection connection;
    private final LineWriter lines;
    private final JsonWriter props = new JsonWriter();

    ElementLines(IModelDb db, ReadConnection connection, LineWriter lines) {
        this.db = db;
        this.connection = connection;
        this.lines = lines;
    }

    void write() throws IOException {
        InsertOrder.visit(db.schemas(), connection, this);
    }

    @Override
    public void element(long id, boolean hasCode) throws IOException {
        if (!read(id)) {
            return;
        }
        String link = link(id);
        if (hasCode && link.isEmpty()) {
            lines.line(Archive.Kind.ELEMENT, props);
        } else {
            lines.line(Archive.Kind.ELEMENT, reduced(hasCode, link));
        }
    }

    private boolean read(long id) {
        props.reset();
        return db.elements().write(ElementKey.of(id), props, WHOLE, connection);
    }

    /** The member of an element that stands for links; empty for most. */
    private String link(long id) {
        ECSchemas schemas = db.schemas();
        try (Lease lease = connection.statements().acquire("SELECT ECClassId FROM bis_Element WHERE Id=?")) {
            SqliteStatement row = lease.statement();
            row.bindLong(1, id);
            long classId = row.step() ? row.columnLong(0) : 0;
            for (Map.Entry<String, String> link : LINKS.entrySet()) {
                ECClass selector = schemas.tryClass("BisCore", link.getKey());
                if (selector != null && schemas.isSubclass(classId, selector.id())) {
                    return link.getValue();
                }
            }
            return "";
        }
    }

    private JsonObject reduced(boolean hasCode, String link) {
        JsonObject.Builder rest = JsonObject.builder();
        ((JsonObject) Json.parse(props.bytes())).members().forEach((name, value) -> {
            if (name.equals("code") && !hasCode) {
                rest.put(name, NO_CODE);
            } else if (!name.equals(link)) {
                rest.put(name, value);
            }
        });
        return rest.build();
    }

    @Override
    public void model(long id) throws IOException {
        props.reset();
        if (db.models().write(id, props, BinaryFormat.BASE64, connection)) {
            lines.line(Archive.Kind.MODEL, props);
        }
    }

    @Override
    public void code(long elementId) throws IOException {
        if (read(elementId)) {
            JsonValue code = ((JsonObject) Json.parse(props.bytes())).get("code");
            lines.line(
                    Archive.Kind.ELEMENT,
                    JsonObject.builder()
                            .put("id", Id64.toHex(elementId))
                            .put("code", Objects.requireNonNull(code))
                            .build());
        }
    }
}
