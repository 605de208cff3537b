package org.imodel4j.bis.write;

import org.imodel4j.json.JsonObject;

/** What a domain does when aspects of one of its classes are written; else as {@link ElementCallbacks}. */
public interface AspectCallbacks {
    /** @param modelId of the element */
    default void onInsert(JsonObject props, long modelId) {}

    default void onInserted(JsonObject props, long modelId) {}

    default void onUpdate(JsonObject props, long modelId) {}

    default void onUpdated(JsonObject props, long modelId) {}

    default void onDelete(long aspectId, long modelId) {}

    default void onDeleted(long aspectId, long modelId) {}
}
