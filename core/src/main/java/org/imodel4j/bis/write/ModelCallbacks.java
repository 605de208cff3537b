package org.imodel4j.bis.write;

import org.imodel4j.json.JsonObject;

/** What a domain does when models of one of its classes, or elements in them, are written; else as {@link ElementCallbacks}. */
public interface ModelCallbacks {
    default void onInsert(JsonObject props) {}

    default void onInserted(long id) {}

    default void onUpdate(JsonObject props) {}

    default void onUpdated(long id) {}

    default void onDelete(long id) {}

    default void onDeleted(long id) {}

    default void onInsertElement(long modelId, JsonObject elementProps) {}

    default void onInsertedElement(long modelId, long elementId) {}

    default void onUpdateElement(long modelId, JsonObject elementProps) {}

    default void onUpdatedElement(long modelId, long elementId) {}

    default void onDeleteElement(long modelId, long elementId) {}

    default void onDeletedElement(long modelId, long elementId) {}
}
