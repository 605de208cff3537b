package org.imodel4j.bis.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.imodel4j.geometry.Matrix3d;
import org.imodel4j.geometry.Point2d;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.geometry.Transform3d;
import org.imodel4j.geometry.YawPitchRollAngles;
import org.imodel4j.geometry.shape.DoubleList;
import org.imodel4j.geometry.shape.GeometryQuery;
import org.imodel4j.geometry.shape.IntList;
import org.imodel4j.imodeljson.IModelJsonReader;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Reads the objects of GeometryStreamProps. Where one has several members that are known, the first of those below counts. */
final class EntryJsonReader {
    private EntryJsonReader() {}

    /** Null for an object that has no member that is known, and for a fill that says nothing. */
    static @Nullable StreamEntry tryRead(JsonObject entry) {
        for (Kind kind : Kind.values()) {
            JsonValue value = entry.get(kind.member);
            if (value instanceof JsonObject object) {
                return read(kind, new Props(kind.member, object));
            }
            if (value != null && !(value instanceof JsonValue.Null)) {
                throw Props.bad(kind.member);
            }
        }
        GeometryQuery geometry = IModelJsonReader.tryRead(entry);
        return geometry == null ? null : new StreamEntry.Shape(geometry);
    }

    private enum Kind {
        HEADER("header"),
        APPEARANCE("appearance"),
        STYLE_MOD("styleMod"),
        FILL("fill"),
        PATTERN("pattern"),
        MATERIAL("material"),
        GEOM_PART("geomPart"),
        SUB_RANGE("subRange"),
        TEXT_STRING("textString"),
        BREP("brep"),
        IMAGE("image");

        private final String member;

        Kind(String member) {
            this.member = member;
        }
    }

    private static @Nullable StreamEntry read(Kind kind, Props props) {
        return switch (kind) {
            case HEADER -> new StreamEntry.Header(props.integer("flags", 0));
            case APPEARANCE -> appearance(props);
            case STYLE_MOD -> lineStyle(props);
            case FILL -> tryFill(props);
            case PATTERN -> new StreamEntry.AreaPattern(pattern(props));
            case MATERIAL -> material(props);
            case GEOM_PART -> part(props);
            case SUB_RANGE ->
                new StreamEntry.SubRange(
                        new Range3d(props.point("low", Point3d.ZERO), props.point("high", Point3d.ZERO)));
            case TEXT_STRING -> text(props);
            case BREP -> brep(props);
            case IMAGE -> image(props);
        };
    }

    private static StreamEntry appearance(Props props) {
        return new StreamEntry.Appearance(
                props.id("subCategory"),
                props.tryUnsigned("color"),
                props.tryUnsigned("weight"),
                props.has("style") ? props.id("style") : null,
                props.real("transparency", 0),
                props.integer("displayPriority", 0),
                props.integer("geometryClass", 0));
    }

    private static StreamEntry lineStyle(Props props) {
        int modifiers = props.bit("scale", LineStyleBits.SCALE)
                | props.bit("dashScale", LineStyleBits.DASH_SCALE)
                | props.bit("gapScale", LineStyleBits.GAP_SCALE)
                | props.bit("startWidth", LineStyleBits.START_WIDTH)
                | props.bit("endWidth", LineStyleBits.END_WIDTH)
                | props.bit("distPhase", LineStyleBits.DIST_PHASE)
                | props.bit("fractPhase", LineStyleBits.FRACT_PHASE)
                | props.bit("normal", LineStyleBits.NORMAL)
                | props.bit("rotation", LineStyleBits.ROTATION)
                | (props.flag("centerPhase") ? LineStyleBits.CENTER_PHASE : 0)
                | (props.flag("physicalWidth") ? LineStyleBits.PHYSICAL_WIDTH : 0);
        if (props.has("segmentMode")) {
            modifiers |= props.flag("segmentMode") ? LineStyleBits.SINGLE_SEGMENT : LineStyleBits.NO_SINGLE_SEGMENT;
        }
        return new StreamEntry.LineStyleModifiers(
                modifiers,
                props.real("scale", 1),
                props.real("dashScale", 1),
                props.real("gapScale", 1),
                props.real("startWidth", 0),
                props.real("endWidth", 0),
                props.real("distPhase", 0),
                props.real("fractPhase", 0),
                props.has("normal") ? props.point("normal", Point3d.ZERO) : null,
                props.rotation("rotation"));
    }

    private static @Nullable StreamEntry tryFill(Props props) {
        if (!props.has("display")) {
            return null;
        }
        int display = props.integer("display", 0);
        Gradient gradient = props.has("gradient") ? tryGradient(props.object("gradient")) : null;
        if (gradient != null && gradient.mode() == 0) {
            return new StreamEntry.AreaFill(display, null, 0, props.real("transparency", 0), null);
        }
        int background = gradient == null ? Math.max(0, Math.min(2, props.integer("backgroundFill", 0))) : 0;
        boolean ownColor = gradient == null && background == 0;
        return new StreamEntry.AreaFill(
                display,
                ownColor ? props.tryUnsigned("color") : null,
                background,
                props.real("transparency", 0),
                gradient);
    }

    /** Null when it has no keys or no mode, and thus does not count. */
    private static @Nullable Gradient tryGradient(Props props) {
        JsonArray keys = props.tryArray("keys");
        int mode = props.integer("mode", 0);
        if (keys == null || !props.has("mode")) {
            return null;
        }
        int count = Math.min(keys.size(), Gradient.MAX_KEYS);
        int[] colors = new int[count];
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            Props key = props.item(keys, i);
            Integer color = key.tryUnsigned("color");
            colors[i] = color == null ? 0 : color;
            values[i] = key.real("value", 0);
        }
        return new Gradient(
                mode,
                props.integer("flags", 0),
                props.radians("angle"),
                props.real("tint", 0),
                props.real("shift", 0),
                IntList.ofTrusted(colors),
                DoubleList.ofTrusted(values),
                mode == Gradient.THEMATIC ? thematic(props.object("thematicSettings")) : null);
    }

    private static Gradient.Thematic thematic(Props props) {
        return new Gradient.Thematic(
                props.integer("stepCount", 0),
                0,
                props.integer("marginColor", 0),
                props.integer("mode", 0),
                props.integer("colorScheme", 0),
                props.real("rangeLow", 0),
                props.real("rangeHigh", 0));
    }

    private static Pattern pattern(Props props) {
        List<Pattern.HatchLine> lines = new ArrayList<>();
        JsonArray given = props.tryArray("defLines");
        for (int i = 0; given != null && i < given.size(); i++) {
            Props line = props.item(given, i);
            double[] dashes = line.reals("dashes");
            lines.add(new Pattern.HatchLine(
                    line.radians("angle"),
                    point2d(line, "through"),
                    point2d(line, "offset"),
                    DoubleList.of(Arrays.copyOf(dashes, Math.min(dashes.length, Pattern.MAX_DASHES)))));
        }
        return new Pattern(
                props.point("origin", Point3d.ZERO),
                props.rotation("rotation").toMatrix(),
                props.real("space1", 0),
                props.real("space2", 0),
                props.radians("angle1"),
                props.radians("angle2"),
                props.real("scale", 1),
                props.tryUnsigned("color"),
                props.tryUnsigned("weight"),
                props.flag("invisibleBoundary"),
                props.flag("snappable"),
                props.id("symbolId"),
                lines);
    }

    private static Point2d point2d(Props props, String name) {
        Point3d point = props.point(name, Point3d.ZERO);
        return new Point2d(point.x(), point.y());
    }

    private static StreamEntry material(Props props) {
        if (!props.has("materialId")) {
            throw Props.bad("materialId");
        }
        double[] mapping = props.cells("trans2x3", 2, 3);
        return new StreamEntry.MaterialUse(props.id("materialId"), DoubleList.ofTrusted(mapping));
    }

    private static StreamEntry part(Props props) {
        long part = props.id("part");
        if (part == 0) {
            throw Props.bad("part");
        }
        Point3d origin = props.point("origin", Point3d.ZERO);
        YawPitchRollAngles rotation = props.rotation("rotation");
        double scale = props.real("scale", 1);
        if (!(scale > 0)) {
            scale = 1;
        }
        boolean moved = origin.x() != 0 || origin.y() != 0 || origin.z() != 0;
        boolean turned = rotation.yaw() != 0 || rotation.pitch() != 0 || rotation.roll() != 0;
        return new StreamEntry.PartReference(part, moved || turned || scale != 1 ? origin : null, rotation, scale);
    }

    private static StreamEntry text(Props props) {
        int font = props.integer("font", 0);
        double height = props.real("height", 0);
        if (font == 0 || height == 0 || !props.has("text")) {
            throw Props.bad("textString");
        }
        double factor = props.real("widthFactor", 1);
        Matrix3d matrix = props.rotation("rotation").toMatrix();
        return new StreamEntry.TextString(
                font,
                props.text("text"),
                height,
                factor == 0 ? 1 : factor,
                props.flag("bold"),
                props.flag("italic"),
                props.flag("underline"),
                new Transform3d(matrix, props.point("origin", Point3d.ZERO)),
                null);
    }

    private static StreamEntry image(Props props) {
        JsonArray given = props.tryArray("corners");
        long texture = props.id("textureId");
        if (given == null || given.size() != 4 || texture == 0) {
            throw Props.bad("image");
        }
        List<Point3d> corners = new ArrayList<>();
        for (JsonValue corner : given.items()) {
            corners.add(Props.point(corner));
        }
        return new StreamEntry.Image(corners, texture, props.flag("hasBorder"));
    }

    private static StreamEntry brep(Props props) {
        List<FaceSymbology> faces = null;
        JsonArray given = props.tryArray("faceSymbology");
        if (given != null) {
            faces = new ArrayList<>();
            for (int i = 0; i < given.size(); i++) {
                Props face = props.item(given, i);
                faces.add(new FaceSymbology(
                        face.tryUnsigned("color"),
                        face.real("transparency", 0),
                        face.has("materialId") ? face.id("materialId") : null,
                        0,
                        0));
            }
        }
        return new StreamEntry.BRep(
                props.transform("transform"), props.integer("type", 0), props.binary("data"), faces, null);
    }
}
