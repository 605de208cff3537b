package org.imodel4j.bis.element;

import org.imodel4j.bis.CodeSpecs;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;

/** A {@code BisCore:GeometryPart} to be inserted: geometry that elements share. */
public final class GeometryPart extends NewDefinitionElement<GeometryPart> {
    private GeometryPart(JsonObject props) {
        super(props);
    }

    @Override
    GeometryPart copy(JsonObject changed) {
        return new GeometryPart(changed);
    }

    public static Code createCode(CodeSpecs specs, long definitionModelId, String name) {
        return Code.of(specs, "bis:GeometryPart", definitionModelId, name);
    }

    /** @param geometry the JSON form of a geometry stream */
    public static GeometryPart create(Code code, JsonArray geometry) {
        return new GeometryPart(
                definition("BisCore:GeometryPart", code).put("geom", geometry).build());
    }
}
