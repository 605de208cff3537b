package org.imodel4j.geometry;

/** A rotation by three angles in degrees, as iTwin.js defines them: yaw about z, pitch about -y, roll about x. */
public record YawPitchRollAngles(double yaw, double pitch, double roll) {
    public static final YawPitchRollAngles ZERO = new YawPitchRollAngles(0, 0, 0);

    private static final double RADIANS = Math.PI / 180;

    /** The rotation Rz(yaw)·Ry(−pitch)·Rx(roll). */
    public Matrix3d toMatrix() {
        // StrictMath gives the same last digit on every machine, and the one that JavaScript engines give.
        double cosYaw = StrictMath.cos(yaw * RADIANS);
        double sinYaw = StrictMath.sin(yaw * RADIANS);
        double cosPitch = StrictMath.cos(pitch * RADIANS);
        double sinPitch = StrictMath.sin(pitch * RADIANS);
        double cosRoll = StrictMath.cos(roll * RADIANS);
        double sinRoll = StrictMath.sin(roll * RADIANS);
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
