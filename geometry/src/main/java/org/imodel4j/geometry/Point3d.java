package org.imodel4j.geometry;

/** A point or a vector, in metres. */
public record Point3d(double x, double y, double z) {
    public static final Point3d ZERO = new Point3d(0, 0, 0);

    public Point3d plus(Point3d other) {
        return new Point3d(x + other.x, y + other.y, z + other.z);
    }

    public Point3d minus(Point3d other) {
        return new Point3d(x - other.x, y - other.y, z - other.z);
    }

    public Point3d cross(Point3d other) {
        return new Point3d(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    public double dot(Point3d other) {
        return x * other.x + y * other.y + z * other.z;
    }

    public double magnitude() {
        return StrictMath.sqrt(x * x + y * y + z * z);
    }

    public double distance(Point3d other) {
        return minus(other).magnitude();
    }
}
