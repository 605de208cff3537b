package org.imodel4j.cli.sample;

import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.YawPitchRollAngles;
import org.imodel4j.imodel.EcefLocation;
import org.imodel4j.imodel.EcefLocation.Cartographic;

/** Puts an iModel on the earth: x to the east, y to the north, z up, at a place of the WGS 84 ellipsoid. */
final class Place {
    private static final double SEMI_MAJOR_AXIS = 6_378_137;
    private static final double FLATTENING = 1 / 298.257223563;

    private Place() {}

    /** @param height above the ellipsoid, in metres */
    static EcefLocation at(double longitudeDegrees, double latitudeDegrees, double height) {
        double longitude = Math.toRadians(longitudeDegrees);
        double latitude = Math.toRadians(latitudeDegrees);
        double sinLat = Math.sin(latitude);
        double cosLat = Math.cos(latitude);
        double sinLon = Math.sin(longitude);
        double cosLon = Math.cos(longitude);
        double eccentricity = FLATTENING * (2 - FLATTENING);
        double normal = SEMI_MAJOR_AXIS / Math.sqrt(1 - eccentricity * sinLat * sinLat);
        Point3d origin = new Point3d(
                (normal + height) * cosLat * cosLon,
                (normal + height) * cosLat * sinLon,
                (normal * (1 - eccentricity) + height) * sinLat);
        // The rows of the matrix whose columns are east, north and up.
        double yaw = Math.atan2(cosLon, -sinLon);
        double roll = Math.atan2(cosLat, sinLat);
        YawPitchRollAngles turn = new YawPitchRollAngles(Math.toDegrees(yaw), 0, Math.toDegrees(roll));
        return new EcefLocation(origin, turn, new Cartographic(longitude, latitude, height), null, null);
    }
}
