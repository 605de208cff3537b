package org.imodel4j.geometry;

/** A rotation by three angles in degrees, as iTwin.js defines them: yaw about z, pitch about -y, roll about x. */
public record YawPitchRollAngles(double yaw, double pitch, double roll) {
    public static final YawPitchRollAngles ZERO = new YawPitchRollAngles(0, 0, 0);

    /** The rotation Rz(yaw)·Ry(−pitch)·Rx(roll). */
    public Matrix3d toMatrix() {
        double cosYaw = Degrees.cos(yaw);
        double sinYaw = Degrees.sin(yaw);
        double cosPitch = Degrees.cos(pitch);
        double sinPitch = Degrees.sin(pitch);
        double cosRoll = Degrees.cos(roll);
        double sinRoll = Degrees.sin(roll);
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
