package org.imodel4j.bis.geometry;

import java.util.List;
import org.imodel4j.geometry.Matrix3d;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Transform3d;
import org.imodel4j.geometry.YawPitchRollAngles;
import org.imodel4j.imodeljson.IModelJsonWriter;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** Writes the entries of one stream as JSON, with the members and in the order of iTwin.js; values that are the default are left out. */
final class EntryJsonWriter {
    /** Factors that differ less from 1 are taken for 1. */
    private static final double NO_FACTOR = 1e-10;

    private final boolean wantBRepData;
    private final JsonWriter out;
    private final StyleJsonWriter styles;

    EntryJsonWriter(boolean wantBRepData, JsonWriter out) {
        this.wantBRepData = wantBRepData;
        this.out = out;
        this.styles = new StyleJsonWriter(out);
    }

    void write(StreamEntry entry) {
        switch (entry) {
            case StreamEntry.Header header -> {
                begin(Names.HEADER);
                out.name(Names.FLAGS).value(Integer.toUnsignedLong(header.flags()));
                end();
            }
            case StreamEntry.SubRange sub -> {
                begin(Names.SUB_RANGE);
                point(out, Names.LOW, sub.range().low());
                point(out, Names.HIGH, sub.range().high());
                end();
            }
            case StreamEntry.PartReference part -> part(part);
            case StreamEntry.Appearance appearance -> styles.appearance(appearance);
            case StreamEntry.Shape shape -> IModelJsonWriter.write(shape.geometry(), out);
            case StreamEntry.AreaFill fill -> styles.fill(fill);
            case StreamEntry.AreaPattern area -> styles.pattern(area.pattern());
            case StreamEntry.MaterialUse material -> styles.material(material);
            case StreamEntry.LineStyleModifiers modifiers -> styles.lineStyle(modifiers);
            case StreamEntry.TextString text -> text(text);
            case StreamEntry.Image image -> image(image);
            case StreamEntry.BRep brep -> brep(brep);
            case StreamEntry.Unknown unknown -> {
                // iTwin.js passes over it as well.
            }
        }
    }

    private void begin(byte[] name) {
        out.beginObject().name(name).beginObject();
    }

    private void end() {
        out.endObject().endObject();
    }

    private void part(StreamEntry.PartReference part) {
        begin(Names.GEOM_PART);
        StyleJsonWriter.id(out, Names.PART, part.partId());
        if (part.origin() != null) {
            point(out, Names.ORIGIN, part.origin());
        }
        angles(out, Names.ROTATION, part.rotation());
        if (part.scale() != 1) {
            out.name(Names.SCALE).value(part.scale());
        }
        end();
    }

    private void text(StreamEntry.TextString text) {
        begin(Names.TEXT_STRING);
        out.name(Names.FONT).value(Integer.toUnsignedLong(text.font()));
        out.name(Names.TEXT).value(text.text());
        out.name(Names.HEIGHT).value(text.height());
        if (!(Math.abs(text.widthFactor() - 1) <= NO_FACTOR)) {
            out.name(Names.WIDTH_FACTOR).value(text.widthFactor());
        }
        flag(out, Names.BOLD, text.bold());
        flag(out, Names.ITALIC, text.italic());
        flag(out, Names.UNDERLINE, text.underline());
        originOrNone(out, text.transform().origin());
        rotationOrNone(out, text.transform().matrix());
        end();
    }

    private void image(StreamEntry.Image image) {
        begin(Names.IMAGE);
        out.name(Names.CORNERS).beginArray();
        for (Point3d corner : image.corners()) {
            coordinates(out, corner);
        }
        out.endArray();
        StyleJsonWriter.id(out, Names.TEXTURE_ID, image.textureId());
        out.name(Names.HAS_BORDER).value(image.hasBorder());
        end();
    }

    private void brep(StreamEntry.BRep brep) {
        begin(Names.BREP);
        if (wantBRepData) {
            out.name(Names.DATA).base64("encoding=base64;", brep.data());
        }
        if (brep.type() != 0) {
            out.name(Names.TYPE).value(brep.type());
        }
        if (!isIdentity(brep.transform())) {
            transform(brep.transform());
        }
        // Where an index goes with them, as in old files, their order is another one.
        if (brep.faces() != null && !brep.faces().isEmpty() && brep.faceIndex() == null) {
            faces(brep.faces());
        }
        end();
    }

    private void faces(List<FaceSymbology> faces) {
        out.name(Names.FACE_SYMBOLOGY).beginArray();
        for (FaceSymbology face : faces) {
            out.beginObject();
            if (face.color() != null) {
                out.name(Names.COLOR).value(Integer.toUnsignedLong(face.color()));
                StyleJsonWriter.number(out, Names.TRANSPARENCY, face.transparency());
            }
            if (face.materialId() != null) {
                StyleJsonWriter.id(out, Names.MATERIAL_ID, face.materialId());
            }
            out.endObject();
        }
        out.endArray();
    }

    private void transform(Transform3d transform) {
        double[] rows = CurveWriter.reals(transform);
        out.name(Names.TRANSFORM).beginArray();
        for (int row = 0; row < 3; row++) {
            out.beginArray();
            for (int i = 0; i < 4; i++) {
                out.value(rows[4 * row + i]);
            }
            out.endArray();
        }
        out.endArray();
    }

    private static boolean isIdentity(Transform3d transform) {
        Point3d origin = transform.origin();
        return Rotations.isNone(transform.matrix())
                && Math.abs(origin.x()) <= Rotations.NONE
                && Math.abs(origin.y()) <= Rotations.NONE
                && Math.abs(origin.z()) <= Rotations.NONE;
    }

    static void flag(JsonWriter out, byte[] name, boolean value) {
        if (value) {
            out.name(name).value(true);
        }
    }

    static void originOrNone(JsonWriter out, Point3d origin) {
        if (origin.x() != 0 || origin.y() != 0 || origin.z() != 0) {
            point(out, Names.ORIGIN, origin);
        }
    }

    static void rotationOrNone(JsonWriter out, Matrix3d rotation) {
        if (!Rotations.isNone(rotation)) {
            angles(out, Names.ROTATION, YawPitchRollAngles.ofMatrix(rotation));
        }
    }

    static void point(JsonWriter out, byte[] name, @Nullable Point3d point) {
        out.name(name);
        coordinates(out, point == null ? Point3d.ZERO : point);
    }

    private static void coordinates(JsonWriter out, Point3d point) {
        out.beginArray().value(point.x()).value(point.y()).value(point.z()).endArray();
    }

    /** The angles that are not zero; nothing if all are. */
    static void angles(JsonWriter out, byte[] name, YawPitchRollAngles angles) {
        if (angles.yaw() == 0 && angles.pitch() == 0 && angles.roll() == 0) {
            return;
        }
        out.name(name).beginObject();
        StyleJsonWriter.number(out, Names.YAW, angles.yaw());
        StyleJsonWriter.number(out, Names.PITCH, angles.pitch());
        StyleJsonWriter.number(out, Names.ROLL, angles.roll());
        out.endObject();
    }
}
