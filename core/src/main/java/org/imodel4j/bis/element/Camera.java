package org.imodel4j.bis.element;

import org.imodel4j.geometry.Point3d;
import org.imodel4j.json.JsonObject;

/**
 * A perspective.
 *
 * @param lens the angle that is seen across, in degrees, more than 0 and less than 180
 * @param focusDistance from the eye to the plane of focus, in metres
 * @param eye where it is, in metres
 */
public record Camera(double lens, double focusDistance, Point3d eye) {
    /** The camera of a view that does not use it. */
    public static final Camera UNUSED = new Camera(90, 1, new Point3d(0, 0, 0));

    /**
     * One in front of the middle of a view, as far from it as it has to be to see the whole of its diagonal.
     *
     * @param lens in degrees
     */
    public static Camera of(ViewVolume volume, double lens) {
        double distance = Math.hypot(volume.extents().x(), volume.extents().y()) / Math.tan(Math.toRadians(lens) / 2);
        Point3d direction = volume.direction();
        Point3d eye = new Point3d(direction.x() * distance, direction.y() * distance, direction.z() * distance)
                .plus(volume.center());
        return new Camera(lens, distance, eye);
    }

    /** {@code {lens, focusDist, eye}}. */
    public JsonObject toProps() {
        return JsonObject.builder()
                .put("lens", lens)
                .put("focusDist", focusDistance)
                .put("eye", GeometryJson.point(eye))
                .build();
    }
}
