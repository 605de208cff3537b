package org.imodel4j.bis.element;

import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/**
 * Something to be inserted that has a class.
 *
 * @param <E> the Java class itself
 */
public abstract class NewEntity<E extends NewEntity<E>> extends Props<E> {
    NewEntity(JsonObject props) {
        super(props);
    }

    /** Of that class, {@code Schema:Class}, such as one of a domain that is derived from the class it has. */
    public final E ofClass(String classFullName) {
        return with("classFullName", classFullName);
    }

    static JsonObject.Builder begin(String classFullName) {
        return JsonObject.builder().put("classFullName", classFullName);
    }

    static JsonValue id(long id) {
        return JsonValue.of(Id64.toHex(id));
    }

    /** {@code {id}}: a reference that says nothing of the relationship. */
    static JsonObject reference(long id) {
        return JsonObject.builder().put("id", id(id)).build();
    }
}
