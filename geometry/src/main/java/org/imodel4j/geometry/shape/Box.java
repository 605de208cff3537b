package org.imodel4j.geometry.shape;

import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;

/**
 * Two parallel rectangles and the faces between them.
 *
 * @param baseX size of the base along {@code vectorX}
 * @param topX size of the top along {@code vectorX}
 */
public record Box(
        Point3d baseOrigin,
        Point3d topOrigin,
        Point3d vectorX,
        Point3d vectorY,
        double baseX,
        double baseY,
        double topX,
        double topY,
        boolean capped)
        implements SolidPrimitive {
    @Override
    public Range3d range() {
        Bounds bounds = new Bounds();
        for (int corner = 0; corner < 4; corner++) {
            accept(bounds, baseOrigin, (corner & 1) * baseX, (corner >> 1) * baseY);
            accept(bounds, topOrigin, (corner & 1) * topX, (corner >> 1) * topY);
        }
        return bounds.range();
    }

    private void accept(Bounds bounds, Point3d origin, double x, double y) {
        bounds.accept(
                origin.x() + x * vectorX.x() + y * vectorY.x(),
                origin.y() + x * vectorX.y() + y * vectorY.y(),
                origin.z() + x * vectorX.z() + y * vectorY.z());
    }
}
