package org.imodel4j.bis.element;

import org.imodel4j.bis.CodeSpecs;
import org.imodel4j.json.JsonObject;

/** A {@code BisCore:Drawing} to be inserted into the list of documents that is the scope of its code. */
public final class Drawing extends NewElement<Drawing> {
    private Drawing(JsonObject props) {
        super(props);
    }

    @Override
    Drawing copy(JsonObject changed) {
        return new Drawing(changed);
    }

    public static Code createCode(CodeSpecs specs, long documentListModelId, String name) {
        return Code.of(specs, "bis:Drawing", documentListModelId, name);
    }

    public static Drawing create(Code code) {
        return new Drawing(begin("BisCore:Drawing", code.scope(), code).build());
    }

    /** Size on paper to size in the model, more than 0; 1 when it is not given. */
    public Drawing scaleFactor(double scaleFactor) {
        return with("scaleFactor", scaleFactor);
    }
}
