package org.imodel4j.geometry.shape;

import org.imodel4j.geometry.Range3d;
import org.imodel4j.geometry.Transform3d;

/**
 * A curve whose curvature changes gradually, as railways and roads have it.
 *
 * @param transform from the plane of the spiral, which starts at its origin
 * @param fraction0 where the active part begins
 * @param fraction1 where the active part ends
 * @param spiralType number of the kind; 10 is the clothoid
 * @param extraData numbers whose meaning depends on the kind
 */
public record TransitionSpiral3d(
        Transform3d transform,
        double fraction0,
        double fraction1,
        double bearing0Radians,
        double bearing1Radians,
        double curvature0,
        double curvature1,
        int spiralType,
        int constructionHint,
        DoubleList extraData)
        implements CurvePrimitive {
    /**
     * The length of the whole spiral, nominal for direct kinds: what turns it from bearing to bearing at the mean of its
     * curvatures. 0 when it is straight.
     */
    public double length() {
        double sum = curvature0 + curvature1;
        return sum == 0 ? 0 : 2 * (bearing1Radians - bearing0Radians) / sum;
    }

    @Override
    public Range3d range() {
        Bounds bounds = new Bounds();
        hull(bounds);
        return bounds.range();
    }

    @Override
    public void hull(PointSink sink) {
        SpiralHull hull = new SpiralHull(this, sink);
        if (SpiralKind.isDirect(spiralType)) {
            hull.direct();
        } else {
            hull.integrated();
        }
    }
}
