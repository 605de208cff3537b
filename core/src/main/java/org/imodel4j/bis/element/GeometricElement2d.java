package org.imodel4j.bis.element;

import org.imodel4j.geometry.Placement2d;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;

/** A {@code BisCore:GeometricElement2d} of any class to be inserted, such as a {@code BisCore:DrawingGraphic}; the domain's own members are given by name. */
public final class GeometricElement2d extends NewElement<GeometricElement2d> {
    private GeometricElement2d(JsonObject props) {
        super(props);
    }

    @Override
    GeometricElement2d copy(JsonObject changed) {
        return new GeometricElement2d(changed);
    }

    /**
     * @param classFullName {@code Schema:Class}
     * @param categoryId of a drawing category
     */
    public static GeometricElement2d of(String classFullName, long modelId, Code code, long categoryId) {
        return new GeometricElement2d(begin(classFullName, modelId, code)
                .put("category", id(categoryId))
                .build());
    }

    /** Where it stands. A box that is null is left out: it comes from the geometry then. */
    public GeometricElement2d placement(Placement2d placement) {
        return with("placement", GeometryJson.placement(placement));
    }

    /** @param geometry the JSON form of a geometry stream, in the element's own coordinates */
    public GeometricElement2d geom(JsonArray geometry) {
        return with("geom", geometry);
    }

    public GeometricElement2d typeDefinition(long typeId) {
        return with(
                "typeDefinition", new RelatedElement(typeId, "BisCore:GeometricElement2dHasTypeDefinition").toProps());
    }
}
