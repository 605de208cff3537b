package org.imodel4j.bis;

import java.util.Map;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.QueryArgument;
import org.imodel4j.ecsql.run.QueryArguments;
import org.imodel4j.ecsql.run.RowFormat;
import org.imodel4j.ecsql.run.RowOptions;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * The instances of relationship classes as RelationshipProps of iTwin.js 5.7: the properties of the class that is asked for,
 * the ends, and the actual class. Link relationships and those that a navigation property stands for read alike. Safe for use
 * by several threads.
 */
public final class Relationships {
    private final ECSchemas schemas;
    private final ConnectionSource source;

    public Relationships(ECSchemas schemas, ConnectionSource source) {
        this.schemas = schemas;
        this.source = source;
    }

    /**
     * The instance of an id, null when there is none.
     *
     * @param classFullName {@code Schema:Class} or {@code Schema.Class}; its subclasses are looked through too
     * @throws IModelException NotFound when there is no such class
     */
    public @Nullable JsonObject tryGet(String classFullName, long id) {
        return first(classFullName, "ECInstanceId=?", QueryArguments.of(new QueryArgument.OfId(id)));
    }

    /** The instance between two ends, the first of several; null when there is none. */
    public @Nullable JsonObject tryGet(String classFullName, long sourceId, long targetId) {
        return first(
                classFullName,
                "SourceECInstanceId=? AND TargetECInstanceId=?",
                QueryArguments.of(new QueryArgument.OfId(sourceId), new QueryArgument.OfId(targetId)));
    }

    /**
     * The instance of an id.
     *
     * @throws IModelException NotFound when there is none
     */
    public JsonObject get(String classFullName, long id) {
        JsonObject props = tryGet(classFullName, id);
        if (props == null) {
            throw new IModelException(Status.NOT_FOUND, "Relationship not found")
                    .with("class", classFullName)
                    .with("id", id);
        }
        return props;
    }

    private @Nullable JsonObject first(String classFullName, String where, QueryArguments arguments) {
        ECClass ecClass = schemas.getClass(classFullName);
        String ecsql = "SELECT * FROM [" + ecClass.schema().name() + "].[" + ecClass.name() + "] WHERE " + where;
        return source.read(connection -> {
            try (ECSqlCursor cursor = connection.query(ecsql, arguments)) {
                if (!cursor.step()) {
                    return null;
                }
                JsonWriter out = new JsonWriter();
                cursor.writeRowObject(out, RowFormat.JS, RowOptions.DEFAULT);
                return withFullName((JsonObject) Json.parse(out.bytes()));
            }
        });
    }

    private static JsonObject withFullName(JsonObject row) {
        JsonObject.Builder props = JsonObject.builder();
        for (Map.Entry<String, JsonValue> member : row.members().entrySet()) {
            props.put(member.getKey(), member.getValue());
        }
        String className = row.text("className");
        return props.put("classFullName", className == null ? "" : className.replace('.', ':'))
                .build();
    }
}
