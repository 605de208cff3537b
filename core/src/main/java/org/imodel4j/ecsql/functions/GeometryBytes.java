package org.imodel4j.ecsql.functions;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.geometry.Placement3d;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.geometry.YawPitchRollAngles;
import org.imodel4j.sqlite.SqlFunction;

/**
 * Geometry as the functions of ECSQL pass it from one to the other: doubles in little-endian order.
 *
 * <pre>
 * point     = x y z
 * angles    = yaw pitch roll                (degrees)
 * bbox      = low point, high point
 * placement = origin point, angles, bbox
 * </pre>
 */
final class GeometryBytes {
    private GeometryBytes() {}

    static byte[] of(double... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double number : numbers) {
            bytes.putDouble(number);
        }
        return bytes.array();
    }

    static byte[] of(Range3d range) {
        Point3d low = range.low();
        Point3d high = range.high();
        return of(low.x(), low.y(), low.z(), high.x(), high.y(), high.z());
    }

    /** The bytes of an argument, which has to have that many doubles. */
    static ByteBuffer read(SqlFunction.Arguments arguments, int index, int doubles, String function) {
        byte[] bytes = arguments.blobAt(index);
        if (bytes == null || bytes.length != doubles * Double.BYTES) {
            throw illegal(function);
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static Point3d point(SqlFunction.Arguments arguments, int index, String function) {
        return point(read(arguments, index, 3, function));
    }

    static Range3d range(SqlFunction.Arguments arguments, int index, String function) {
        return range(read(arguments, index, 6, function));
    }

    static Placement3d placement(SqlFunction.Arguments arguments, int index, String function) {
        ByteBuffer bytes = read(arguments, index, 12, function);
        Point3d origin = point(bytes);
        YawPitchRollAngles angles = new YawPitchRollAngles(bytes.getDouble(), bytes.getDouble(), bytes.getDouble());
        return new Placement3d(origin, angles, range(bytes));
    }

    private static Point3d point(ByteBuffer bytes) {
        return new Point3d(bytes.getDouble(), bytes.getDouble(), bytes.getDouble());
    }

    private static Range3d range(ByteBuffer bytes) {
        Point3d low = point(bytes);
        return new Range3d(low, point(bytes));
    }

    /** The text of the reference. */
    static IModelException illegal(String function) {
        return new IModelException(Status.BE_SQLITE_ERROR, "Illegal input to " + function);
    }
}
