package org.imodel4j.bis;

import org.imodel4j.ec.StoredNumber;
import org.imodel4j.error.IModelException;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * JSON text as files store it, written as iTwin.js reads it: without null members and items at any depth, and with the
 * numbers of {@link StoredNumber}. Most text needs neither and is copied as it is.
 */
final class JsonText {
    private JsonText() {}

    static JsonScanner.Kind scan(byte[] utf8) {
        return JsonScanner.scan(utf8);
    }

    /** Whether text that a scan found well formed is {@code null} and nothing else. */
    static boolean isNull(byte[] utf8) {
        int at = 0;
        while (at < utf8.length && utf8[at] <= ' ') {
            at++;
        }
        return at < utf8.length && utf8[at] == 'n';
    }

    /** Null when it is no JSON. */
    static @Nullable JsonValue tryParse(byte[] utf8) {
        try {
            return Json.parse(utf8);
        } catch (IModelException malformed) {
            return null;
        }
    }

    /** Writes text that a scan found well formed, and not only {@code null}. */
    static void write(byte[] utf8, JsonScanner.Kind kind, JsonWriter out) {
        switch (kind) {
            case PLAIN -> out.raw(utf8, 0, utf8.length);
            case MIXED -> new JsonCopy(utf8, out).document();
            case ODD -> {
                JsonValue value = tryParse(utf8);
                if (value == null) {
                    out.nullValue();
                } else {
                    write(value, out);
                }
            }
            case EMPTY, MALFORMED -> out.nullValue();
        }
    }

    /** Writes a tree by the same rules. */
    static void write(JsonValue value, JsonWriter out) {
        switch (value) {
            case JsonObject object -> {
                out.beginObject();
                object.members().forEach((name, member) -> {
                    if (!(member instanceof JsonValue.Null)) {
                        out.name(name);
                        write(member, out);
                    }
                });
                out.endObject();
            }
            case JsonArray array -> {
                out.beginArray();
                for (JsonValue item : array.items()) {
                    if (!(item instanceof JsonValue.Null)) {
                        write(item, out);
                    }
                }
                out.endArray();
            }
            case JsonValue.Number number when !number.integral() -> out.value(StoredNumber.reread(number.value()));
            default -> out.value(value);
        }
    }
}
