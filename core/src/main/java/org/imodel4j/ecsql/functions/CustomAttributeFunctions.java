package org.imodel4j.ecsql.functions;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.imodel4j.ec.CustomAttributeXml;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECProperty;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;
import org.imodel4j.sqlite.SqlFunction;
import org.imodel4j.sqlite.SqliteStatement;
import org.jspecify.annotations.Nullable;

/**
 * {@code XmlCAToJson(class id, xml)}: a custom attribute as JSON, as the views of ECDbMeta show it.
 *
 * <pre>{"ClassMap":{"MapStrategy":"TablePerHierarchy"},"ecClass":"ClassMap","ecSchema":"ECDbMap.02.04"}</pre>
 *
 * Members are in the order of their names.
 */
final class CustomAttributeFunctions {
    private static final int MAX_DEPTH = 64;

    private final ECSchemas schemas;

    private CustomAttributeFunctions(ECSchemas schemas) {
        this.schemas = schemas;
    }

    static List<SqlFunction> all(ECSchemas schemas) {
        return List.of(
                new SqlFunction.Scalar("XmlCAToJson", 2, true, new CustomAttributeFunctions(schemas)::xmlToJson));
    }

    private void xmlToJson(SqlFunction.Arguments arguments, SqlFunction.Result result) {
        if (arguments.type(0) == SqliteStatement.NULL || arguments.type(1) == SqliteStatement.NULL) {
            return;
        }
        ECClass ecClass = schemas.tryClassById(arguments.longAt(0));
        String xml = arguments.textAt(1);
        CustomAttributeXml instance = null;
        try {
            instance = ecClass == null || xml == null ? null : CustomAttributeXml.parse(xml);
        } catch (IModelException notXml) {
            throw unreadable(notXml);
        }
        if (ecClass == null || instance == null || !instance.name().equalsIgnoreCase(ecClass.name())) {
            throw unreadable(null);
        }
        Map<String, JsonValue> members = new TreeMap<>();
        members.put(ecClass.name(), object(ecClass, instance, 0));
        members.put("ecClass", JsonValue.of(ecClass.name()));
        String namespace = instance.namespace();
        members.put(
                "ecSchema", JsonValue.of(namespace == null ? ecClass.schema().name() : namespace));
        JsonWriter out = new JsonWriter();
        out.value(new JsonObject(members));
        result.set(new String(out.bytes(), StandardCharsets.UTF_8));
    }

    private static IModelException unreadable(@Nullable Throwable cause) {
        return new IModelException(
                Status.BE_SQLITE_ERROR, "SQL function XmlCAToJson failed: unable to read custom attribute xml.", cause);
    }

    private JsonObject object(ECClass ecClass, CustomAttributeXml element, int depth) {
        if (depth > MAX_DEPTH) {
            throw unreadable(null);
        }
        Map<String, JsonValue> members = new TreeMap<>();
        for (ECProperty property : ecClass.properties()) {
            CustomAttributeXml child = element.child(property.name());
            if (child != null) {
                members.put(property.name(), value(property, child, depth));
            }
        }
        return new JsonObject(members);
    }

    private JsonValue value(ECProperty property, CustomAttributeXml element, int depth) {
        return switch (property.kind()) {
            case PRIMITIVE -> primitive(property.primitive(), element.text());
            case STRUCT -> struct(property, element, depth);
            case PRIMITIVE_ARRAY -> {
                List<JsonValue> items = new ArrayList<>();
                for (CustomAttributeXml item : element.children()) {
                    items.add(primitive(property.primitive(), item.text()));
                }
                yield new JsonArray(items);
            }
            case STRUCT_ARRAY -> {
                List<JsonValue> items = new ArrayList<>();
                for (CustomAttributeXml item : element.children()) {
                    items.add(struct(property, item, depth));
                }
                yield new JsonArray(items);
            }
            case NAVIGATION -> JsonValue.of(element.text());
        };
    }

    private JsonValue struct(ECProperty property, CustomAttributeXml element, int depth) {
        Long structClassId = property.structClassId();
        ECClass struct = structClassId == null ? null : schemas.tryClassById(structClassId);
        if (struct == null) {
            throw unreadable(null);
        }
        return object(struct, element, depth + 1);
    }

    private static JsonValue primitive(@Nullable PrimitiveType type, String text) {
        String trimmed = text.trim();
        if (type == null) {
            return JsonValue.of(text);
        }
        try {
            return switch (type) {
                case BOOLEAN -> JsonValue.of(trimmed.equalsIgnoreCase("true") || trimmed.equals("1"));
                case INTEGER, LONG -> JsonValue.of(Long.parseLong(trimmed));
                case DOUBLE -> JsonValue.of(Double.parseDouble(trimmed));
                default -> JsonValue.of(text);
            };
        } catch (NumberFormatException notANumber) {
            return JsonValue.of(text);
        }
    }
}
