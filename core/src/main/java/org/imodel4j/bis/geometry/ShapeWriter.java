package org.imodel4j.bis.geometry;

import org.imodel4j.geometry.shape.BsplineSurface3d;
import org.imodel4j.geometry.shape.CurveCollection;
import org.imodel4j.geometry.shape.CurveMember;
import org.imodel4j.geometry.shape.CurvePrimitive;
import org.imodel4j.geometry.shape.GeometryQuery;
import org.imodel4j.geometry.shape.IndexedPolyface;
import org.imodel4j.geometry.shape.PointString3d;
import org.imodel4j.geometry.shape.Points3d;
import org.imodel4j.geometry.shape.SolidPrimitive;

/** Writes the geometry of operations 8 to 12 in the form that {@link ShapeReader} reads. */
final class ShapeWriter {
    static final int LINE_SEGMENT = 1;
    static final int ARC = 2;
    static final int BSPLINE_CURVE = 3;
    static final int LINE_STRING = 4;
    static final int CURVE_COLLECTION = 5;
    static final int CONE = 6;
    static final int SPHERE = 7;
    static final int TORUS_PIPE = 8;
    static final int BOX = 9;
    static final int LINEAR_SWEEP = 10;
    static final int ROTATIONAL_SWEEP = 11;
    static final int RULED_SWEEP = 12;
    static final int POLYFACE = 13;
    static final int BSPLINE_SURFACE = 14;
    static final int INTERPOLATION_CURVE = 16;
    static final int TRANSITION_SPIRAL = 17;
    static final int POINT_STRING = 18;
    static final int AKIMA_CURVE = 19;
    static final int CATENARY_CURVE = 20;
    static final int PARTIAL_CURVE = 21;

    private ShapeWriter() {}

    /** The number of the operation that holds such geometry. */
    static int opCode(GeometryQuery shape) {
        return switch (shape) {
            case CurvePrimitive curve -> OpCode.CURVE_PRIMITIVE;
            case PointString3d points -> OpCode.CURVE_PRIMITIVE;
            case CurveCollection curves -> OpCode.CURVE_VECTOR;
            case SolidPrimitive solid -> OpCode.SOLID_PRIMITIVE;
            case BsplineSurface3d surface -> OpCode.BSPLINE_SURFACE;
            case IndexedPolyface mesh -> OpCode.POLYFACE;
        };
    }

    /** Appends the data of the operation. */
    static void write(GeometryQuery shape, StreamBytes out) {
        out.append(ShapeReader.PREFIX);
        FlatWriter.root(out, table -> variant(table, shape));
    }

    private static void variant(FlatWriter table, GeometryQuery shape) {
        switch (shape) {
            case CurvePrimitive curve -> CurveWriter.variant(table, curve);
            case PointString3d points -> table.int8(0, POINT_STRING).table(1, to -> points(to, 0, points.points()));
            case CurveCollection curves -> table.int8(0, CURVE_COLLECTION).table(1, to -> curves(to, curves));
            case SolidPrimitive solid -> SolidWriter.variant(table, solid);
            case BsplineSurface3d surface -> table.int8(0, BSPLINE_SURFACE).table(1, to -> surface(to, surface));
            case IndexedPolyface mesh -> table.int8(0, POLYFACE).table(1, to -> PolyfaceWriter.write(to, mesh));
        }
    }

    static void curves(FlatWriter table, CurveCollection curves) {
        table.int32(0, curves.type().number()).tables(1, curves.members(), ShapeWriter::variant);
    }

    private static void variant(FlatWriter table, CurveMember member) {
        switch (member) {
            case CurvePrimitive curve -> CurveWriter.variant(table, curve);
            case CurveCollection curves -> variant(table, (GeometryQuery) curves);
            case PointString3d points -> variant(table, (GeometryQuery) points);
        }
    }

    private static void surface(FlatWriter table, BsplineSurface3d surface) {
        table.in(FlatWriter.Order.AS_GIVEN)
                .int32(6, surface.orderU())
                .int32(7, surface.orderV())
                .int32(4, surface.numPolesU())
                .int32(5, surface.numPolesV())
                .int32(8, surface.numRulesU())
                .int32(9, surface.numRulesV())
                .int32(10, surface.holeOrigin());
        points(table, 0, surface.poles());
        table.reals(1, surface.weights().toArray())
                .reals(2, surface.knotsU().toArray())
                .reals(3, surface.knotsV().toArray());
        CurveCollection boundaries = surface.boundaries();
        if (boundaries != null) {
            table.table(11, to -> curves(to, boundaries));
        }
        table.bool(12, surface.closedU()).bool(13, surface.closedV());
    }

    static void points(FlatWriter table, int field, Points3d points) {
        table.reals(field, points.toArray());
    }
}
