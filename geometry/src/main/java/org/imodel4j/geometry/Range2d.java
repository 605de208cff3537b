package org.imodel4j.geometry;

/** A box along the axes of a plane, in metres; it is null (holds no point) when a low coordinate is above its high one. */
public record Range2d(Point2d low, Point2d high) {
    public static Range2d of(double lowX, double lowY, double highX, double highY) {
        return new Range2d(new Point2d(lowX, lowY), new Point2d(highX, highY));
    }

    public boolean isNull() {
        return !(low.x() <= high.x() && low.y() <= high.y());
    }
}
