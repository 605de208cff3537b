package org.imodel4j.ecsql.functions;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.imodel4j.geometry.Placement3d;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.sqlite.SqlFunction;
import org.imodel4j.sqlite.SqliteStatement;

/**
 * The {@code iModel_…} functions, with which frontends find out where models lie. Their results are those of the reference; an argument that is
 * not what a function takes fails the statement.
 */
final class GeometryFunctions {
    private GeometryFunctions() {}

    static List<SqlFunction> all() {
        return List.of(
                numbers("iModel_point", 3),
                numbers("iModel_angles", 3),
                scalar("iModel_bbox", 6, GeometryFunctions::bbox),
                scalar("iModel_placement", 3, GeometryFunctions::placement),
                scalar("iModel_placement_aabb", 1, GeometryFunctions::placementAabb),
                scalar("iModel_placement_eabb", 1, (a, r) -> part(a, r, "iModel_placement_eabb", 6, 6)),
                scalar("iModel_placement_origin", 1, (a, r) -> part(a, r, "iModel_placement_origin", 0, 3)),
                scalar("iModel_placement_angles", 1, (a, r) -> part(a, r, "iModel_placement_angles", 3, 3)),
                value("iModel_point_value", 3),
                value("iModel_angles_value", 3),
                value("iModel_bbox_value", 6),
                measure("iModel_bbox_width", Range3d::xLength),
                measure("iModel_bbox_depth", Range3d::yLength),
                measure("iModel_bbox_height", Range3d::zLength),
                measure("iModel_bbox_areaxy", r -> r.xLength() * r.yLength()),
                measure("iModel_bbox_volume", r -> r.xLength() * r.yLength() * r.zLength()),
                scalar("iModel_bbox_overlaps", 2, GeometryFunctions::overlaps),
                scalar("iModel_bbox_contains", 2, GeometryFunctions::contains),
                scalar("iModel_angles_maxdiff", 2, GeometryFunctions::anglesMaxDiff),
                scalar("iModel_point_distance", 2, GeometryFunctions::distance),
                scalar("iModel_point_min_distance_to_bbox", 2, GeometryFunctions::distanceToBox),
                new SqlFunction.Aggregate("iModel_bbox_union", 1, true, Union::new));
    }

    private static SqlFunction scalar(String name, int arity, SqlFunction.Body body) {
        return new SqlFunction.Scalar(name, arity, true, body);
    }

    /** What is no number counts as 0. */
    private static SqlFunction numbers(String name, int count) {
        return scalar(name, count, (arguments, result) -> {
            double[] numbers = new double[count];
            for (int i = 0; i < count; i++) {
                numbers[i] = arguments.doubleAt(i);
            }
            result.set(GeometryBytes.of(numbers));
        });
    }

    /** The corners may come in any order. */
    private static void bbox(SqlFunction.Arguments arguments, SqlFunction.Result result) {
        double[] numbers = new double[6];
        for (int i = 0; i < 3; i++) {
            double a = arguments.doubleAt(i);
            double b = arguments.doubleAt(i + 3);
            numbers[i] = Math.min(a, b);
            numbers[i + 3] = Math.max(a, b);
        }
        result.set(GeometryBytes.of(numbers));
    }

    /** NULL when one of the three is. */
    private static void placement(SqlFunction.Arguments arguments, SqlFunction.Result result) {
        if (isNull(arguments, 0) || isNull(arguments, 1) || isNull(arguments, 2)) {
            return;
        }
        ByteBuffer all = ByteBuffer.allocate(12 * Double.BYTES);
        all.put(GeometryBytes.read(arguments, 0, 3, "iModel_placement"));
        all.put(GeometryBytes.read(arguments, 1, 3, "iModel_placement"));
        all.put(GeometryBytes.read(arguments, 2, 6, "iModel_placement"));
        result.set(all.array());
    }

    private static void placementAabb(SqlFunction.Arguments arguments, SqlFunction.Result result) {
        if (!isNull(arguments, 0)) {
            Placement3d placement = GeometryBytes.placement(arguments, 0, "iModel_placement_aabb");
            result.set(GeometryBytes.of(placement.worldRange()));
        }
    }

    private static void part(
            SqlFunction.Arguments arguments, SqlFunction.Result result, String function, int first, int count) {
        if (isNull(arguments, 0)) {
            return;
        }
        byte[] whole = GeometryBytes.read(arguments, 0, 12, function).array();
        result.set(Arrays.copyOfRange(whole, first * Double.BYTES, (first + count) * Double.BYTES));
    }

    private static SqlFunction value(String name, int doubles) {
        return scalar(name, 2, (arguments, result) -> {
            long index = arguments.longAt(1);
            ByteBuffer bytes = GeometryBytes.read(arguments, 0, doubles, name);
            if (index < 0 || index >= doubles) {
                throw GeometryBytes.illegal(name);
            }
            result.set(bytes.getDouble((int) index * Double.BYTES));
        });
    }

    private static SqlFunction measure(String name, java.util.function.ToDoubleFunction<Range3d> measure) {
        return scalar(
                name,
                1,
                (arguments, result) -> result.set(measure.applyAsDouble(GeometryBytes.range(arguments, 0, name))));
    }

    private static void overlaps(SqlFunction.Arguments arguments, SqlFunction.Result result) {
        Range3d first = GeometryBytes.range(arguments, 0, "iModel_bbox_overlaps");
        Range3d second = GeometryBytes.range(arguments, 1, "iModel_bbox_overlaps");
        result.set(first.overlaps(second) ? 1L : 0L);
    }

    private static void contains(SqlFunction.Arguments arguments, SqlFunction.Result result) {
        Range3d outer = GeometryBytes.range(arguments, 0, "iModel_bbox_contains");
        Range3d inner = GeometryBytes.range(arguments, 1, "iModel_bbox_contains");
        result.set(outer.contains(inner) ? 1L : 0L);
    }

    /** The largest difference of the three, as they stand: 170° and -170° are 340° apart. */
    private static void anglesMaxDiff(SqlFunction.Arguments arguments, SqlFunction.Result result) {
        ByteBuffer first = GeometryBytes.read(arguments, 0, 3, "iModel_angles_maxdiff");
        ByteBuffer second = GeometryBytes.read(arguments, 1, 3, "iModel_angles_maxdiff");
        double largest = 0;
        for (int i = 0; i < 3; i++) {
            largest = Math.max(largest, Math.abs(first.getDouble() - second.getDouble()));
        }
        result.set(largest);
    }

    private static void distance(SqlFunction.Arguments arguments, SqlFunction.Result result) {
        Point3d first = GeometryBytes.point(arguments, 0, "iModel_point_distance");
        Point3d second = GeometryBytes.point(arguments, 1, "iModel_point_distance");
        result.set(length(first.x() - second.x(), first.y() - second.y(), first.z() - second.z()));
    }

    /** 0 inside of the box. */
    private static void distanceToBox(SqlFunction.Arguments arguments, SqlFunction.Result result) {
        Point3d point = GeometryBytes.point(arguments, 0, "iModel_point_min_distance_to_bbox");
        Range3d box = GeometryBytes.range(arguments, 1, "iModel_point_min_distance_to_bbox");
        result.set(length(
                outside(point.x(), box.low().x(), box.high().x()),
                outside(point.y(), box.low().y(), box.high().y()),
                outside(point.z(), box.low().z(), box.high().z())));
    }

    private static double outside(double value, double low, double high) {
        return Math.max(0, Math.max(low - value, value - high));
    }

    private static double length(double x, double y, double z) {
        return Math.sqrt(x * x + y * y + z * z);
    }

    private static boolean isNull(SqlFunction.Arguments arguments, int index) {
        return arguments.type(index) == SqliteStatement.NULL;
    }

    /** The box around all boxes of a group; NULL when there is none. */
    private static final class Union implements SqlFunction.Accumulator {
        private Range3d all = Range3d.NULL;

        @Override
        public void add(SqlFunction.Arguments arguments) {
            if (!isNull(arguments, 0)) {
                all = all.union(GeometryBytes.range(arguments, 0, "iModel_bbox_union"));
            }
        }

        @Override
        public void finish(SqlFunction.Result result) {
            if (!all.isNull()) {
                result.set(GeometryBytes.of(all));
            }
        }
    }
}
