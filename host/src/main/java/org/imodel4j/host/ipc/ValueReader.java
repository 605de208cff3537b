package org.imodel4j.host.ipc;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Makes Java values of one type out of JSON. The types: String, the primitive numbers and boolean with their wrappers, JsonValue and what
 * implements it, arrays of bytes and of numbers from typed arrays, and List and Map with String keys of these.
 */
@FunctionalInterface
interface ValueReader {
    /** The value; null when the JSON is not of the type. */
    @Nullable
    Object read(JsonValue json, List<byte[]> binary);

    /**
     * The reader for a type.
     *
     * @throws IModelException BadArg when there is none
     */
    static ValueReader of(Type type) {
        if (type instanceof Class<?> plain) {
            return ofClass(plain);
        }
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) {
                ValueReader item = of(of[0]);
                return (json, binary) -> json instanceof JsonArray array ? list(array, item, binary) : null;
            }
            if (generic.getRawType() == Map.class && of[0] == String.class) {
                ValueReader member = of(of[1]);
                return (json, binary) -> json instanceof JsonObject object ? map(object, member, binary) : null;
            }
        }
        throw unsupported(type);
    }

    private static ValueReader ofClass(Class<?> type) {
        if (JsonValue.class.isAssignableFrom(type)) {
            return (json, binary) -> type.isInstance(json) ? json : null;
        } else if (type == String.class) {
            return (json, binary) -> json instanceof JsonValue.Text text ? text.value() : null;
        } else if (type == boolean.class || type == Boolean.class) {
            return (json, binary) -> json instanceof JsonValue.Bool bool ? bool.value() : null;
        } else if (type == double.class || type == Double.class) {
            return (json, binary) -> json instanceof JsonValue.Number number ? number.value() : null;
        } else if (type == int.class || type == Integer.class) {
            return (json, binary) -> json instanceof JsonValue.Number number
                            && number.integral()
                            && number.exact() == (int) number.exact()
                    ? (Object) (int) number.exact()
                    : null;
        } else if (type == long.class || type == Long.class) {
            return (json, binary) ->
                    json instanceof JsonValue.Number number && number.integral() ? (Object) number.exact() : null;
        } else if (type.isArray() && type.getComponentType().isPrimitive()) {
            return (json, binary) -> array(json, binary, type);
        }
        throw unsupported(type);
    }

    /** The array that a marker stands for; null when the JSON is no marker, or one of another message or type. */
    static @Nullable Object array(JsonValue json, List<byte[]> binary, Class<?> type) {
        BinaryMarker marker = BinaryMarker.of(json);
        return marker == null || marker.index() >= binary.size()
                ? null
                : TypedArrays.revived(binary.get(marker.index()), marker, type);
    }

    private static @Nullable List<@Nullable Object> list(JsonArray array, ValueReader item, List<byte[]> binary) {
        List<@Nullable Object> list = new ArrayList<>(array.size());
        for (JsonValue json : array.items()) {
            Object value = json instanceof JsonValue.Null ? null : item.read(json, binary);
            if (value == null && !(json instanceof JsonValue.Null)) {
                return null;
            }
            list.add(value);
        }
        return list;
    }

    private static @Nullable Map<String, @Nullable Object> map(
            JsonObject object, ValueReader member, List<byte[]> binary) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (Map.Entry<String, JsonValue> each : object.members().entrySet()) {
            JsonValue json = each.getValue();
            Object value = json instanceof JsonValue.Null ? null : member.read(json, binary);
            if (value == null && !(json instanceof JsonValue.Null)) {
                return null;
            }
            map.put(each.getKey(), value);
        }
        return map;
    }

    private static IModelException unsupported(Type type) {
        return new IModelException(Status.BAD_ARG, "a type that IPC can not carry").with("type", type);
    }
}
