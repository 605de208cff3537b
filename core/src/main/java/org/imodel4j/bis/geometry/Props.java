package org.imodel4j.bis.geometry;

import java.util.Base64;
import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.geometry.Matrix3d;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Transform3d;
import org.imodel4j.geometry.YawPitchRollAngles;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object of GeometryStreamProps. One that is absent or null has a default, one of another type than asked for is a
 * BAD_ARG.
 */
record Props(String owner, JsonObject members) {
    private static final double RADIANS = Math.PI / 180;
    private static final String BASE64 = "encoding=base64;";

    static IModelException bad(String member) {
        return new IModelException(Status.BAD_ARG, "geometry in JSON is not of the form that it should have")
                .with("member", member);
    }

    private @Nullable JsonValue tryGet(String name) {
        JsonValue value = members.get(name);
        return value == null || value instanceof JsonValue.Null ? null : value;
    }

    boolean has(String name) {
        return tryGet(name) != null;
    }

    /** The bit if there is such a member. */
    int bit(String name, int bit) {
        return has(name) ? bit : 0;
    }

    double real(String name, double absent) {
        JsonValue value = tryGet(name);
        return value == null ? absent : real(value, name);
    }

    private static double real(@Nullable JsonValue value, String name) {
        if (value instanceof JsonValue.Number number) {
            return number.value();
        }
        throw bad(name);
    }

    /** An integer of 32 bits, with or without a sign. */
    int integer(String name, int absent) {
        double value = real(name, absent);
        if (!(value >= Integer.MIN_VALUE && value < 1L << 32)) {
            throw bad(name);
        }
        return (int) (long) value;
    }

    @Nullable
    Integer tryUnsigned(String name) {
        return has(name) ? (Integer) integer(name, 0) : null;
    }

    boolean flag(String name) {
        JsonValue value = tryGet(name);
        if (value == null) {
            return false;
        }
        if (value instanceof JsonValue.Bool bool) {
            return bool.value();
        }
        throw bad(name);
    }

    String text(String name) {
        if (tryGet(name) instanceof JsonValue.Text text) {
            return text.value();
        }
        throw bad(name);
    }

    /** An id, 0 when it is absent or none. */
    long id(String name) {
        return has(name) ? Id64.parseLenient(text(name)) : 0;
    }

    @Nullable
    JsonArray tryArray(String name) {
        JsonValue value = tryGet(name);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonArray array) {
            return array;
        }
        throw bad(name);
    }

    /** An object; one without members when it is absent. */
    Props object(String name) {
        JsonValue value = tryGet(name);
        if (value == null) {
            return new Props(name, JsonObject.EMPTY);
        }
        if (value instanceof JsonObject object) {
            return new Props(name, object);
        }
        throw bad(name);
    }

    /** An object in an array. */
    Props item(JsonArray array, int index) {
        if (array.get(index) instanceof JsonObject object) {
            return new Props(owner, object);
        }
        throw bad(owner);
    }

    double[] reals(String name) {
        JsonArray given = tryArray(name);
        JsonArray array = given == null ? JsonArray.EMPTY : given;
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = real(array.get(i), name);
        }
        return values;
    }

    private double cell(JsonArray rows, int row, int column) {
        if (row < rows.size() && rows.get(row) instanceof JsonArray cells && column < cells.size()) {
            return real(cells.get(column), owner);
        }
        throw bad(owner);
    }

    /** A point as {@code [x, y, z]} or as an object; coordinates that are absent are 0. */
    Point3d point(String name, Point3d absent) {
        JsonValue value = tryGet(name);
        return value == null ? absent : point(value);
    }

    static Point3d point(JsonValue value) {
        if (value instanceof JsonObject object) {
            Props props = new Props("point", object);
            return new Point3d(props.real("x", 0), props.real("y", 0), props.real("z", 0));
        }
        if (!(value instanceof JsonArray array)) {
            throw bad("point");
        }
        List<JsonValue> items = array.items();
        return new Point3d(
                items.isEmpty() ? 0 : real(items.get(0), "point"),
                items.size() < 2 ? 0 : real(items.get(1), "point"),
                items.size() < 3 ? 0 : real(items.get(2), "point"));
    }

    YawPitchRollAngles rotation(String name) {
        Props angles = object(name);
        return angles.members.members().isEmpty()
                ? YawPitchRollAngles.ZERO
                : new YawPitchRollAngles(angles.degrees("yaw"), angles.degrees("pitch"), angles.degrees("roll"));
    }

    /** An angle in degrees, or as an object that tells its unit. */
    private double degrees(String name) {
        if (!(tryGet(name) instanceof JsonObject)) {
            return real(name, 0);
        }
        Props angle = object(name);
        if (angle.has("degrees") || angle.has("_degrees")) {
            return angle.real("degrees", angle.real("_degrees", 0));
        }
        return angle.real("radians", angle.real("_radians", 0)) / RADIANS;
    }

    double radians(String name) {
        return degrees(name) * RADIANS;
    }

    /** Rows of so many numbers, one after the other; none when it is absent. */
    double[] cells(String name, int rows, int columns) {
        JsonArray given = tryArray(name);
        double[] cells = new double[given == null ? 0 : rows * columns];
        for (int i = 0; given != null && i < cells.length; i++) {
            cells[i] = cell(given, i / columns, i % columns);
        }
        return cells;
    }

    /** Three rows of four numbers; no transform at all when it is absent. */
    Transform3d transform(String name) {
        double[] c = cells(name, 3, 4);
        if (c.length == 0) {
            return Transform3d.IDENTITY;
        }
        return new Transform3d(
                new Matrix3d(c[0], c[1], c[2], c[4], c[5], c[6], c[8], c[9], c[10]), new Point3d(c[3], c[7], c[11]));
    }

    /** Bytes as base64. */
    byte[] binary(String name) {
        String text = text(name);
        try {
            return Base64.getDecoder().decode(text.startsWith(BASE64) ? text.substring(BASE64.length()) : text);
        } catch (IllegalArgumentException e) {
            throw bad(name);
        }
    }
}
