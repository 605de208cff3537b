package org.imodel4j.bis.element;

import org.imodel4j.bis.CodeSpecs;
import org.imodel4j.json.JsonObject;

/** A {@code BisCore:DisplayStyle2d} to be inserted. */
public final class DisplayStyle2d extends NewDisplayStyle<DisplayStyle2d> {
    private static final int WHITE = 0xffffff;

    private DisplayStyle2d(JsonObject props) {
        super(props);
    }

    @Override
    DisplayStyle2d copy(JsonObject changed) {
        return new DisplayStyle2d(changed);
    }

    public static Code createCode(CodeSpecs specs, long definitionModelId, String name) {
        return code(specs, definitionModelId, name);
    }

    /** With {@link ViewFlags#DEFAULT}, a black background and white as its one colour. */
    public static DisplayStyle2d create(Code code) {
        return new DisplayStyle2d(style(
                "BisCore:DisplayStyle2d",
                code,
                JsonObject.builder().put("backgroundColor", 0).put("monochromeColor", WHITE)));
    }
}
