package org.imodel4j.bis.element;

import org.imodel4j.bis.CodeSpecs;
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
        return with("origin", GeometryJson.point(volume.origin()))
                .with("extents", GeometryJson.point(volume.extents()))
                .with("angles", GeometryJson.angles(volume.angles()));
    }

    /** Turns the camera on. */
    public SpatialViewDefinition camera(Camera camera) {
        return with("cameraOn", true).with("camera", camera.toProps());
    }
}
