package org.imodel4j.jdbc;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.Struct;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.imodel4j.ecsql.resolve.ValueType;
import org.imodel4j.ecsql.run.ParameterInfo;
import org.imodel4j.ecsql.run.QueryArgument;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Makes arguments out of structs and arrays. */
final class CompositeArguments {
    private CompositeArguments() {}

    static QueryArgument struct(Struct struct, ParameterInfo parameter) throws SQLException {
        @Nullable Object[] attributes = struct.getAttributes();
        String name = struct.getSQLTypeName().toLowerCase(Locale.ROOT);
        if (parameter.type() instanceof ValueType.Navigation || name.equals("navigation")) {
            if (attributes.length == 0 || attributes.length > 2) {
                throw misfit("A navigation value has an id and perhaps the id of a relationship class");
            }
            return new QueryArgument.OfNavigation(id(attributes[0]), attributes.length == 1 ? 0 : id(attributes[1]));
        }
        if (isPoint(parameter.type()) || name.equals("point2d") || name.equals("point3d")) {
            return point(attributes);
        }
        if (parameter.type() instanceof ValueType.Struct type) {
            return new QueryArgument.OfStruct(object(attributes, type));
        }
        throw misfit("The parameter is compared with no struct");
    }

    /** @param array of primitives or of objects */
    static QueryArgument items(Object array, ParameterInfo parameter) throws SQLException {
        @Nullable Object[] items = boxed(array);
        if (isPoint(parameter.type())) {
            return point(items);
        }
        if (parameter.idSet()) {
            long[] ids = new long[items.length];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = id(items[i]);
            }
            return new QueryArgument.OfIdSet(ids);
        }
        List<JsonValue> values = new ArrayList<>();
        for (Object item : items) {
            values.add(json(item));
        }
        return new QueryArgument.OfArray(new JsonArray(values));
    }

    private static @Nullable Object[] boxed(Object array) {
        if (array instanceof Object[] objects) {
            return objects;
        }
        @Nullable Object[] boxed = new @Nullable Object[java.lang.reflect.Array.getLength(array)];
        for (int i = 0; i < boxed.length; i++) {
            boxed[i] = java.lang.reflect.Array.get(array, i);
        }
        return boxed;
    }

    private static boolean isPoint(ValueType type) {
        return type instanceof ValueType.Primitive primitive && primitive.isPoint();
    }

    private static QueryArgument point(@Nullable Object[] coordinates) throws SQLException {
        double[] numbers = new double[coordinates.length];
        for (int i = 0; i < numbers.length; i++) {
            if (!(coordinates[i] instanceof Number number)) {
                throw misfit("A coordinate is a number");
            }
            numbers[i] = number.doubleValue();
        }
        return switch (numbers.length) {
            case 2 -> new QueryArgument.OfPoint2d(numbers[0], numbers[1]);
            case 3 -> new QueryArgument.OfPoint3d(numbers[0], numbers[1], numbers[2]);
            default -> throw misfit("A point has two or three coordinates");
        };
    }

    private static long id(@Nullable Object value) throws SQLException {
        return switch (value) {
            case Id64 id -> id.value();
            case Long id -> id;
            case Integer id -> id;
            case String text when Id64.isId(text) -> Id64.parse(text);
            case null, default -> throw misfit("An id is a number or a hexadecimal text such as 0x1c");
        };
    }

    private static JsonObject object(@Nullable Object[] attributes, ValueType.Struct type) throws SQLException {
        if (attributes.length != type.members().size()) {
            throw misfit("The struct has " + type.members().size() + " members");
        }
        JsonObject.Builder object = JsonObject.builder();
        for (int i = 0; i < attributes.length; i++) {
            ValueType.Member member = type.members().get(i);
            Object value = attributes[i];
            object.put(
                    member.name(),
                    member.type() instanceof ValueType.Struct struct && value instanceof Struct nested
                            ? object(nested.getAttributes(), struct)
                            : json(value));
        }
        return object.build();
    }

    private static JsonValue json(@Nullable Object value) throws SQLException {
        return switch (value) {
            case null -> JsonValue.NULL;
            case Boolean bool -> JsonValue.of(bool);
            case Double number -> JsonValue.of(number);
            case Float number -> JsonValue.of(number.doubleValue());
            case BigDecimal number -> JsonValue.of(number.doubleValue());
            case Number whole -> JsonValue.of(whole.longValue());
            case byte[] bytes -> JsonValue.of(Base64.getEncoder().encodeToString(bytes));
            case Struct point when point.getAttributes().length <= 3 -> coordinates(point.getAttributes());
            default -> JsonValue.of(value.toString());
        };
    }

    private static JsonValue coordinates(@Nullable Object[] attributes) throws SQLException {
        JsonObject.Builder point = JsonObject.builder();
        List<String> names = ValueType.POINT3D_LEAVES;
        for (int i = 0; i < attributes.length; i++) {
            point.put(names.get(i), json(attributes[i]));
        }
        return point.build();
    }

    private static SQLException misfit(String text) {
        return SqlState.WRONG_TYPE.exception(text);
    }
}
