package org.imodel4j.ec;

/** The primitive types with the codes that {@code ec_Property.PrimitiveType} has. */
public enum PrimitiveType {
    BINARY(257, "binary"),
    BOOLEAN(513, "boolean"),
    DATE_TIME(769, "dateTime"),
    DOUBLE(1025, "double"),
    INTEGER(1281, "int"),
    LONG(1537, "long"),
    POINT2D(1793, "point2d"),
    POINT3D(2049, "point3d"),
    STRING(2305, "string"),
    GEOMETRY(2561, "Bentley.Geometry.Common.IGeometry");

    private final int code;
    private final String typeName;

    PrimitiveType(int code, String typeName) {
        this.code = code;
        this.typeName = typeName;
    }

    /** Types of newer software that this one does not know read as text. */
    public static PrimitiveType ofCode(int code) {
        for (PrimitiveType type : values()) {
            if (type.code == code) {
                return type;
            }
        }
        return STRING;
    }

    public int code() {
        return code;
    }

    /** As column metadata and schemas spell it. */
    public String typeName() {
        return typeName;
    }
}
