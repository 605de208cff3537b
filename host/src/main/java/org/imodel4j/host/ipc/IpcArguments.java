package org.imodel4j.host.ipc;

import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The data of a message, counted from 0. Immutable. A frontend sends {@code null} for {@code undefined}, so what is absent and what is null are
 * not told apart. The getters that must find something fail with BadArg naming the argument.
 */
public final class IpcArguments {
    private final JsonArray values;
    private final List<byte[]> binary;

    IpcArguments(JsonArray values, List<byte[]> binary) {
        this.values = values;
        this.binary = binary;
    }

    public int count() {
        return values.size();
    }

    /** An argument; null when it is absent or {@code null}. Byte arrays stand in it as markers. */
    public @Nullable JsonValue argument(int index) {
        JsonValue value = index < values.size() ? values.get(index) : null;
        return value instanceof JsonValue.Null ? null : value;
    }

    public String text(int index) {
        return argument(index) instanceof JsonValue.Text text ? text.value() : wrong(index, "a string");
    }

    public JsonObject object(int index) {
        return argument(index) instanceof JsonObject object ? object : wrong(index, "an object");
    }

    /** The bytes of a typed array. */
    public byte[] bytes(int index) {
        JsonValue value = argument(index);
        return value != null && ValueReader.array(value, binary, byte[].class) instanceof byte[] bytes
                ? bytes
                : wrong(index, "a byte array");
    }

    /** An argument with its byte arrays marked as another protocol does; they are added to {@code arrays}. */
    public JsonValue argument(int index, ArrayMarker marker, List<byte[]> arrays) {
        JsonValue value = argument(index);
        return Json.replaced(value == null ? JsonValue.NULL : value, each -> {
            if (!(ValueReader.array(each, binary, byte[].class) instanceof byte[] bytes)) {
                return null;
            }
            arrays.add(bytes);
            return marker.of(arrays.size() - 1, bytes);
        });
    }

    /** Makes what stands in a document for the byte array of a number. */
    @FunctionalInterface
    public interface ArrayMarker {
        JsonValue of(int index, byte[] bytes);
    }

    List<byte[]> binary() {
        return binary;
    }

    static <T> T wrong(int index, String expected) {
        throw new IModelException(Status.BAD_ARG, "argument " + index + " has to be " + expected);
    }
}
