package org.imodel4j.bis.element;

import org.imodel4j.json.JsonObject;

/**
 * A {@code BisCore:Category} to be inserted. Its default sub-category comes into being with it; {@link SubCategory#defaultAppearance} tells how to change
 * that one's looks.
 *
 * @param <E> the Java class itself
 */
public abstract class NewCategory<E extends NewCategory<E>> extends NewDefinitionElement<E> {
    /** Who defined a category; stored by its place. */
    public enum Rank {
        SYSTEM,
        DOMAIN,
        APPLICATION,
        USER
    }

    NewCategory(JsonObject props) {
        super(props);
    }

    static JsonObject category(String classFullName, Code code) {
        return definition(classFullName, code)
                .put("rank", Rank.SYSTEM.ordinal())
                .build();
    }

    /** Without it {@link Rank#SYSTEM}, as iTwin.js has it. */
    public final E rank(Rank rank) {
        return with("rank", rank.ordinal());
    }

    public final E description(String description) {
        return with("description", description);
    }
}
