package org.imodel4j.bis.element;

import org.imodel4j.bis.CodeSpecs;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.YawPitchRollAngles;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;

/** A {@code BisCore:SpatialViewDefinition} to be inserted, or an {@code OrthographicViewDefinition}, which can have no camera. */
public final class SpatialViewDefinition extends NewViewDefinition<SpatialViewDefinition> {
    private SpatialViewDefinition(JsonObject props) {
        super(props);
    }

    @Override
    SpatialViewDefinition copy(JsonObject changed) {
        return new SpatialViewDefinition(changed);
    }

    public static Code createCode(CodeSpecs specs, long definitionModelId, String name) {
        return code(specs, definitionModelId, name);
    }

    /** With its camera off. */
    public static SpatialViewDefinition create(Code code, long modelSelectorId, ViewParts parts, ViewVolume volume) {
        return create("BisCore:SpatialViewDefinition", code, parts)
                .with("modelSelectorId", id(modelSelectorId))
                .volume(volume);
    }

    /** A {@code BisCore:OrthographicViewDefinition}. */
    public static SpatialViewDefinition createOrthographic(
            Code code, long modelSelectorId, ViewParts parts, ViewVolume volume) {
        return create(code, modelSelectorId, parts, volume).ofClass("BisCore:OrthographicViewDefinition");
    }

    private static SpatialViewDefinition create(String classFullName, Code code, ViewParts parts) {
        return new SpatialViewDefinition(view(classFullName, code, parts)
                .put("cameraOn", false)
                .put("camera", Camera.UNUSED.toProps())
                .build());
    }

    public SpatialViewDefinition volume(ViewVolume volume) {
        return with("origin", point(volume.origin()))
                .with("extents", point(volume.extents()))
                .with("angles", angles(volume.angles()));
    }

    /** Turns the camera on. */
    public SpatialViewDefinition camera(Camera camera) {
        return with("cameraOn", true).with("camera", camera.toProps());
    }

    private static JsonArray point(Point3d point) {
        return JsonArray.of(point.x(), point.y(), point.z());
    }

    /** {@code {yaw, pitch, roll}} in degrees without those that are zero. */
    static JsonObject angles(YawPitchRollAngles angles) {
        JsonObject.Builder props = JsonObject.builder();
        put(props, "yaw", angles.yaw());
        put(props, "pitch", angles.pitch());
        put(props, "roll", angles.roll());
        return props.build();
    }

    private static void put(JsonObject.Builder props, String name, double angle) {
        if (angle != 0) {
            props.put(name, angle);
        }
    }
}
