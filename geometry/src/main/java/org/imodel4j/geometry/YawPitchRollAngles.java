package org.imodel4j.geometry;

/** A rotation by three angles in degrees, as iTwin.js defines them: yaw about z, pitch about -y, roll about x. */
public record YawPitchRollAngles(double yaw, double pitch, double roll) {
    public static final YawPitchRollAngles ZERO = new YawPitchRollAngles(0, 0, 0);

    private static final double RADIANS = Math.PI / 180;

    /** A cosine of the pitch below which yaw and roll turn about the same axis. */
    private static final double STRAIGHT_UP = 1e-12;

    private static final double CLEARLY = 0.95;

    /**
     * The angles of a rotation, those of two possible ones that turn less. A matrix that is no rotation has those of the rotation
     * that its last row and first column suggest; one that is no number has none.
     */
    public static YawPitchRollAngles ofMatrix(Matrix3d m) {
        double cosPitch = StrictMath.sqrt(m.zy() * m.zy() + m.zz() * m.zz());
        YawPitchRollAngles found;
        if (cosPitch < STRAIGHT_UP) {
            found = new YawPitchRollAngles(Degrees.atan2(-m.xy(), m.yy()), Degrees.atan2(m.zx(), cosPitch), 0);
        } else {
            found = new YawPitchRollAngles(
                    Degrees.atan2(m.yx(), m.xx()), Degrees.atan2(m.zx(), cosPitch), Degrees.atan2(m.zy(), m.zz()));
            YawPitchRollAngles other = new YawPitchRollAngles(
                    Degrees.atan2(-m.yx(), -m.xx()), Degrees.atan2(m.zx(), -cosPitch), Degrees.atan2(-m.zy(), -m.zz()));
            found = other.isSmallerThan(found) ? other : found;
        }
        return Double.isNaN(found.yaw + found.pitch + found.roll) ? ZERO : found;
    }

    /** Clearly smaller in its largest angle or, when these are about the same, smaller in all. */
    private boolean isSmallerThan(YawPitchRollAngles other) {
        double here = largest();
        double there = other.largest();
        if (here < CLEARLY * there || there < CLEARLY * here) {
            return here < there;
        }
        return squares() < other.squares();
    }

    private double largest() {
        return Math.max(Math.abs(yaw), Math.max(Math.abs(pitch), Math.abs(roll)));
    }

    private double squares() {
        return yaw * yaw + pitch * pitch + roll * roll;
    }

    /** The rotation Rz(yaw)·Ry(−pitch)·Rx(roll), to the last bit as the library below iTwin.js has it: placements are turned by it. */
    public Matrix3d toMatrix() {
        return matrix(
                Degrees.cos(yaw),
                Degrees.sin(yaw),
                Degrees.cos(pitch),
                Degrees.sin(pitch),
                Degrees.cos(roll),
                Degrees.sin(roll));
    }

    /** The same rotation as JavaScript computes it, from radians; the last bits can differ. ECEF locations are turned by it. */
    public Matrix3d toMatrixFromRadians() {
        double y = yaw * RADIANS;
        double p = pitch * RADIANS;
        double r = roll * RADIANS;
        return matrix(
                StrictMath.cos(y),
                StrictMath.sin(y),
                StrictMath.cos(p),
                StrictMath.sin(p),
                StrictMath.cos(r),
                StrictMath.sin(r));
    }

    private static Matrix3d matrix(
            double cosYaw, double sinYaw, double cosPitch, double sinPitch, double cosRoll, double sinRoll) {
        return new Matrix3d(
                cosYaw * cosPitch,
                -(sinYaw * cosRoll + cosYaw * sinPitch * sinRoll),
                sinYaw * sinRoll - cosYaw * sinPitch * cosRoll,
                sinYaw * cosPitch,
                cosYaw * cosRoll - sinYaw * sinPitch * sinRoll,
                -(cosYaw * sinRoll + sinYaw * sinPitch * cosRoll),
                sinPitch,
                cosPitch * sinRoll,
                cosPitch * cosRoll);
    }
}
