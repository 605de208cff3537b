package org.imodel4j.imodeljson;

import java.util.Arrays;
import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.shape.DoubleList;
import org.imodel4j.geometry.shape.IntList;
import org.imodel4j.geometry.shape.Points3d;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A value of a document with the place where it stands. What is asked of it and not there is refused with BAD_ARG, which
 * names the place as {@code indexedMesh.pointIndex[3]}. Numbers are finite.
 */
final class JsonInput {
    private static final double RADIANS = Math.PI / 180;

    private final JsonValue value;
    private final @Nullable JsonInput parent;
    private final String name;
    private final int index;

    private JsonInput(JsonValue value, @Nullable JsonInput parent, String name, int index) {
        this.value = value;
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    /** The outermost value, whose members are named without anything before them. */
    static JsonInput of(JsonValue value) {
        return new JsonInput(value, null, "", -1);
    }

    @Nullable
    JsonInput tryMember(String member) {
        JsonValue found = value instanceof JsonObject object ? object.get(member) : null;
        return found == null || found instanceof JsonValue.Null ? null : new JsonInput(found, this, member, -1);
    }

    JsonInput member(String member) {
        JsonInput found = tryMember(member);
        if (found == null) {
            throw new JsonInput(JsonValue.NULL, this, member, -1).refused("is missing");
        }
        return found;
    }

    JsonInput item(int position) {
        return new JsonInput(items().get(position), this, "", position);
    }

    boolean isArray() {
        return value instanceof JsonArray;
    }

    boolean isObject() {
        return value instanceof JsonObject;
    }

    int size() {
        return items().size();
    }

    private List<JsonValue> items() {
        if (value instanceof JsonArray array) {
            return array.items();
        }
        throw refused("is no array");
    }

    double number() {
        return number(value, -1);
    }

    double number(String member) {
        return member(member).number();
    }

    double number(String member, double otherwise) {
        JsonInput found = tryMember(member);
        return found == null ? otherwise : found.number();
    }

    private double number(JsonValue item, int position) {
        if (item instanceof JsonValue.Number number && Math.abs(number.value()) <= Double.MAX_VALUE) {
            return number.value();
        }
        throw refusedItem(position, "is no finite number");
    }

    int integer() {
        return integer(value, -1, false);
    }

    int integer(String member, int otherwise) {
        JsonInput found = tryMember(member);
        return found == null ? otherwise : found.integer();
    }

    /** An integer of 32 bits; with {@code unsigned} one up to 4294967295, kept in the same bits. */
    private int integer(JsonValue item, int position, boolean unsigned) {
        if (item instanceof JsonValue.Number number && number.value() == Math.rint(number.value())) {
            long exact = (long) number.value();
            if (exact == (int) exact || unsigned && exact == (exact & 0xffffffffL)) {
                return (int) exact;
            }
        }
        throw refusedItem(position, "is no integer of 32 bits");
    }

    boolean flag(String member) {
        JsonInput found = tryMember(member);
        return found != null && found.flag();
    }

    boolean flag() {
        if (value instanceof JsonValue.Bool bool) {
            return bool.value();
        }
        throw refused("is neither true nor false");
    }

    String text() {
        if (value instanceof JsonValue.Text text) {
            return text.value();
        }
        throw refused("is no text");
    }

    /** An angle in radians, from a number of degrees, {@code {"degrees": …}} or {@code {"radians": …}}. */
    double angle() {
        JsonInput radians = tryMember("radians");
        if (radians != null) {
            return radians.number();
        }
        JsonInput degrees = tryMember("degrees");
        return (degrees == null ? this : degrees).degrees() * RADIANS;
    }

    /** An angle as {@link #angle}, in degrees. */
    double degrees() {
        if (value instanceof JsonObject) {
            JsonInput degrees = tryMember("degrees");
            return degrees == null ? number("radians") / RADIANS : degrees.number();
        }
        return number();
    }

    Point3d point() {
        double[] xyz = new double[3];
        copyPoint(value, -1, xyz, 0);
        return new Point3d(xyz[0], xyz[1], xyz[2]);
    }

    Point3d point(String member) {
        return member(member).point();
    }

    /** At least {@code least} points. */
    Points3d points(int least) {
        List<JsonValue> items = itemsAtLeast(least);
        double[] xyz = new double[3 * items.size()];
        for (int i = 0; i < items.size(); i++) {
            copyPoint(items.get(i), i, xyz, 3 * i);
        }
        return Points3d.ofTrusted(xyz);
    }

    private List<JsonValue> itemsAtLeast(int least) {
        List<JsonValue> items = items();
        if (items.size() < least) {
            throw refused("has too few items");
        }
        return items;
    }

    private void copyPoint(JsonValue point, int position, double[] xyz, int at) {
        if (point instanceof JsonArray array && (array.size() == 2 || array.size() == 3)) {
            for (int i = 0; i < array.size(); i++) {
                xyz[at + i] = coordinate(array.get(i), position);
            }
        } else if (point instanceof JsonObject object && (object.get("x") != null || object.get("y") != null)) {
            xyz[at] = coordinate(object.get("x"), position);
            xyz[at + 1] = coordinate(object.get("y"), position);
            xyz[at + 2] = coordinate(object.get("z"), position);
        } else {
            throw refusedItem(position, "is no point");
        }
    }

    private double coordinate(@Nullable JsonValue coordinate, int position) {
        return coordinate == null ? 0 : number(coordinate, position);
    }

    /** Rows of so many numbers each, one after the other. */
    double[] rows(int width) {
        List<JsonValue> items = items();
        double[] all = new double[width * items.size()];
        for (int i = 0; i < items.size(); i++) {
            if (!(items.get(i) instanceof JsonArray row) || row.size() != width) {
                throw refusedItem(i, "has another number of coordinates");
            }
            for (int j = 0; j < width; j++) {
                all[width * i + j] = number(row.get(j), i);
            }
        }
        return all;
    }

    DoubleList numbers() {
        List<JsonValue> items = items();
        double[] all = new double[items.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = number(items.get(i), i);
        }
        return DoubleList.ofTrusted(all);
    }

    /** Integers of 32 bits, those of the member; none when it is missing. */
    IntList integers(String member) {
        JsonInput found = tryMember(member);
        return found == null ? IntList.EMPTY : found.integers(false);
    }

    /** Integers of 32 bits; with {@code unsigned} up to 4294967295, kept in the same bits. */
    IntList integers(boolean unsigned) {
        List<JsonValue> items = items();
        int[] all = new int[items.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = integer(items.get(i), i, unsigned);
        }
        return IntList.ofTrusted(all);
    }

    IModelException refusedItem(int position, String why) {
        return position < 0 ? refused(why) : new JsonInput(value, this, "", position).refused(why);
    }

    IModelException refused(String why) {
        return new IModelException(Status.BAD_ARG, "The geometry can not be read").with(place(), why);
    }

    private String place() {
        int depth = 0;
        for (JsonInput at = this; at.parent != null; at = at.parent) {
            depth++;
        }
        String[] parts = new String[depth];
        for (JsonInput at = this; at.parent != null; at = at.parent) {
            parts[--depth] = at.index >= 0 ? "[" + at.index + "]" : "." + shortened(at.name);
        }
        String place = String.join("", Arrays.asList(parts));
        return place.startsWith(".") ? place.substring(1) : place.isEmpty() ? "geometry" : place;
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }
}
