package org.imodel4j.geometry;

/** A rotation by three angles in degrees, as iTwin.js defines them: yaw about z, pitch about -y, roll about x. */
public record YawPitchRollAngles(double yaw, double pitch, double roll) {
    public static final YawPitchRollAngles ZERO = new YawPitchRollAngles(0, 0, 0);

    private static final double RADIANS = Math.PI / 180;

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
