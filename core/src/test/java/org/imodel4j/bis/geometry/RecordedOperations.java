package org.imodel4j.bis.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.imodel4j.geometry.Matrix3d;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range2d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.geometry.Transform3d;
import org.imodel4j.geometry.YawPitchRollAngles;
import org.imodel4j.geometry.shape.Arc3d;
import org.imodel4j.geometry.shape.Box;
import org.imodel4j.geometry.shape.BsplineCurve3d;
import org.imodel4j.geometry.shape.BsplineSurface3d;
import org.imodel4j.geometry.shape.Cone;
import org.imodel4j.geometry.shape.CurveCollection;
import org.imodel4j.geometry.shape.CurveMember;
import org.imodel4j.geometry.shape.CurvePrimitive;
import org.imodel4j.geometry.shape.DoubleList;
import org.imodel4j.geometry.shape.GeometryQuery;
import org.imodel4j.geometry.shape.IndexedPolyface;
import org.imodel4j.geometry.shape.IntList;
import org.imodel4j.geometry.shape.InterpolationCurve3d;
import org.imodel4j.geometry.shape.LineSegment3d;
import org.imodel4j.geometry.shape.LineString3d;
import org.imodel4j.geometry.shape.LinearSweep;
import org.imodel4j.geometry.shape.PointString3d;
import org.imodel4j.geometry.shape.Points3d;
import org.imodel4j.geometry.shape.RotationalSweep;
import org.imodel4j.geometry.shape.RuledSweep;
import org.imodel4j.geometry.shape.Sphere;
import org.imodel4j.geometry.shape.TorusPipe;
import org.imodel4j.geometry.shape.TransitionSpiral3d;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.NullUnmarked;

/** Recorded operations as entries: the names of fields are those of the record, a field that is absent has its default. */
@NullUnmarked
final class RecordedOperations {
    private RecordedOperations() {}

    static List<StreamEntry> entries(JsonObject recorded) {
        List<StreamEntry> entries = new ArrayList<>();
        for (JsonValue op : recorded.array("ops").items()) {
            JsonObject operation = (JsonObject) op;
            entries.add(entry(operation.text("op"), operation.object("data")));
        }
        return entries;
    }

    private static StreamEntry entry(String op, JsonObject d) {
        return switch (op) {
            case "Header" -> new StreamEntry.Header(integer(d, "flags"));
            case "SubGraphicRange" -> {
                Points3d corners = coordinates(d.array("coords"));
                yield new StreamEntry.SubRange(new Range3d(corners.point(0), corners.point(1)));
            }
            case "GeometryPartInstance" ->
                new StreamEntry.PartReference(
                        integer(d, "geomPartId"),
                        d.object("origin") == null ? null : point(d, "origin"),
                        new YawPitchRollAngles(real(d, "yaw"), real(d, "pitch"), real(d, "roll")),
                        d.number("scale") == null ? 1 : real(d, "scale"));
            case "BasicSymbology" ->
                new StreamEntry.Appearance(
                        integer(d, "subCategoryId"),
                        integer(d, "useColor") == 1 ? integer(d, "color") : null,
                        integer(d, "useWeight") == 1 ? integer(d, "weight") : null,
                        integer(d, "useStyle") == 1 ? (long) integer(d, "lineStyleId") : null,
                        real(d, "transparency"),
                        integer(d, "displayPriority"),
                        integer(d, "geomClass"));
            case "Material" ->
                new StreamEntry.MaterialUse(
                        integer(d, "useMaterial") == 1 ? (long) integer(d, "materialId") : null, DoubleList.EMPTY);
            case "AreaFill" ->
                new StreamEntry.AreaFill(
                        integer(d, "fill"),
                        integer(d, "useColor") == 1 ? integer(d, "color") : null,
                        0,
                        0,
                        integer(d, "mode") == 0
                                ? null
                                : new Gradient(
                                        integer(d, "mode"),
                                        0,
                                        real(d, "angle"),
                                        0,
                                        0,
                                        ints(d, "colors"),
                                        reals(d, "values"),
                                        null));
            case "Pattern" ->
                new StreamEntry.AreaPattern(new Pattern(
                        point(d, "origin"),
                        Matrix3d.IDENTITY,
                        real(d, "space1"),
                        real(d, "space2"),
                        real(d, "angle1"),
                        real(d, "angle2"),
                        0,
                        integer(d, "color"),
                        integer(d, "weight"),
                        false,
                        false,
                        0,
                        List.of()));
            case "TextString" -> text(d);
            case "Image" ->
                new StreamEntry.Image(
                        List.of(
                                point(d, "tileCorner0"),
                                point(d, "tileCorner1"),
                                point(d, "tileCorner2"),
                                point(d, "tileCorner3")),
                        integer(d, "textureId"),
                        integer(d, "drawBorder") == 1);
            case "PointPrimitive", "PointPrimitive2d" ->
                shape(
                        switch (integer(d, "boundary")) {
                            case 0 -> new PointString3d(coordinates(d.array("coords")));
                            case 1 -> new LineString3d(coordinates(d.array("coords")));
                            default -> loop(new LineString3d(coordinates(d.array("coords"))));
                        });
            case "ArcPrimitive" -> {
                Arc3d arc = new Arc3d(
                        point(d, "center"),
                        point(d, "vector0"),
                        point(d, "vector90"),
                        real(d, "start"),
                        real(d, "sweep"));
                yield shape(integer(d, "boundary") == 2 ? loop(arc) : arc);
            }
            default -> shape(variant(d));
        };
    }

    private static StreamEntry shape(GeometryQuery geometry) {
        return new StreamEntry.Shape(geometry);
    }

    private static CurveCollection loop(CurvePrimitive curve) {
        return new CurveCollection(CurveCollection.Type.OUTER_LOOP, List.of(curve));
    }

    private static StreamEntry text(JsonObject d) {
        JsonObject style = d.object("style");
        JsonObject range = d.object("range");
        double[] origins = d.array("glyphOrigins").items().stream()
                .map(JsonObject.class::cast)
                .flatMap(origin -> java.util.stream.Stream.of(real(origin, "x"), real(origin, "y")))
                .mapToDouble(Double::doubleValue)
                .toArray();
        return new StreamEntry.TextString(
                integer(style, "fontId"),
                d.text("text"),
                real(style, "height"),
                real(style, "widthFactor"),
                style.bool("isBold"),
                style.bool("isItalic"),
                style.bool("isUnderlined"),
                Transform3d.IDENTITY,
                new TextLayout(
                        Range2d.of(
                                real(range, "lowx"), real(range, "lowy"), real(range, "highx"), real(range, "highy")),
                        ints(d, "glyphIds"),
                        DoubleList.of(origins)));
    }

    private static GeometryQuery variant(JsonObject variant) {
        Map.Entry<String, JsonValue> kind =
                variant.object("geometry").members().entrySet().iterator().next();
        JsonObject d = (JsonObject) kind.getValue();
        double[] n = numbers(d);
        return switch (kind.getKey()) {
            case "LineSegment" -> new LineSegment3d(point(n, 0), point(n, 3));
            case "LineString" -> new LineString3d(points(d, "points"));
            case "EllipticArc" -> new Arc3d(point(n, 0), point(n, 3), point(n, 6), n[9], n[10]);
            case "BsplineCurve" ->
                new BsplineCurve3d(
                        integer(d, "order"), false, points(d, "poles"), reals(d, "weights"), reals(d, "knots"));
            case "InterpolationCurve" ->
                new InterpolationCurve3d(
                        integer(d, "order"),
                        false,
                        0,
                        0,
                        0,
                        0,
                        point(d, "startTangent"),
                        point(d, "endTangent"),
                        points(d, "fitPoints"),
                        reals(d, "knots"));
            case "TransitionSpiral" ->
                new TransitionSpiral3d(
                        transform(n),
                        n[12],
                        n[13],
                        n[14],
                        n[15],
                        n[16],
                        n[17],
                        (int) n[18],
                        (int) n[19],
                        DoubleList.EMPTY);
            case "CurveVector" -> curves(d);
            case "DgnBox" ->
                new Box(point(n, 0), point(n, 3), point(n, 6), point(n, 9), n[12], n[13], n[14], n[15], capped(d));
            case "DgnCone" -> new Cone(point(n, 0), point(n, 3), point(n, 6), point(n, 9), n[12], n[13], capped(d));
            case "DgnSphere" -> new Sphere(transform(n), n[12], n[13], capped(d));
            case "DgnTorusPipe" -> new TorusPipe(point(n, 0), point(n, 3), point(n, 6), n[9], n[10], n[11], capped(d));
            case "DgnExtrusion" ->
                new LinearSweep(curves(d.object("baseCurve")), point(d, "extrusionVector"), d.bool("capped"));
            case "DgnRotationalSweep" -> {
                double[] axis = flat(d.object("axis"));
                yield new RotationalSweep(
                        curves(d.object("baseCurve")),
                        point(axis, 0),
                        point(axis, 3),
                        real(d, "sweepRadians"),
                        integer(d, "numVRules"),
                        d.bool("capped"));
            }
            case "DgnRuledSweep" ->
                new RuledSweep(
                        d.array("curves").items().stream()
                                .map(curves -> curves((JsonObject) curves))
                                .toList(),
                        d.bool("capped"));
            case "BsplineSurface" ->
                new BsplineSurface3d(
                        points(d, "poles"),
                        reals(d, "weights"),
                        reals(d, "knotsU"),
                        reals(d, "knotsV"),
                        integer(d, "numPolesU"),
                        integer(d, "numPolesV"),
                        integer(d, "orderU"),
                        integer(d, "orderV"),
                        integer(d, "numRulesU"),
                        integer(d, "numRulesV"),
                        integer(d, "holeOrigin"),
                        null,
                        false,
                        false);
            case "Polyface" ->
                IndexedPolyface.builder()
                        .points(points(d, "point"))
                        .params(reals(d, "param"))
                        .normals(points(d, "normal"))
                        .pointIndex(ints(d, "pointIndex"))
                        .paramIndex(ints(d, "paramIndex"))
                        .normalIndex(ints(d, "normalIndex"))
                        .meshStyle(integer(d, "meshStyle"))
                        .twoSided(d.bool("twoSided"))
                        .build();
            default -> throw new AssertionError(kind.getKey());
        };
    }

    private static CurveCollection curves(JsonObject d) {
        List<CurveMember> members = new ArrayList<>();
        for (JsonValue member : d.array("curves").items()) {
            members.add((CurveMember) variant((JsonObject) member));
        }
        return new CurveCollection(CurveCollection.Type.of(integer(d, "type")), members);
    }

    /** The numbers of the structure that a table has as its only field, one in the other, in their order. */
    private static double[] numbers(JsonObject table) {
        for (String name : new String[] {"detail", "segment", "arc"}) {
            if (table.object(name) != null) {
                return flat(table.object(name));
            }
        }
        return new double[0];
    }

    private static double[] flat(JsonObject struct) {
        List<Double> numbers = new ArrayList<>();
        struct.members().values().forEach(value -> {
            if (value instanceof JsonValue.Number number) {
                numbers.add(number.value());
            } else if (value instanceof JsonObject inner) {
                for (double number : flat(inner)) {
                    numbers.add(number);
                }
            }
        });
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static boolean capped(JsonObject table) {
        return table.object("detail").bool("capped");
    }

    private static Transform3d transform(double[] n) {
        return new Transform3d(
                new Matrix3d(n[0], n[1], n[2], n[4], n[5], n[6], n[8], n[9], n[10]), new Point3d(n[3], n[7], n[11]));
    }

    private static Point3d point(double[] n, int at) {
        return new Point3d(n[at], n[at + 1], n[at + 2]);
    }

    private static Point3d point(JsonObject object, String name) {
        JsonObject point = object.object(name);
        return new Point3d(real(point, "x"), real(point, "y"), real(point, "z"));
    }

    private static Points3d coordinates(JsonArray points) {
        return Points3d.of(points.items().stream()
                .map(JsonObject.class::cast)
                .map(point -> new Point3d(real(point, "x"), real(point, "y"), real(point, "z")))
                .toArray(Point3d[]::new));
    }

    private static Points3d points(JsonObject object, String name) {
        double[] values = array(object, name);
        return Points3d.of(values);
    }

    private static DoubleList reals(JsonObject object, String name) {
        return DoubleList.of(array(object, name));
    }

    private static IntList ints(JsonObject object, String name) {
        double[] values = array(object, name);
        int[] ints = new int[values.length];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = (int) (long) values[i];
        }
        return IntList.of(ints);
    }

    private static double[] array(JsonObject object, String name) {
        JsonArray array = object.array(name);
        return array == null
                ? new double[0]
                : array.items().stream()
                        .mapToDouble(item -> ((JsonValue.Number) item).value())
                        .toArray();
    }

    private static double real(JsonObject object, String name) {
        return object.number(name) == null ? 0 : object.number(name).value();
    }

    private static int integer(JsonObject object, String name) {
        return (int) (long) real(object, name);
    }
}
