package org.imodel4j.bis.element;

import org.imodel4j.id.Guid;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/**
 * An element to be inserted, with the members that all classes of elements have. Class, model and code are there from the start, because no element can do
 * without them.
 *
 * @param <E> the Java class itself
 */
public abstract class NewElement<E extends NewElement<E>> extends NewEntity<E> {
    NewElement(JsonObject props) {
        super(props);
    }

    static JsonObject.Builder begin(String classFullName, long modelId, Code code) {
        return begin(classFullName).put("code", code.toProps()).put("model", id(modelId));
    }

    /** In another model than the one that came from the scope of its code. */
    public final E model(long modelId) {
        return with("model", id(modelId));
    }

    public final E code(Code code) {
        return with("code", code.toProps());
    }

    public final E parent(RelatedElement parent) {
        return with("parent", parent.toProps());
    }

    public final E userLabel(String userLabel) {
        return with("userLabel", userLabel);
    }

    /** Without it the element gets a random one. */
    public final E federationGuid(Guid federationGuid) {
        return with("federationGuid", federationGuid.toString());
    }

    /** In place of all that its JSON properties had. */
    public final E jsonProperties(JsonObject jsonProperties) {
        return with("jsonProperties", jsonProperties);
    }

    /** One member of its JSON properties; what belongs together stands below one name there. */
    public final E jsonProperty(String name, JsonValue value) {
        return withInner("jsonProperties", name, value);
    }

    final E jsonPropertyInside(String name, String member, JsonValue value) {
        JsonObject known = inner("jsonProperties").object(name);
        JsonObject.Builder all = JsonObject.builder();
        if (known != null) {
            known.members().forEach(all::put);
        }
        return jsonProperty(name, all.put(member, value).build());
    }
}
