package org.imodel4j.bis.element;

import org.imodel4j.geometry.Placement3d;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;

/** A {@code BisCore:GeometricElement3d} of any class to be inserted, such as a physical element; the domain's own members are given by name. */
public final class GeometricElement3d extends NewElement<GeometricElement3d> {
    private GeometricElement3d(JsonObject props) {
        super(props);
    }

    @Override
    GeometricElement3d copy(JsonObject changed) {
        return new GeometricElement3d(changed);
    }

    /**
     * @param classFullName {@code Schema:Class}, such as {@code Generic:PhysicalObject}
     * @param categoryId of a spatial category, in models that are spatial
     */
    public static GeometricElement3d of(String classFullName, long modelId, Code code, long categoryId) {
        return new GeometricElement3d(begin(classFullName, modelId, code)
                .put("category", id(categoryId))
                .build());
    }

    /** Where it stands. A box that is null is left out: it comes from the geometry then. */
    public GeometricElement3d placement(Placement3d placement) {
        return with("placement", GeometryJson.placement(placement));
    }

    /** @param geometry the JSON form of a geometry stream, in the element's own coordinates */
    public GeometricElement3d geom(JsonArray geometry) {
        return with("geom", geometry);
    }

    public GeometricElement3d typeDefinition(long typeId) {
        return with(
                "typeDefinition", new RelatedElement(typeId, "BisCore:GeometricElement3dHasTypeDefinition").toProps());
    }

    /** Of a physical element. */
    public GeometricElement3d physicalMaterial(long physicalMaterialId) {
        return with(
                "physicalMaterial",
                new RelatedElement(physicalMaterialId, "BisCore:PhysicalElementIsOfPhysicalMaterial").toProps());
    }
}
