package org.imodel4j.bis.write;

import org.imodel4j.geometry.Range3d;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Geometry on its way into a column.
 *
 * @param blob as it is stored; empty for a stream without geometry
 * @param box in the coordinates of the element; null where the placement tells it
 */
record GeometryInput(byte[] blob, @Nullable Range3d box) {
    boolean isEmpty() {
        return blob.length == 0;
    }

    /** The same geometry with the box that the props say, if they say one and the element is a copy: others may draw boxes wider or closer. */
    GeometryInput withBoxOf(@Nullable JsonValue bbox, boolean isCopy) {
        return isCopy && bbox instanceof JsonObject ? new GeometryInput(blob, null) : this;
    }
}
