package org.imodel4j.bis.geometry;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.geometry.shape.Box;
import org.imodel4j.geometry.shape.Cone;
import org.imodel4j.geometry.shape.CurveCollection;
import org.imodel4j.geometry.shape.LinearSweep;
import org.imodel4j.geometry.shape.RotationalSweep;
import org.imodel4j.geometry.shape.RuledSweep;
import org.imodel4j.geometry.shape.SolidPrimitive;
import org.imodel4j.geometry.shape.Sphere;
import org.imodel4j.geometry.shape.TorusPipe;
import org.jspecify.annotations.Nullable;

/** Reads solids; {@link ShapeWriter} and {@link SolidWriter} have the numbers of tables and fields. */
final class SolidReader {
    private SolidReader() {}

    /** Null when the kind is not one of a solid. */
    static @Nullable SolidPrimitive trySolid(int kind, FlatTable table) {
        return switch (kind) {
            case ShapeWriter.BOX -> {
                FlatStruct d = detail(table, 16);
                yield new Box(
                        d.point(0),
                        d.point(3),
                        d.point(6),
                        d.point(9),
                        d.real(12),
                        d.real(13),
                        d.real(14),
                        d.real(15),
                        flag(d, 16));
            }
            case ShapeWriter.CONE -> {
                FlatStruct d = detail(table, 14);
                yield new Cone(d.point(0), d.point(3), d.point(6), d.point(9), d.real(12), d.real(13), flag(d, 14));
            }
            case ShapeWriter.SPHERE -> {
                FlatStruct d = detail(table, 14);
                yield new Sphere(d.transform(), d.real(12), d.real(13), flag(d, 14));
            }
            case ShapeWriter.TORUS_PIPE -> {
                FlatStruct d = detail(table, 12);
                yield new TorusPipe(d.point(0), d.point(3), d.point(6), d.real(9), d.real(10), d.real(11), flag(d, 12));
            }
            case ShapeWriter.LINEAR_SWEEP ->
                new LinearSweep(
                        ShapeReader.curves(table.table(0)),
                        table.struct(1, OpReader.POINT_3D).point(0),
                        table.bool(2));
            case ShapeWriter.ROTATIONAL_SWEEP -> {
                FlatStruct axis = table.struct(1, 6 * Double.BYTES);
                yield new RotationalSweep(
                        ShapeReader.curves(table.table(0)),
                        axis.point(0),
                        axis.point(3),
                        table.real(2),
                        table.int32(3),
                        table.bool(4));
            }
            case ShapeWriter.RULED_SWEEP -> ruled(table);
            default -> null;
        };
    }

    /** A structure of that many numbers and a flag, with what fills it up to a multiple of eight bytes. */
    private static FlatStruct detail(FlatTable table, int numbers) {
        FlatStruct detail = table.struct(0, Double.BYTES * (numbers + 1));
        if (!detail.isPresent()) {
            throw Damaged.stream("a solid without its measures");
        }
        return detail;
    }

    private static boolean flag(FlatStruct detail, int numbers) {
        return detail.uint8(Double.BYTES * numbers) != 0;
    }

    private static RuledSweep ruled(FlatTable table) {
        FlatVector contours = table.vector(0, Integer.BYTES);
        List<CurveCollection> curves = new ArrayList<>(contours.size());
        for (int i = 0; i < contours.size(); i++) {
            curves.add(ShapeReader.curves(contours.table(i)));
        }
        return new RuledSweep(curves, table.bool(1));
    }
}
