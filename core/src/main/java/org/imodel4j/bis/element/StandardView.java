package org.imodel4j.bis.element;

import org.imodel4j.geometry.YawPitchRollAngles;

/** The eight directions to look from that iTwin.js knows by name. */
public enum StandardView {
    TOP(0, 0, 0),
    BOTTOM(0, 0, 180),
    LEFT(90, -90, 0),
    RIGHT(-90, 90, 0),
    FRONT(0, 0, -90),
    BACK(180, 0, 90),
    ISO(30, -Angle.OF_SPACE_DIAGONAL, -45),
    RIGHT_ISO(-30, Angle.OF_SPACE_DIAGONAL, -45);

    private final YawPitchRollAngles angles;

    StandardView(double yaw, double pitch, double roll) {
        this.angles = new YawPitchRollAngles(yaw, pitch, roll);
    }

    /** The rotation from the axes of the world to those of the view, of which z points to the viewer. */
    public YawPitchRollAngles angles() {
        return angles;
    }

    /** Constants of an enumeration can not be its own. */
    private static final class Angle {
        /** Between the diagonal of a cube and a side of it, in degrees. */
        static final double OF_SPACE_DIAGONAL = Math.toDegrees(Math.atan(Math.sqrt(0.5)));
    }
}
