package org.imodel4j.bis.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.imodel4j.geometry.Matrix3d;
import org.imodel4j.geometry.Point2d;
import org.imodel4j.geometry.Range2d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.geometry.Transform3d;
import org.imodel4j.geometry.YawPitchRollAngles;
import org.imodel4j.geometry.shape.DoubleList;
import org.imodel4j.geometry.shape.GeometryQuery;
import org.imodel4j.geometry.shape.IntList;
import org.jspecify.annotations.Nullable;

/** Reads one operation. The numbers of fields are those of {@link OpWriter}. */
final class OpReader {
    static final int POINT_2D = 2 * Double.BYTES;
    static final int POINT_3D = 3 * Double.BYTES;
    static final int MATRIX = 9 * Double.BYTES;
    static final int TRANSFORM = 12 * Double.BYTES;
    static final int TEXTURE_MAPPING = 6 * Double.BYTES;
    static final int FACE_SYMBOLOGY = 40;

    /** Of texts and their styles: later ones can not be read. */
    private static final int TEXT_VERSION = 1;

    private OpReader() {}

    static StreamEntry read(int opCode, byte[] bytes, int start, int end) {
        return switch (opCode) {
            case OpCode.HEADER -> header(bytes, start, end);
            case OpCode.SUB_GRAPHIC_RANGE -> orUnknown(trySubRange(root(bytes, start, end)), opCode, bytes, start, end);
            case OpCode.PART_INSTANCE -> part(root(bytes, start, end));
            case OpCode.BASIC_SYMBOLOGY -> appearance(root(bytes, start, end));
            case OpCode.POINTS -> new StreamEntry.Shape(ShapeReader.points(root(bytes, start, end)));
            case OpCode.POINTS_2D -> new StreamEntry.Shape(ShapeReader.points2d(root(bytes, start, end)));
            case OpCode.ARC -> new StreamEntry.Shape(ShapeReader.arc(root(bytes, start, end)));
            case OpCode.CURVE_VECTOR,
                    OpCode.POLYFACE,
                    OpCode.CURVE_PRIMITIVE,
                    OpCode.SOLID_PRIMITIVE,
                    OpCode.BSPLINE_SURFACE -> shape(opCode, bytes, start, end);
            case OpCode.AREA_FILL -> fill(root(bytes, start, end));
            case OpCode.PATTERN -> new StreamEntry.AreaPattern(pattern(root(bytes, start, end)));
            case OpCode.MATERIAL -> material(root(bytes, start, end));
            case OpCode.TEXT_STRING -> orUnknown(tryText(root(bytes, start, end)), opCode, bytes, start, end);
            case OpCode.LINE_STYLE_MODIFIERS -> lineStyle(root(bytes, start, end));
            case OpCode.BREP -> brep(root(bytes, start, end));
            case OpCode.IMAGE -> orUnknown(tryImage(root(bytes, start, end)), opCode, bytes, start, end);
            default -> orUnknown(null, opCode, bytes, start, end);
        };
    }

    private static FlatTable root(byte[] bytes, int start, int end) {
        return new FlatBuffer(bytes, start, end).root();
    }

    private static StreamEntry orUnknown(@Nullable StreamEntry entry, int opCode, byte[] bytes, int start, int end) {
        return entry != null ? entry : new StreamEntry.Unknown(opCode, Arrays.copyOfRange(bytes, start, end));
    }

    private static StreamEntry header(byte[] bytes, int start, int end) {
        if (end - start < 2 * Integer.BYTES) {
            throw Damaged.stream("the header");
        }
        return new StreamEntry.Header(GeometryStreamReader.int32(bytes, start + Integer.BYTES));
    }

    private static StreamEntry shape(int opCode, byte[] bytes, int start, int end) {
        GeometryQuery shape = ShapeReader.tryShape(bytes, start, end);
        return orUnknown(shape == null ? null : new StreamEntry.Shape(shape), opCode, bytes, start, end);
    }

    private static @Nullable StreamEntry trySubRange(FlatTable table) {
        FlatVector corners = table.vector(0, POINT_3D);
        // Early versions stored more than two points by mistake.
        return corners.size() < 2
                ? null
                : new StreamEntry.SubRange(new Range3d(
                        corners.struct(0).point(0), corners.struct(1).point(0)));
    }

    private static StreamEntry part(FlatTable table) {
        return new StreamEntry.PartReference(
                table.int64(0),
                table.struct(1, POINT_3D).tryPoint(),
                new YawPitchRollAngles(table.real(2), table.real(3), table.real(4)),
                table.real(5, 1));
    }

    private static StreamEntry appearance(FlatTable table) {
        return new StreamEntry.Appearance(
                table.int64(0),
                table.bool(7) ? table.int32(1) : null,
                table.bool(8) ? table.int32(2) : null,
                table.bool(9) ? table.int64(3) : null,
                table.real(4),
                table.int32(5),
                table.int8(6));
    }

    private static StreamEntry lineStyle(FlatTable table) {
        return new StreamEntry.LineStyleModifiers(
                table.int32(0),
                table.real(1),
                table.real(2),
                table.real(3),
                table.real(4),
                table.real(5),
                table.real(6),
                table.real(7),
                table.struct(8, POINT_3D).tryPoint(),
                new YawPitchRollAngles(table.real(9), table.real(10), table.real(11)));
    }

    private static StreamEntry material(FlatTable table) {
        FlatStruct mapping = table.struct(7, TEXTURE_MAPPING);
        return new StreamEntry.MaterialUse(
                table.bool(0) ? table.int64(1) : null,
                mapping.isPresent() ? DoubleList.ofTrusted(reals(mapping, 6)) : DoubleList.EMPTY);
    }

    private static double[] reals(FlatStruct struct, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = struct.real(i);
        }
        return values;
    }

    private static StreamEntry fill(FlatTable table) {
        int mode = table.int8(5);
        return new StreamEntry.AreaFill(
                table.int8(0),
                table.bool(2) ? table.int32(1) : null,
                table.uint8(3),
                table.real(4),
                mode == 0 ? null : gradient(mode, table));
    }

    private static Gradient gradient(int mode, FlatTable table) {
        FlatTable thematic = table.tryTable(12);
        return new Gradient(
                mode,
                table.uint16(6),
                table.real(7),
                table.real(8),
                table.real(9),
                IntList.ofTrusted(table.ints(10)),
                DoubleList.ofTrusted(table.reals(11)),
                thematic == null ? null : thematic(thematic));
    }

    private static Gradient.Thematic thematic(FlatTable table) {
        FlatStruct range = table.struct(5, 2 * Double.BYTES);
        return new Gradient.Thematic(
                table.int32(0),
                table.real(1),
                table.int32(2),
                table.int32(3),
                table.int32(4),
                range.real(0),
                range.real(1));
    }

    private static Pattern pattern(FlatTable table) {
        FlatStruct rotation = table.struct(1, MATRIX);
        FlatVector lines = table.vector(14, Integer.BYTES);
        List<Pattern.HatchLine> hatch = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            hatch.add(hatchLine(lines.table(i)));
        }
        return new Pattern(
                table.struct(0, POINT_3D).point(0),
                rotation.isPresent() ? matrix(rotation) : Matrix3d.IDENTITY,
                table.real(2),
                table.real(3),
                table.real(4),
                table.real(5),
                table.real(6),
                table.bool(9) ? table.int32(7) : null,
                table.bool(10) ? table.int32(8) : null,
                table.bool(11),
                table.bool(12),
                table.int64(13),
                hatch);
    }

    private static Matrix3d matrix(FlatStruct s) {
        return new Matrix3d(
                s.real(0), s.real(1), s.real(2), s.real(3), s.real(4), s.real(5), s.real(6), s.real(7), s.real(8));
    }

    private static Pattern.HatchLine hatchLine(FlatTable table) {
        return new Pattern.HatchLine(
                table.real(0),
                point2d(table.struct(1, POINT_2D)),
                point2d(table.struct(2, POINT_2D)),
                DoubleList.ofTrusted(table.reals(3)));
    }

    private static Point2d point2d(FlatStruct struct) {
        return new Point2d(struct.real(0), struct.real(1));
    }

    /** The old form has no texture; nobody draws it. */
    private static @Nullable StreamEntry tryImage(FlatTable table) {
        if (!table.has(10)) {
            return null;
        }
        return new StreamEntry.Image(
                List.of(
                        table.struct(2, POINT_3D).point(0),
                        table.struct(3, POINT_3D).point(0),
                        table.struct(4, POINT_3D).point(0),
                        table.struct(5, POINT_3D).point(0)),
                table.int64(10),
                table.bool(0));
    }

    private static StreamEntry brep(FlatTable table) {
        FlatStruct transform = table.struct(0, TRANSFORM);
        return new StreamEntry.BRep(
                transform.isPresent() ? transform.transform() : Transform3d.IDENTITY,
                table.int8(1),
                table.bytes(2),
                table.has(3) ? faces(table.vector(3, FACE_SYMBOLOGY)) : null,
                table.has(4)
                        ? IntList.ofTrusted(table.vector(4, 2 * Integer.BYTES).ints(2))
                        : null);
    }

    private static List<FaceSymbology> faces(FlatVector vector) {
        List<FaceSymbology> faces = new ArrayList<>(vector.size());
        for (int i = 0; i < vector.size(); i++) {
            FlatStruct face = vector.struct(i);
            faces.add(new FaceSymbology(
                    face.uint8(0) != 0 ? face.int32(4) : null,
                    face.real(2),
                    face.uint8(1) != 0 ? face.int64(8) : null,
                    face.real(3),
                    face.real(4)));
        }
        return faces;
    }

    private static @Nullable StreamEntry tryText(FlatTable table) {
        FlatTable style = table.tryTable(3);
        String text = table.tryText(2);
        if (!isReadable(table)
                || style == null
                || !isReadable(style)
                || text == null
                || !style.has(2)
                || !style.has(6)) {
            return null;
        }
        FlatStruct transform = table.struct(4, TRANSFORM);
        return new StreamEntry.TextString(
                style.int32(2),
                text,
                style.real(6),
                style.real(7, 1),
                style.bool(3),
                style.bool(4),
                style.bool(5),
                transform.isPresent() ? transform.transform() : Transform3d.IDENTITY,
                layout(table));
    }

    private static boolean isReadable(FlatTable table) {
        return table.has(0) && table.uint8(0) <= TEXT_VERSION;
    }

    private static @Nullable TextLayout layout(FlatTable table) {
        FlatStruct box = table.struct(5, 4 * Double.BYTES);
        if (!box.isPresent()) {
            return null;
        }
        return new TextLayout(
                Range2d.of(box.real(0), box.real(1), box.real(2), box.real(3)),
                IntList.ofTrusted(table.ints(6)),
                DoubleList.ofTrusted(table.vector(7, POINT_2D).reals(2)));
    }
}
