package org.imodel4j.bis.element;

import org.imodel4j.json.JsonObject;

/**
 * A {@code BisCore:DefinitionElement} to be inserted. Its code is scoped by the definition model that it stands in.
 *
 * @param <E> the Java class itself
 */
public abstract class NewDefinitionElement<E extends NewDefinitionElement<E>> extends NewElement<E> {
    NewDefinitionElement(JsonObject props) {
        super(props);
    }

    static JsonObject.Builder definition(String classFullName, Code code) {
        return begin(classFullName, code.scope(), code).put("isPrivate", false);
    }

    /** Whether it is not meant to be shown to users. */
    public final E isPrivate(boolean isPrivate) {
        return with("isPrivate", isPrivate);
    }
}
