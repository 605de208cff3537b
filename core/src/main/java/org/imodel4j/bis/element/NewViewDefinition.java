package org.imodel4j.bis.element;

import org.imodel4j.bis.CodeSpecs;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/**
 * A {@code BisCore:ViewDefinition} to be inserted.
 *
 * @param <E> the Java class itself
 */
public abstract class NewViewDefinition<E extends NewViewDefinition<E>> extends NewDefinitionElement<E> {
    private static final String DETAILS = "viewDetails";

    NewViewDefinition(JsonObject props) {
        super(props);
    }

    static Code code(CodeSpecs specs, long definitionModelId, String name) {
        return Code.of(specs, "bis:ViewDefinition", definitionModelId, name);
    }

    static JsonObject.Builder view(String classFullName, Code code, ViewParts parts) {
        return definition(classFullName, code)
                .put(
                        "jsonProperties",
                        JsonObject.builder().put(DETAILS, JsonObject.EMPTY).build())
                .put("categorySelectorId", id(parts.categorySelectorId()))
                .put("displayStyleId", id(parts.displayStyleId()));
    }

    public final E description(String description) {
        return with("description", description);
    }

    /** A member of {@code ViewDetailsProps}, such as {@code gridOrient}. */
    public final E detail(String name, JsonValue value) {
        return jsonPropertyInside(DETAILS, name, value);
    }
}
