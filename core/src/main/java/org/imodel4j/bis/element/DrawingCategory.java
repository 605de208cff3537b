package org.imodel4j.bis.element;

import org.imodel4j.bis.CodeSpecs;
import org.imodel4j.json.JsonObject;

/** A {@code BisCore:DrawingCategory} to be inserted. */
public final class DrawingCategory extends NewCategory<DrawingCategory> {
    private DrawingCategory(JsonObject props) {
        super(props);
    }

    @Override
    DrawingCategory copy(JsonObject changed) {
        return new DrawingCategory(changed);
    }

    public static Code createCode(CodeSpecs specs, long definitionModelId, String name) {
        return Code.of(specs, "bis:DrawingCategory", definitionModelId, name);
    }

    public static DrawingCategory create(Code code) {
        return new DrawingCategory(category("BisCore:DrawingCategory", code));
    }
}
