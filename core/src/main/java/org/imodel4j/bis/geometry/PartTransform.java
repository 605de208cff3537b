package org.imodel4j.bis.geometry;

import org.imodel4j.geometry.Matrix3d;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Transform3d;

/** Where the instance of a part stands. */
final class PartTransform {
    private PartTransform() {}

    /** Scales, then turns, then moves. */
    static Transform3d of(StreamEntry.PartReference part) {
        Matrix3d m = part.rotation().toMatrix();
        double s = part.scale();
        Matrix3d scaled = new Matrix3d(
                s * m.xx(),
                s * m.xy(),
                s * m.xz(),
                s * m.yx(),
                s * m.yy(),
                s * m.yz(),
                s * m.zx(),
                s * m.zy(),
                s * m.zz());
        return new Transform3d(scaled, part.origin() == null ? Point3d.ZERO : part.origin());
    }
}
