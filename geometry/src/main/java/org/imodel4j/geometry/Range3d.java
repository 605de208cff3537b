package org.imodel4j.geometry;

/**
 * A box along the axes, in metres. It is null (holds no point) when a low coordinate is above its high one or one of them
 * is no number.
 */
public record Range3d(Point3d low, Point3d high) {
    /** Holds no point; the union of nothing. */
    public static final Range3d NULL = of(
            Double.MAX_VALUE,
            Double.MAX_VALUE,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            -Double.MAX_VALUE,
            -Double.MAX_VALUE);

    public static Range3d of(double lowX, double lowY, double lowZ, double highX, double highY, double highZ) {
        return new Range3d(new Point3d(lowX, lowY, lowZ), new Point3d(highX, highY, highZ));
    }

    public boolean isNull() {
        return !(low.x() <= high.x() && low.y() <= high.y() && low.z() <= high.z());
    }

    /** The smallest box that holds both; a null range adds nothing. */
    public Range3d union(Range3d other) {
        if (isNull()) {
            return other;
        }
        return other.isNull() ? this : extend(other.low).extend(other.high);
    }

    /** The smallest box that holds this one and the point. Of a zero and a negative zero the one that was there stays. */
    public Range3d extend(Point3d point) {
        return of(
                point.x() < low.x() ? point.x() : low.x(),
                point.y() < low.y() ? point.y() : low.y(),
                point.z() < low.z() ? point.z() : low.z(),
                point.x() > high.x() ? point.x() : high.x(),
                point.y() > high.y() ? point.y() : high.y(),
                point.z() > high.z() ? point.z() : high.z());
    }

    /** Whether the boxes share a point, touching included. */
    public boolean overlaps(Range3d other) {
        return !isNull()
                && !other.isNull()
                && low.x() <= other.high.x()
                && other.low.x() <= high.x()
                && low.y() <= other.high.y()
                && other.low.y() <= high.y()
                && low.z() <= other.high.z()
                && other.low.z() <= high.z();
    }

    /** Whether the other box, which is not null, lies in this one, touching included. */
    public boolean contains(Range3d other) {
        return !other.isNull() && contains(other.low) && contains(other.high);
    }

    public boolean contains(Point3d point) {
        return low.x() <= point.x()
                && point.x() <= high.x()
                && low.y() <= point.y()
                && point.y() <= high.y()
                && low.z() <= point.z()
                && point.z() <= high.z();
    }

    /** Size along x; 0 for a null range. */
    public double xLength() {
        return isNull() ? 0 : high.x() - low.x();
    }

    /** Size along y; 0 for a null range. */
    public double yLength() {
        return isNull() ? 0 : high.y() - low.y();
    }

    /** Size along z; 0 for a null range. */
    public double zLength() {
        return isNull() ? 0 : high.z() - low.z();
    }
}
