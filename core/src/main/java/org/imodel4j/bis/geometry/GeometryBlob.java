package org.imodel4j.bis.geometry;

import org.imodel4j.error.IModelException;
import org.imodel4j.geometry.shape.GeometryQuery;
import org.imodel4j.imodeljson.IModelJsonReader;
import org.imodel4j.imodeljson.IModelJsonWriter;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** A single geometry as the value of a property of type IGeometry: the bytes that the entries of geometry streams have, and iModelJson outside. */
public final class GeometryBlob {
    private GeometryBlob() {}

    public static byte[] of(GeometryQuery geometry) {
        StreamBytes bytes = new StreamBytes();
        ShapeWriter.write(geometry, bytes);
        return bytes.toArray();
    }

    /** The bytes of iModelJson; null for an object that is none, and for a single point, for which there are no bytes. */
    public static byte @Nullable [] tryOfJson(JsonObject json) {
        if (json.get("point") != null) {
            return null;
        }
        try {
            GeometryQuery geometry = IModelJsonReader.tryRead(json);
            return geometry == null ? null : of(geometry);
        } catch (IModelException malformed) {
            return null;
        }
    }

    /** Null for bytes that are damaged, or of a kind that is not known. */
    public static @Nullable GeometryQuery tryRead(byte[] bytes) {
        try {
            return ShapeReader.tryShape(bytes, 0, bytes.length);
        } catch (IModelException damaged) {
            return null;
        }
    }

    /** Whether {@link #writeJson} has something to write for the bytes. */
    public static boolean isWritable(byte[] bytes) {
        GeometryQuery geometry = tryRead(bytes);
        return geometry != null && IModelJsonWriter.isWritable(geometry);
    }

    /** Writes the bytes as iModelJson, or null where they are not {@linkplain #isWritable writable}. */
    public static void writeJson(byte[] bytes, JsonWriter out) {
        GeometryQuery geometry = tryRead(bytes);
        if (geometry != null && IModelJsonWriter.isWritable(geometry)) {
            IModelJsonWriter.write(geometry, out);
        } else {
            out.nullValue();
        }
    }
}
