package org.imodel4j.bis.geometry;

import org.imodel4j.geometry.shape.AkimaCurve3d;
import org.imodel4j.geometry.shape.Arc3d;
import org.imodel4j.geometry.shape.BsplineCurve3d;
import org.imodel4j.geometry.shape.CatenaryCurve3d;
import org.imodel4j.geometry.shape.CurvePrimitive;
import org.imodel4j.geometry.shape.InterpolationCurve3d;
import org.imodel4j.geometry.shape.LineSegment3d;
import org.imodel4j.geometry.shape.LineString3d;
import org.imodel4j.geometry.shape.PartialCurve3d;
import org.imodel4j.geometry.shape.TransitionSpiral3d;
import org.jspecify.annotations.Nullable;

/** Reads single curves; {@link ShapeWriter} and {@link CurveWriter} have the numbers of tables and fields. */
final class CurveReader {
    private CurveReader() {}

    /** Null when the kind is not one of a single curve. */
    static @Nullable CurvePrimitive tryCurve(int kind, FlatTable table) {
        return switch (kind) {
            case ShapeWriter.LINE_SEGMENT -> {
                FlatStruct segment = table.struct(0, 6 * Double.BYTES);
                yield new LineSegment3d(segment.point(0), segment.point(3));
            }
            case ShapeWriter.LINE_STRING -> new LineString3d(ShapeReader.points(table, 0));
            case ShapeWriter.ARC -> {
                FlatStruct arc = table.struct(0, 11 * Double.BYTES);
                yield new Arc3d(arc.point(0), arc.point(3), arc.point(6), arc.real(9), arc.real(10));
            }
            case ShapeWriter.BSPLINE_CURVE ->
                new BsplineCurve3d(
                        table.int32(0),
                        table.bool(1),
                        ShapeReader.points(table, 2),
                        ShapeReader.numbers(table, 3),
                        ShapeReader.numbers(table, 4));
            case ShapeWriter.INTERPOLATION_CURVE -> interpolation(table);
            case ShapeWriter.TRANSITION_SPIRAL -> spiral(table);
            case ShapeWriter.AKIMA_CURVE -> new AkimaCurve3d(ShapeReader.points(table, 0));
            case ShapeWriter.CATENARY_CURVE ->
                new CatenaryCurve3d(
                        table.real(0),
                        table.struct(1, OpReader.POINT_3D).point(0),
                        table.struct(2, OpReader.POINT_3D).point(0),
                        table.struct(3, OpReader.POINT_3D).point(0),
                        table.real(4),
                        table.real(5));
            case ShapeWriter.PARTIAL_CURVE ->
                new PartialCurve3d(table.real(0), table.real(1), ShapeReader.curve(table.table(2)));
            default -> null;
        };
    }

    private static InterpolationCurve3d interpolation(FlatTable table) {
        return new InterpolationCurve3d(
                table.int32(0),
                table.bool(1),
                table.int32(2),
                table.int32(3),
                table.int32(4),
                table.int32(5),
                table.struct(6, OpReader.POINT_3D).tryPoint(),
                table.struct(7, OpReader.POINT_3D).tryPoint(),
                ShapeReader.points(table, 8),
                ShapeReader.numbers(table, 9));
    }

    private static TransitionSpiral3d spiral(FlatTable table) {
        int numbers = OpReader.TRANSFORM + 6 * Double.BYTES;
        FlatStruct detail = table.struct(0, numbers + 2 * Integer.BYTES);
        return new TransitionSpiral3d(
                detail.transform(),
                detail.real(12),
                detail.real(13),
                detail.real(14),
                detail.real(15),
                detail.real(16),
                detail.real(17),
                detail.int32(numbers),
                detail.int32(numbers + Integer.BYTES),
                ShapeReader.numbers(table, 1));
    }
}
