package org.imodel4j.ec.xml;

import java.util.Locale;
import org.imodel4j.ec.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** The keywords for primitive types. Case does not matter. */
final class TypeNames {
    private static final String GEOMETRY = "bentley.geometry.common";
    private static final String OLD_GEOMETRY = "bentley.geometrynet.common";

    private TypeNames() {}

    /** Null for what is no primitive type. */
    static @Nullable PrimitiveType tryPrimitive(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "string" -> PrimitiveType.STRING;
            case "int" -> PrimitiveType.INTEGER;
            case "long" -> PrimitiveType.LONG;
            case "boolean", "bool" -> PrimitiveType.BOOLEAN;
            case "double" -> PrimitiveType.DOUBLE;
            case "point2d" -> PrimitiveType.POINT2D;
            case "point3d" -> PrimitiveType.POINT3D;
            case "datetime" -> PrimitiveType.DATE_TIME;
            case "binary" -> PrimitiveType.BINARY;
            default -> lower.startsWith(GEOMETRY) || lower.startsWith(OLD_GEOMETRY) ? PrimitiveType.GEOMETRY : null;
        };
    }
}
