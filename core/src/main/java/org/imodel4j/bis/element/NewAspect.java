package org.imodel4j.bis.element;

import org.imodel4j.json.JsonObject;

/** An aspect of any class to be inserted, its own members given by name. */
public final class NewAspect extends NewEntity<NewAspect> {
    private NewAspect(JsonObject props) {
        super(props);
    }

    @Override
    NewAspect copy(JsonObject changed) {
        return new NewAspect(changed);
    }

    /**
     * @param classFullName {@code Schema:Class}
     * @param elementId of the element that it belongs to
     */
    public static NewAspect of(String classFullName, long elementId) {
        return new NewAspect(
                begin(classFullName).put("element", reference(elementId)).build());
    }
}
