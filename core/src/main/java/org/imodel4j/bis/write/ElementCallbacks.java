package org.imodel4j.bis.write;

import org.imodel4j.json.JsonObject;

/**
 * What a domain does when elements of one of its classes are written: the callbacks of {@code Element} in iTwin.js, in its order. Whatever is thrown
 * by any of them takes the whole edit back. They run in the thread that edits, inside the edit, and may edit themselves.
 */
public interface ElementCallbacks {
    /** First of all; answers the props that shall be inserted. */
    default JsonObject onInsert(JsonObject props) {
        return props;
    }

    default void onInserted(long id) {}

    /** First of all; the props have class and model of the element. Answers what shall be changed. */
    default JsonObject onUpdate(JsonObject props) {
        return props;
    }

    default void onUpdated(long id) {}

    default void onDelete(long id) {}

    default void onDeleted(long id) {}

    /** For the parent of an element that is to be inserted. */
    default void onChildInsert(long parentId, JsonObject childProps) {}

    default void onChildInserted(long parentId, long childId) {}

    default void onChildUpdate(long parentId, JsonObject childProps) {}

    default void onChildUpdated(long parentId, long childId) {}

    default void onChildDelete(long parentId, long childId) {}

    default void onChildDeleted(long parentId, long childId) {}

    /** For the new parent of an element that had another one. */
    default void onChildAdd(long parentId, JsonObject childProps) {}

    default void onChildAdded(long parentId, long childId) {}

    /** For the former parent of an element that gets another one. */
    default void onChildDrop(long parentId, long childId) {}

    default void onChildDropped(long parentId, long childId) {}

    /** For an element that is to be modeled. */
    default void onSubModelInsert(JsonObject subModelProps) {}

    default void onSubModelInserted(long subModelId) {}

    default void onSubModelDelete(long subModelId) {}

    default void onSubModelDeleted(long subModelId) {}
}
