package org.imodel4j.imodeljson;

import java.util.Set;
import org.imodel4j.error.IModelException;
import org.imodel4j.geometry.shape.CurveCollection;
import org.imodel4j.geometry.shape.GeometryQuery;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Reads geometry from iModelJson: what the native library of iTwin.js 5.7 accepts in the {@code geom} of an element, and
 * the forms that only its TypeScript accepts (points as objects, arcs by radius or through three points, Akima curves).
 * What neither can use is refused, while the native library drops it without a word.
 */
public final class IModelJsonReader {
    private static final Set<String> KEYS = Set.of(
            "lineSegment",
            "lineString",
            "pointString",
            "point",
            "arc",
            "bcurve",
            "interpolationCurve",
            "akimaCurve",
            "transitionSpiral",
            "path",
            "loop",
            "parityRegion",
            "unionRegion",
            "bagOfCurves",
            "indexedMesh",
            "bsurf",
            "box",
            "sphere",
            "cone",
            "cylinder",
            "torusPipe",
            "linearSweep",
            "rotationalSweep",
            "ruledSweep");

    private IModelJsonReader() {}

    /** Whether a member of that name is geometry. */
    public static boolean isGeometry(String name) {
        return KEYS.contains(name);
    }

    /**
     * The geometry of an object with exactly one geometry member.
     *
     * @throws IModelException BAD_ARG naming the place of what is wrong
     */
    public static GeometryQuery read(JsonValue entry) {
        JsonInput input = JsonInput.of(entry);
        String key = key(input, entry);
        if (key == null) {
            throw input.refused("holds no geometry");
        }
        return read(key, input.member(key));
    }

    /**
     * As {@link #read}; null when no member of the object is geometry.
     *
     * @throws IModelException BAD_ARG naming the place of what is wrong
     */
    public static @Nullable GeometryQuery tryRead(JsonValue entry) {
        JsonInput input = JsonInput.of(entry);
        String key = key(input, entry);
        return key == null ? null : read(key, input.member(key));
    }

    private static @Nullable String key(JsonInput input, JsonValue entry) {
        String key = null;
        if (entry instanceof JsonObject object) {
            for (String name : object.members().keySet()) {
                if (KEYS.contains(name)) {
                    if (key != null) {
                        throw input.member(name).refused("is a second geometry");
                    }
                    key = name;
                }
            }
        }
        return key;
    }

    private static GeometryQuery read(String key, JsonInput input) {
        CurveCollection.Type type = CollectionReader.type(key);
        if (type != null) {
            return CollectionReader.read(type, input);
        }
        return switch (key) {
            case "indexedMesh" -> MeshReader.read(input);
            case "bsurf" -> BsplineReader.surface(input);
            case "box" -> SolidReader.box(input);
            case "sphere" -> SolidReader.sphere(input);
            case "cone" -> SolidReader.cone(input);
            case "cylinder" -> SolidReader.cylinder(input);
            case "torusPipe" -> SolidReader.torusPipe(input);
            case "linearSweep" -> SweepReader.linear(input);
            case "rotationalSweep" -> SweepReader.rotational(input);
            case "ruledSweep" -> SweepReader.ruled(input);
            default -> CurveReader.read(key, input);
        };
    }
}
