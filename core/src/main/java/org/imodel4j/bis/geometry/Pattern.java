package org.imodel4j.bis.geometry;

import java.util.List;
import org.imodel4j.geometry.Matrix3d;
import org.imodel4j.geometry.Point2d;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.shape.DoubleList;
import org.jspecify.annotations.Nullable;

/**
 * What a region is filled with: lines, crossing lines, repetitions of a part, or lines as DWG defines them.
 *
 * @param space1 distance of lines, or of columns of the symbol
 * @param space2 distance of the crossing lines, or of rows of the symbol; 0 for none
 * @param scale of the symbol
 * @param color null for that of the boundary
 * @param weight null for that of the boundary
 * @param invisibleBoundary whether the boundary is not drawn
 * @param symbolId the part that is repeated, 0 for none
 */
public record Pattern(
        Point3d origin,
        Matrix3d rotation,
        double space1,
        double space2,
        double angle1Radians,
        double angle2Radians,
        double scale,
        @Nullable Integer color,
        @Nullable Integer weight,
        boolean invisibleBoundary,
        boolean snappable,
        long symbolId,
        List<HatchLine> lines) {
    /** More dashes of a line than these do not count. */
    static final int MAX_DASHES = 20;

    public Pattern {
        lines = List.copyOf(lines);
    }

    /** A family of parallel lines. */
    public record HatchLine(double angleRadians, Point2d through, Point2d offset, DoubleList dashes) {}
}
