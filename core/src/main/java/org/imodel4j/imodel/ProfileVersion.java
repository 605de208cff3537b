package org.imodel4j.imodel;

import org.imodel4j.error.IModelException;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** The version of one profile of a file: four numbers of 16 bits. A missing one counts as 0. */
public record ProfileVersion(int major, int minor, int sub1, int sub2) implements Comparable<ProfileVersion> {
    /** Reads the JSON of a {@code SchemaVersion} property; null when it is none. */
    static @Nullable ProfileVersion tryParse(@Nullable String json) {
        if (json == null) {
            return null;
        }
        JsonValue value;
        try {
            value = Json.parse(json);
        } catch (IModelException e) {
            return null;
        }
        return value instanceof JsonObject version
                ? new ProfileVersion(
                        part(version, "major"), part(version, "minor"), part(version, "sub1"), part(version, "sub2"))
                : null;
    }

    private static int part(JsonObject version, String name) {
        JsonValue.Number number = version.number(name);
        return number == null ? 0 : (int) number.value() & 0xffff;
    }

    /** The text of a {@code SchemaVersion} property. */
    String toJson() {
        return "{\"major\":" + major + ",\"minor\":" + minor + ",\"sub1\":" + sub1 + ",\"sub2\":" + sub2 + "}";
    }

    @Override
    public int compareTo(ProfileVersion other) {
        int order = Integer.compare(major, other.major);
        order = order != 0 ? order : Integer.compare(minor, other.minor);
        order = order != 0 ? order : Integer.compare(sub1, other.sub1);
        return order != 0 ? order : Integer.compare(sub2, other.sub2);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + sub1 + "." + sub2;
    }
}
