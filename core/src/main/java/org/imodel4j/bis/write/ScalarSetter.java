package org.imodel4j.bis.write;

import java.util.Base64;
import org.imodel4j.bis.geometry.GeometryBlob;
import org.imodel4j.ecsql.run.DateTimeText;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** The setters of properties with one column. */
final class ScalarSetter {
    private static final String BASE64 = "encoding=base64;";

    private ScalarSetter() {}

    static ValueSetter text(int column) {
        return (value, row) -> {
            if (value instanceof JsonValue.Text text) {
                row.setText(column, StoredText.of(text.value()));
                return true;
            }
            return cleared(value, column, row);
        };
    }

    static ValueSetter integer(int column) {
        return (value, row) -> {
            if (value instanceof JsonValue.Null) {
                row.setNull(column);
            } else {
                row.setLong(column, JsonMember.integer(value));
            }
            return true;
        };
    }

    static ValueSetter longInteger(int column) {
        return (value, row) -> {
            if (value instanceof JsonValue.Null) {
                row.setNull(column);
            } else {
                row.setLong(column, JsonMember.longInteger(value));
            }
            return true;
        };
    }

    static ValueSetter real(int column) {
        return (value, row) -> {
            if (value instanceof JsonValue.Number number) {
                row.setDouble(column, number.value());
                return true;
            }
            return cleared(value, column, row);
        };
    }

    static ValueSetter bool(int column) {
        return (value, row) -> {
            if (value instanceof JsonValue.Bool bool) {
                row.setLong(column, bool.value() ? 1 : 0);
                return true;
            }
            return cleared(value, column, row);
        };
    }

    static ValueSetter dateTime(int column) {
        return (value, row) -> {
            if (value instanceof JsonValue.Text text) {
                DateTimeText moment = DateTimeText.tryParse(text.value());
                if (moment != null) {
                    row.setDouble(column, moment.julianDay());
                }
                return moment != null;
            }
            return cleared(value, column, row);
        };
    }

    /** One geometry as iModelJson. */
    static ValueSetter geometry(int column) {
        return (value, row) -> {
            byte[] bytes = value instanceof JsonObject json ? GeometryBlob.tryOfJson(json) : null;
            if (bytes == null) {
                return cleared(value, column, row);
            }
            row.setBlob(column, bytes);
            return true;
        };
    }

    /** Malformed base64 and no bytes at all clear the property. */
    static ValueSetter binary(int column) {
        return (value, row) -> {
            byte[] bytes = tryBytes(value);
            if (bytes == null || bytes.length == 0) {
                return cleared(bytes == null && !isBase64(value) ? value : JsonValue.NULL, column, row);
            }
            row.setBlob(column, bytes);
            return true;
        };
    }

    private static boolean cleared(JsonValue value, int column, ValueRow row) {
        if (value instanceof JsonValue.Null) {
            row.setNull(column);
            return true;
        }
        return false;
    }

    private static boolean isBase64(JsonValue value) {
        return value instanceof JsonValue.Text text && text.value().startsWith(BASE64);
    }

    /** The bytes of {@code "encoding=base64;AQID"}; null for anything else. */
    static byte @Nullable [] tryBytes(@Nullable JsonValue value) {
        if (!(value instanceof JsonValue.Text text) || !text.value().startsWith(BASE64)) {
            return null;
        }
        try {
            return Base64.getDecoder().decode(text.value().substring(BASE64.length()));
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
