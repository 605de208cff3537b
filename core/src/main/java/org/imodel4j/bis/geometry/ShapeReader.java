package org.imodel4j.bis.geometry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.imodel4j.geometry.shape.Arc3d;
import org.imodel4j.geometry.shape.BsplineSurface3d;
import org.imodel4j.geometry.shape.CurveCollection;
import org.imodel4j.geometry.shape.CurveMember;
import org.imodel4j.geometry.shape.CurvePrimitive;
import org.imodel4j.geometry.shape.DoubleList;
import org.imodel4j.geometry.shape.GeometryQuery;
import org.imodel4j.geometry.shape.LineString3d;
import org.imodel4j.geometry.shape.PointString3d;
import org.imodel4j.geometry.shape.Points3d;
import org.jspecify.annotations.Nullable;

/**
 * Reads the geometry of operations. The numbers of tables and fields are those of {@link ShapeWriter}.
 *
 * <p>Operations 8 to 12 have a buffer behind the eight letters {@code bg0001fb}. Its root has the number of a kind of geometry and
 * the table of that kind; curves in a collection are tables like the root.
 */
final class ShapeReader {
    static final byte[] PREFIX = "bg0001fb".getBytes(StandardCharsets.US_ASCII);

    private static final int PLANE = 2;

    private ShapeReader() {}

    /** Null for a kind of geometry that is not known. */
    static @Nullable GeometryQuery tryShape(byte[] bytes, int start, int end) {
        int content = start + PREFIX.length;
        if (content > end || !Arrays.equals(bytes, start, content, PREFIX, 0, PREFIX.length)) {
            throw Damaged.stream("the begin of a geometry");
        }
        return tryVariant(new FlatBuffer(bytes, content, end).root());
    }

    /** Points of an operation of their own. */
    static GeometryQuery points(FlatTable table) {
        return points(
                table.int8(1),
                Points3d.ofTrusted(table.vector(0, OpReader.POINT_3D).reals(3)));
    }

    /** As {@link #points(FlatTable)}, in the plane. */
    static GeometryQuery points2d(FlatTable table) {
        double[] xy = table.vector(0, OpReader.POINT_2D).reals(PLANE);
        double[] xyz = new double[xy.length / PLANE * 3];
        for (int i = 0; i < xy.length / PLANE; i++) {
            xyz[3 * i] = xy[PLANE * i];
            xyz[3 * i + 1] = xy[PLANE * i + 1];
        }
        return points(table.int8(1), Points3d.ofTrusted(xyz));
    }

    private static GeometryQuery points(int boundary, Points3d points) {
        return switch (boundary) {
            case OpCode.NO_BOUNDARY -> new PointString3d(points);
            case OpCode.OPEN -> new LineString3d(points);
            case OpCode.CLOSED -> loop(new LineString3d(points));
            default -> throw Damaged.stream("the boundary of points");
        };
    }

    /** An arc of an operation of its own. */
    static GeometryQuery arc(FlatTable table) {
        Arc3d arc = new Arc3d(
                table.struct(0, OpReader.POINT_3D).point(0),
                table.struct(1, OpReader.POINT_3D).point(0),
                table.struct(2, OpReader.POINT_3D).point(0),
                table.real(3),
                table.real(4));
        return table.int8(5) == OpCode.CLOSED ? loop(arc) : arc;
    }

    private static CurveCollection loop(CurvePrimitive curve) {
        return new CurveCollection(CurveCollection.Type.OUTER_LOOP, List.of(curve));
    }

    private static @Nullable GeometryQuery tryVariant(FlatTable variant) {
        int kind = variant.uint8(0);
        FlatTable table = variant.tryTable(1);
        if (table == null) {
            return null;
        }
        return switch (kind) {
            case ShapeWriter.CURVE_COLLECTION -> curves(table);
            case ShapeWriter.POINT_STRING -> new PointString3d(points(table, 0));
            case ShapeWriter.BSPLINE_SURFACE -> surface(table);
            case ShapeWriter.POLYFACE -> PolyfaceReader.read(table);
            default -> {
                CurvePrimitive curve = CurveReader.tryCurve(kind, table);
                yield curve != null ? curve : SolidReader.trySolid(kind, table);
            }
        };
    }

    /** A curve that is part of something else. */
    static CurvePrimitive curve(FlatTable variant) {
        if (tryVariant(variant) instanceof CurvePrimitive curve) {
            return curve;
        }
        throw Damaged.stream("what should be a curve");
    }

    static CurveCollection curves(FlatTable table) {
        int type = table.int32(0);
        if (!CurveCollection.Type.isKnown(type)) {
            throw Damaged.stream("the type of curves");
        }
        FlatVector variants = table.vector(1, Integer.BYTES);
        List<CurveMember> members = new ArrayList<>(variants.size());
        for (int i = 0; i < variants.size(); i++) {
            if (!(tryVariant(variants.table(i)) instanceof CurveMember member)) {
                throw Damaged.stream("what should be a curve");
            }
            members.add(member);
        }
        return new CurveCollection(CurveCollection.Type.of(type), members);
    }

    private static BsplineSurface3d surface(FlatTable table) {
        FlatTable boundaries = table.tryTable(11);
        return new BsplineSurface3d(
                points(table, 0),
                numbers(table, 1),
                numbers(table, 2),
                numbers(table, 3),
                table.int32(4),
                table.int32(5),
                table.int32(6),
                table.int32(7),
                table.int32(8),
                table.int32(9),
                table.int32(10),
                boundaries == null ? null : curves(boundaries),
                table.bool(12),
                table.bool(13));
    }

    /** A vector of coordinates. */
    static Points3d points(FlatTable table, int field) {
        double[] xyz = table.reals(field);
        if (xyz.length % 3 != 0) {
            throw Damaged.stream("the coordinates of points");
        }
        return xyz.length == 0 ? Points3d.EMPTY : Points3d.ofTrusted(xyz);
    }

    static DoubleList numbers(FlatTable table, int field) {
        return DoubleList.ofTrusted(table.reals(field));
    }
}
