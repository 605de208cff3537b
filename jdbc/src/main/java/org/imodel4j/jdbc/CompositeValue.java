package org.imodel4j.jdbc;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.imodel4j.ecsql.resolve.ValueType;
import org.imodel4j.jdbc.ConnectionUrl.Composites;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Makes structs and arrays out of the JSON in which rows spell them. */
final class CompositeValue {
    private static final String BASE64 = "encoding=base64;";

    private CompositeValue() {}

    /** A {@link JdbcStruct}, {@link JdbcArray} or simple value; null for the JSON null. */
    static @Nullable Object of(JsonValue json, ValueType type) throws SQLException {
        if (json instanceof JsonValue.Null) {
            return null;
        }
        return switch (type) {
            case ValueType.Struct struct -> struct(json, struct);
            case ValueType.PrimitiveArray array -> array(json, array.item());
            case ValueType.StructArray array -> array(json, array.item());
            case ValueType.Primitive primitive -> primitive(json, primitive);
            case ValueType.Navigation navigation -> plain(json);
            case ValueType.Null none -> plain(json);
            case ValueType.Unknown unknown -> plain(json);
            case ValueType.Dynamic dynamic -> plain(json);
        };
    }

    private static JdbcStruct struct(JsonValue json, ValueType.Struct type) throws SQLException {
        @Nullable Object[] attributes = new @Nullable Object[type.members().size()];
        for (int i = 0; i < attributes.length; i++) {
            ValueType.Member member = type.members().get(i);
            JsonValue value = json instanceof JsonObject object ? object.get(member.name()) : null;
            attributes[i] = value == null ? null : of(value, member.type());
        }
        return new JdbcStruct(type.typeName(), attributes, Json.write(json));
    }

    private static JdbcArray array(JsonValue json, ValueType item) throws SQLException {
        List<@Nullable Object> items = new ArrayList<>();
        if (json instanceof JsonArray array) {
            for (JsonValue value : array.items()) {
                items.add(of(value, item));
            }
        }
        return new JdbcArray(SqlType.of(item, Composites.STRUCT), items.toArray(), Json.write(json));
    }

    private static @Nullable Object primitive(JsonValue json, ValueType.Primitive type) throws SQLException {
        if (type.isPoint()) {
            @Nullable Object[] coordinates = new @Nullable Object[type.leaves().size()];
            for (int i = 0; i < coordinates.length; i++) {
                JsonValue.Number number = json instanceof JsonObject point
                        ? point.number(type.leaves().get(i))
                        : null;
                coordinates[i] = number == null ? null : (Double) number.value();
            }
            return new JdbcStruct(SqlType.of(type, Composites.STRUCT).name(), coordinates, Json.write(json));
        }
        return switch (type.primitive()) {
            case DATE_TIME -> json instanceof JsonValue.Text text ? moment(text.value(), type) : plain(json);
            case BINARY, GEOMETRY ->
                json instanceof JsonValue.Text text && text.value().startsWith(BASE64)
                        ? Base64.getDecoder().decode(text.value().substring(BASE64.length()))
                        : plain(json);
            case DOUBLE -> json instanceof JsonValue.Number number ? (Double) number.value() : plain(json);
            case INTEGER -> json instanceof JsonValue.Number number ? (Integer) (int) number.exact() : plain(json);
            default -> plain(json);
        };
    }

    private static Object moment(String text, ValueType.Primitive type) throws SQLException {
        Timestamp timestamp = Timestamp.valueOf(Moments.parse(text));
        return switch (SqlType.of(type, Composites.STRUCT).name()) {
            case "DATE" -> java.sql.Date.valueOf(timestamp.toLocalDateTime().toLocalDate());
            case "TIME" -> java.sql.Time.valueOf(timestamp.toLocalDateTime().toLocalTime());
            default -> timestamp;
        };
    }

    private static @Nullable Object plain(JsonValue json) {
        return switch (json) {
            case JsonValue.Text text -> text.value();
            case JsonValue.Number number -> number.integral() ? (Object) number.exact() : (Object) number.value();
            case JsonValue.Bool bool -> bool.value();
            case JsonValue.Null none -> null;
            case JsonObject object -> Json.write(object);
            case JsonArray array -> Json.write(array);
        };
    }
}
