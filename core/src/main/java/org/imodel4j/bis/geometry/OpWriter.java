package org.imodel4j.bis.geometry;

import java.util.List;
import org.imodel4j.geometry.Matrix3d;
import org.imodel4j.geometry.Point2d;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range2d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.geometry.Transform3d;
import org.imodel4j.geometry.shape.Arc3d;
import org.imodel4j.geometry.shape.CurveCollection;
import org.imodel4j.geometry.shape.GeometryQuery;
import org.imodel4j.geometry.shape.LineSegment3d;
import org.imodel4j.geometry.shape.LineString3d;
import org.imodel4j.geometry.shape.PointString3d;
import org.imodel4j.geometry.shape.Points3d;
import org.jspecify.annotations.Nullable;

/** Writes operations in the form that {@link OpReader} reads. */
final class OpWriter {
    private static final int VERSION = 1;

    private final StreamBytes out;
    private final boolean is3d;

    OpWriter(StreamBytes out, boolean is3d) {
        this.out = out;
        this.is3d = is3d;
    }

    void write(StreamEntry entry) {
        int head = out.zeros(GeometryStreamReader.HEAD);
        int opCode = data(entry);
        out.align(Double.BYTES, 0);
        out.put32(head, opCode);
        out.put32(head + Integer.BYTES, out.length() - head - GeometryStreamReader.HEAD);
    }

    /** Appends the data; answers the number of the operation. */
    private int data(StreamEntry entry) {
        return switch (entry) {
            case StreamEntry.Header header -> {
                int at = out.zeros(2 * Integer.BYTES);
                out.put32(at, VERSION);
                out.put32(at + Integer.BYTES, header.flags());
                yield OpCode.HEADER;
            }
            case StreamEntry.SubRange sub -> subRange(sub.range());
            case StreamEntry.PartReference part -> part(part);
            case StreamEntry.Appearance appearance -> appearance(appearance);
            case StreamEntry.Shape shape -> shape(shape.geometry());
            case StreamEntry.AreaFill fill -> fill(fill);
            case StreamEntry.AreaPattern area -> pattern(area.pattern());
            case StreamEntry.MaterialUse material -> material(material);
            case StreamEntry.LineStyleModifiers modifiers -> lineStyle(modifiers);
            case StreamEntry.TextString text -> text(text);
            case StreamEntry.Image image -> image(image);
            case StreamEntry.BRep brep -> brep(brep);
            case StreamEntry.Unknown unknown -> {
                out.append(unknown.data());
                yield unknown.opCode();
            }
        };
    }

    private int subRange(Range3d range) {
        FlatWriter.root(out, to -> to.structs(0, CurveWriter.reals(range.low(), range.high()), 3));
        return OpCode.SUB_GRAPHIC_RANGE;
    }

    private int part(StreamEntry.PartReference part) {
        FlatWriter.root(out, to -> to.int64(0, part.partId())
                .struct(1, part.origin())
                .real(2, part.rotation().yaw())
                .real(3, part.rotation().pitch())
                .real(4, part.rotation().roll())
                .real(5, part.scale(), 1));
        return OpCode.PART_INSTANCE;
    }

    private int appearance(StreamEntry.Appearance a) {
        FlatWriter.root(out, to -> to.int64(0, a.subCategoryId())
                .int32(1, orZero(a.color()))
                .int32(2, orZero(a.weight()))
                .int64(3, a.styleId() == null ? 0 : a.styleId())
                .real(4, a.transparency())
                .int32(5, a.displayPriority())
                .int8(6, a.geometryClass())
                .bool(7, a.color() != null)
                .bool(8, a.weight() != null)
                .bool(9, a.styleId() != null));
        return OpCode.BASIC_SYMBOLOGY;
    }

    private static int orZero(@Nullable Integer value) {
        return value == null ? 0 : value;
    }

    /** Points, lines and arcs that are alone have operations of their own, also as the only curve of a loop. */
    private int shape(GeometryQuery shape) {
        GeometryQuery single = shape;
        boolean closed = false;
        if (shape instanceof CurveCollection curves
                && curves.members().size() == 1
                && curves.members().get(0) instanceof GeometryQuery member) {
            single = member;
            closed = curves.type().isLoop();
        }
        switch (single) {
            case LineSegment3d segment -> {
                return points(Points3d.of(segment.start(), segment.end()), OpCode.OPEN);
            }
            case LineString3d lines -> {
                return points(lines.points(), closed ? OpCode.CLOSED : OpCode.OPEN);
            }
            case PointString3d points -> {
                return points(points.points(), OpCode.NO_BOUNDARY);
            }
            case Arc3d arc -> {
                return arc(arc, closed ? OpCode.CLOSED : OpCode.OPEN);
            }
            default -> {
                ShapeWriter.write(shape, out);
                return ShapeWriter.opCode(shape);
            }
        }
    }

    private int points(Points3d points, int boundary) {
        if (is3d) {
            FlatWriter.root(out, to -> to.structsOrNone(0, points.toArray(), 3).int8(1, boundary));
            return OpCode.POINTS;
        }
        double[] xy = new double[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            xy[2 * i] = points.x(i);
            xy[2 * i + 1] = points.y(i);
        }
        FlatWriter.root(out, to -> to.structsOrNone(0, xy, 2).int8(1, boundary));
        return OpCode.POINTS_2D;
    }

    private int arc(Arc3d arc, int boundary) {
        FlatWriter.root(out, to -> to.struct(0, arc.center())
                .struct(1, arc.vector0())
                .struct(2, arc.vector90())
                .real(3, arc.startRadians())
                .real(4, arc.sweepRadians())
                .int8(5, boundary));
        return OpCode.ARC;
    }

    private int fill(StreamEntry.AreaFill fill) {
        FlatWriter.root(out, to -> {
            to.int8(0, fill.display())
                    .int32(1, orZero(fill.color()))
                    .bool(2, fill.color() != null)
                    .int8(3, fill.backgroundFill())
                    .real(4, fill.transparency());
            if (fill.gradient() != null) {
                gradient(to, fill.gradient());
            }
        });
        return OpCode.AREA_FILL;
    }

    /** Readers of others count on the vectors being there. */
    private static void gradient(FlatWriter to, Gradient gradient) {
        to.int8(5, gradient.mode())
                .int16(6, gradient.flags())
                .real(7, gradient.angleRadians())
                .real(8, gradient.tint())
                .real(9, gradient.shift())
                .intsOrNone(10, gradient.colors().toArray())
                .structsOrNone(11, gradient.values().toArray(), 1);
        Gradient.Thematic thematic = gradient.thematic();
        if (thematic != null) {
            to.table(12, table -> table.int32(0, thematic.stepCount())
                    .real(1, thematic.margin())
                    .int32(2, thematic.marginColor())
                    .int32(3, thematic.mode())
                    .int32(4, thematic.colorScheme())
                    .struct(5, thematic.rangeLow(), thematic.rangeHigh()));
        }
    }

    private int pattern(Pattern p) {
        FlatWriter.root(out, to -> {
            to.in(FlatWriter.Order.AS_GIVEN).struct(0, p.origin());
            Matrix3d m = p.rotation();
            double[] rotation = {m.xx(), m.xy(), m.xz(), m.yx(), m.yy(), m.yz(), m.zx(), m.zy(), m.zz()};
            if (!isIdentity(rotation)) {
                to.struct(1, rotation);
            }
            to.real(2, p.space1())
                    .real(3, p.space2())
                    .real(4, p.angle1Radians())
                    .real(5, p.angle2Radians())
                    .real(6, p.scale())
                    .bool(9, p.color() != null)
                    .int32(7, orZero(p.color()))
                    .bool(10, p.weight() != null)
                    .int32(8, orZero(p.weight()))
                    .bool(11, p.invisibleBoundary())
                    .bool(12, p.snappable())
                    .int64(13, p.symbolId())
                    .tables(14, p.lines(), OpWriter::hatchLine);
        });
        return OpCode.PATTERN;
    }

    /** Whatever the signs of its zeros are. */
    private static boolean isIdentity(double[] rotation) {
        for (int i = 0; i < rotation.length; i++) {
            if (rotation[i] != (i % 4 == 0 ? 1 : 0)) {
                return false;
            }
        }
        return true;
    }

    private static void hatchLine(FlatWriter to, Pattern.HatchLine line) {
        to.real(0, line.angleRadians());
        point2d(to, 1, line.through());
        point2d(to, 2, line.offset());
        to.structsOrNone(3, line.dashes().toArray(), 1);
    }

    private static void point2d(FlatWriter to, int field, Point2d point) {
        to.struct(field, point.x(), point.y());
    }

    private int material(StreamEntry.MaterialUse material) {
        FlatWriter.root(out, to -> {
            to.bool(0, material.materialId() != null)
                    .int64(1, material.materialId() == null ? 0 : material.materialId());
            if (!material.textureMapping().isEmpty()) {
                to.struct(7, material.textureMapping().toArray());
            }
        });
        return OpCode.MATERIAL;
    }

    private int lineStyle(StreamEntry.LineStyleModifiers m) {
        // The others read the normal when the bit says that it counts.
        Point3d normal = m.normal() == null && (m.modifiers() & LineStyleBits.NORMAL) != 0 ? Point3d.ZERO : m.normal();
        FlatWriter.root(out, to -> to.int32(0, m.modifiers())
                .real(1, m.scale())
                .real(2, m.dashScale())
                .real(3, m.gapScale())
                .real(4, m.startWidth())
                .real(5, m.endWidth())
                .real(6, m.distPhase())
                .real(7, m.fractPhase())
                .struct(8, normal)
                .real(9, m.rotation().yaw())
                .real(10, m.rotation().pitch())
                .real(11, m.rotation().roll()));
        return OpCode.LINE_STYLE_MODIFIERS;
    }

    /** With zeros written out, as readers of others take what is missing for damage. */
    private int text(StreamEntry.TextString text) {
        FlatWriter.root(out, true, to -> {
            to.in(FlatWriter.Order.BY_NUMBER).int8(0, VERSION).int8(1, 0).table(3, style -> style.in(
                            FlatWriter.Order.BY_NUMBER)
                    .int8(0, VERSION)
                    .int8(1, 0)
                    .int32(2, text.font())
                    .bool(3, text.bold())
                    .bool(4, text.italic())
                    .bool(5, text.underline())
                    .real(6, text.height())
                    .real(7, text.widthFactor()));
            if (!text.transform().equals(Transform3d.IDENTITY)) {
                to.struct(4, CurveWriter.reals(text.transform()));
            }
            TextLayout layout = text.layout();
            if (layout != null) {
                Range2d box = layout.box();
                to.struct(
                                5,
                                box.low().x(),
                                box.low().y(),
                                box.high().x(),
                                box.high().y())
                        .intsOrNone(6, layout.glyphIds().toArray())
                        .structsOrNone(7, layout.glyphOrigins().toArray(), 2);
            }
            to.text(2, text.text());
        });
        return OpCode.TEXT_STRING;
    }

    private int image(StreamEntry.Image image) {
        FlatWriter.root(out, to -> {
            to.in(FlatWriter.Order.AS_GIVEN);
            List<Point3d> corners = image.corners();
            for (int i = 0; i < corners.size(); i++) {
                to.struct(2 + i, corners.get(i));
            }
            to.bool(0, image.hasBorder());
            to.int64(10, image.textureId());
        });
        return OpCode.IMAGE;
    }

    private int brep(StreamEntry.BRep brep) {
        FlatWriter.root(out, to -> {
            to.struct(0, CurveWriter.reals(brep.transform()))
                    .int8(1, brep.type())
                    .bytes(2, brep.data(), brep.data().length, Byte.BYTES);
            if (brep.faces() != null) {
                to.bytes(3, faces(brep.faces()), brep.faces().size(), Double.BYTES);
            }
            if (brep.faceIndex() != null) {
                to.bytes(4, ints(brep.faceIndex().toArray()), brep.faceIndex().size() / 2, Integer.BYTES);
            }
        });
        return OpCode.BREP;
    }

    private static byte[] faces(List<FaceSymbology> faces) {
        StreamBytes bytes = new StreamBytes();
        for (FaceSymbology face : faces) {
            int at = bytes.zeros(OpReader.FACE_SYMBOLOGY);
            bytes.put8(at, face.color() == null ? 0 : 1);
            bytes.put8(at + 1, face.materialId() == null ? 0 : 1);
            bytes.put32(at + 4, orZero(face.color()));
            bytes.put64(at + 8, face.materialId() == null ? 0 : face.materialId());
            bytes.putReal(at + 16, face.transparency());
            bytes.putReal(at + 24, face.u());
            bytes.putReal(at + 32, face.v());
        }
        return bytes.toArray();
    }

    private static byte[] ints(int[] values) {
        StreamBytes bytes = new StreamBytes();
        for (int value : values) {
            bytes.put32(bytes.zeros(Integer.BYTES), value);
        }
        return bytes.toArray();
    }
}
