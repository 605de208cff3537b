package org.imodel4j.bis.element;

import org.imodel4j.bis.CodeSpecs;
import org.imodel4j.json.JsonObject;

/** A {@code BisCore:SpatialCategory} to be inserted. */
public final class SpatialCategory extends NewCategory<SpatialCategory> {
    private SpatialCategory(JsonObject props) {
        super(props);
    }

    @Override
    SpatialCategory copy(JsonObject changed) {
        return new SpatialCategory(changed);
    }

    public static Code createCode(CodeSpecs specs, long definitionModelId, String name) {
        return Code.of(specs, "bis:SpatialCategory", definitionModelId, name);
    }

    public static SpatialCategory create(Code code) {
        return new SpatialCategory(category("BisCore:SpatialCategory", code));
    }
}
