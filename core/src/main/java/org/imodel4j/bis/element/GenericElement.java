package org.imodel4j.bis.element;

import org.imodel4j.json.JsonObject;

/** An element of any class to be inserted, its own members given by name. */
public final class GenericElement extends NewElement<GenericElement> {
    private GenericElement(JsonObject props) {
        super(props);
    }

    @Override
    GenericElement copy(JsonObject changed) {
        return new GenericElement(changed);
    }

    /** @param classFullName {@code Schema:Class} */
    public static GenericElement of(String classFullName, long modelId, Code code) {
        return new GenericElement(begin(classFullName, modelId, code).build());
    }
}
