package org.imodel4j.host.ipc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * What a function answers, or one datum of a notification: JSON text, and the byte arrays that stand in it as markers. A function that has its
 * JSON as bytes already answers this and saves the way through objects.
 */
public final class IpcValue {
    private static final IpcValue UNDEFINED = new IpcValue(null, List.of());

    private final byte @Nullable [] json;
    private final List<byte[]> binary;
    private final @Nullable IpcBody body;

    private IpcValue(byte @Nullable [] json, List<byte[]> binary) {
        this(json, binary, null);
    }

    private IpcValue(byte @Nullable [] json, List<byte[]> binary, @Nullable IpcBody body) {
        this.json = json;
        this.binary = List.copyOf(binary);
        this.body = body;
    }

    /** {@code undefined}, which is not the same as {@code null}. */
    public static IpcValue undefined() {
        return UNDEFINED;
    }

    /** A JSON value. */
    public static IpcValue of(JsonValue value) {
        return new IpcValue(Json.writeBytes(value), List.of());
    }

    /** JSON text in UTF-8, which is believed. */
    public static IpcValue ofText(byte[] json) {
        return new IpcValue(json, List.of());
    }

    /** A Uint8Array. */
    public static IpcValue of(byte[] bytes) {
        return new IpcValue(Json.writeBytes(marker(0)), List.of(bytes));
    }

    /** A Uint8Array that is made while it is sent; only as the whole answer of a function. */
    public static IpcValue of(IpcBody body) {
        return new IpcValue(Json.writeBytes(marker(0)), List.of(), body);
    }

    /** JSON in which {@link #marker markers} stand for byte arrays. */
    public static IpcValue of(JsonValue json, List<byte[]> binary) {
        return new IpcValue(Json.writeBytes(json), binary);
    }

    /** What a method gave back; null is undefined. */
    static IpcValue ofObject(@Nullable Object value) {
        if (value == null) {
            return UNDEFINED;
        } else if (value instanceof IpcValue done) {
            return done;
        }
        List<byte[]> binary = new ArrayList<>();
        JsonWriter json = new JsonWriter();
        write(value, json, binary);
        return new IpcValue(json.bytes(), binary);
    }

    /** What stands in JSON for the byte array of that number. */
    public static JsonValue marker(int index) {
        return new BinaryMarker(BinaryMarker.UINT8, index).toJson();
    }

    byte @Nullable [] json() {
        return json;
    }

    List<byte[]> binary() {
        return binary;
    }

    @Nullable
    IpcBody body() {
        return body;
    }

    /**
     * Writes an object of one of the types that functions may answer.
     *
     * @param binary takes the byte arrays
     * @throws IModelException BadArg for an object of another type
     */
    static void write(@Nullable Object value, JsonWriter json, List<byte[]> binary) {
        switch (value) {
            case null -> json.nullValue();
            case JsonValue tree -> json.value(tree);
            case String text -> json.value(text);
            case Boolean bool -> json.value(bool.booleanValue());
            case Byte number -> json.value(number.longValue());
            case Short number -> json.value(number.longValue());
            case Integer number -> json.value(number.longValue());
            case Long number -> json.value(number.longValue());
            case Number number -> json.value(number.doubleValue());
            case IpcValue done -> done.append(json, binary);
            case List<?> list -> {
                json.beginArray();
                for (Object item : list) {
                    write(item, json, binary);
                }
                json.endArray();
            }
            case Map<?, ?> map -> {
                json.beginObject();
                for (Map.Entry<?, ?> member : map.entrySet()) {
                    json.name(String.valueOf(member.getKey()));
                    write(member.getValue(), json, binary);
                }
                json.endObject();
            }
            default -> {
                BinaryMarker marker = new BinaryMarker(TypedArrays.typeOf(value), binary.size());
                if (marker.type() < 0) {
                    throw new IModelException(Status.BAD_ARG, "a value of this type can not be sent")
                            .with("type", value.getClass().getName());
                }
                binary.add(TypedArrays.bytes(value));
                marker.write(json);
            }
        }
    }

    /** A JSON array of such objects. */
    static byte[] arrayOf(@Nullable Object[] values, List<byte[]> binary) {
        JsonWriter json = new JsonWriter();
        json.beginArray();
        for (Object value : values) {
            write(value, json, binary);
        }
        return json.endArray().bytes();
    }

    /** Writes this behind other values, whose byte arrays come first. */
    private void append(JsonWriter writer, List<byte[]> before) {
        if (body != null) {
            throw new IModelException(
                    Status.BAD_ARG, "bytes that are made while they are sent have to be the whole answer");
        } else if (json == null) {
            writer.nullValue();
        } else if (binary.isEmpty()) {
            writer.raw(json, 0, json.length);
        } else {
            writer.value(BinaryMarkers.shifted(Json.parse(json), before.size()));
            before.addAll(binary);
        }
    }
}
