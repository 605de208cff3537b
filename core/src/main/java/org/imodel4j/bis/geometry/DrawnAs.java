package org.imodel4j.bis.geometry;

import org.imodel4j.geometry.shape.BsplineSurface3d;
import org.imodel4j.geometry.shape.CurveCollection;
import org.imodel4j.geometry.shape.CurvePrimitive;
import org.imodel4j.geometry.shape.IndexedPolyface;
import org.imodel4j.geometry.shape.PointString3d;
import org.imodel4j.geometry.shape.SolidPrimitive;

/** Kinds of geometry by what appearance they can have. */
enum DrawnAs {
    PART,
    CURVE,
    REGION,
    MESH,
    SURFACE,
    IMAGE,
    TEXT;

    /** Of an entry that draws. */
    static DrawnAs of(StreamEntry entry) {
        return switch (entry) {
            case StreamEntry.PartReference part -> PART;
            case StreamEntry.Shape shape -> of(shape);
            case StreamEntry.Image image -> IMAGE;
            case StreamEntry.BRep brep -> SURFACE;
            default -> TEXT;
        };
    }

    private static DrawnAs of(StreamEntry.Shape shape) {
        return switch (shape.geometry()) {
            case CurvePrimitive curve -> CURVE;
            case PointString3d points -> CURVE;
            case CurveCollection curves ->
                switch (curves.type()) {
                    case BAG, PATH -> CURVE;
                    case OUTER_LOOP, INNER_LOOP, PARITY_REGION, UNION_REGION -> REGION;
                };
            case IndexedPolyface mesh -> MESH;
            case SolidPrimitive solid -> SURFACE;
            case BsplineSurface3d surface -> SURFACE;
        };
    }

    /** Takes gradients and patterns. */
    boolean isRegion() {
        return this == PART || this == REGION;
    }

    /** Takes fills of one colour. */
    boolean isFillable() {
        return this == PART || this == REGION || this == MESH || this == IMAGE;
    }

    /** Takes line styles. */
    boolean hasLines() {
        return this == PART || this == CURVE || this == REGION;
    }

    /** Takes materials. */
    boolean isSurface() {
        return this == PART || this == REGION || this == MESH || this == SURFACE;
    }

    /** Has no place in a drawing. */
    boolean isOnlyInSpace() {
        return this == MESH || this == SURFACE;
    }
}
