package org.imodel4j.bis.element;

import org.imodel4j.bis.CodeSpecs;
import org.imodel4j.json.JsonObject;

/** A {@code BisCore:DisplayStyle3d} to be inserted. */
public final class DisplayStyle3d extends NewDisplayStyle<DisplayStyle3d> {
    private DisplayStyle3d(JsonObject props) {
        super(props);
    }

    @Override
    DisplayStyle3d copy(JsonObject changed) {
        return new DisplayStyle3d(changed);
    }

    public static Code createCode(CodeSpecs specs, long definitionModelId, String name) {
        return code(specs, definitionModelId, name);
    }

    /** With {@link ViewFlags#DEFAULT}. */
    public static DisplayStyle3d create(Code code) {
        return new DisplayStyle3d(style("BisCore:DisplayStyle3d", code, JsonObject.builder()));
    }
}
