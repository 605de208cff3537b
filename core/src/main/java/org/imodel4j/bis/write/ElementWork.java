package org.imodel4j.bis.write;

import org.imodel4j.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * An {@link ElementRule} bound to the columns of one class. Whatever is refused is refused before anything is written, or is taken back as a
 * whole.
 */
interface ElementWork {
    /** Category and placement, where the class has them. */
    default @Nullable GeometricColumns geometricColumns() {
        return null;
    }

    /** Takes its members out of props. */
    default void take(JsonObject props, ElementDraft draft, EditContext context) {}

    /** Refuses what can not be inserted; asked from the most special class to Element. Sets what follows from other values. */
    default void checkInsert(ElementDraft draft, EditContext context) {}

    /** As {@link #checkInsert}, for an element that is there. */
    default void checkUpdate(ElementDraft draft, EditContext context) {}

    default void afterInsert(ElementDraft draft, EditContext context) {}

    default void afterUpdate(ElementDraft draft, EditContext context) {}

    /** @param purge whether definitions are deleted after it was found that nobody uses them */
    default void checkDelete(long id, boolean purge, EditContext context) {}

    default void afterDelete(long id, EditContext context) {}
}
