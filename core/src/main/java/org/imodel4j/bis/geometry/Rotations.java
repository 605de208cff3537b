package org.imodel4j.bis.geometry;

import org.imodel4j.geometry.Matrix3d;

/** What counts as no rotation. */
final class Rotations {
    static final double NONE = 1e-12;

    private Rotations() {}

    /** Whether all numbers of the matrix are those of the identity, as far as their last digits tell. */
    static boolean isNone(Matrix3d m) {
        return isNear(m.xx(), 1)
                && isNear(m.xy(), 0)
                && isNear(m.xz(), 0)
                && isNear(m.yx(), 0)
                && isNear(m.yy(), 1)
                && isNear(m.yz(), 0)
                && isNear(m.zx(), 0)
                && isNear(m.zy(), 0)
                && isNear(m.zz(), 1);
    }

    private static boolean isNear(double number, double expected) {
        return Math.abs(number - expected) <= NONE;
    }
}
