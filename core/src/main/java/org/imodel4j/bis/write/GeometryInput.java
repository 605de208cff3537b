package org.imodel4j.bis.write;

import org.imodel4j.geometry.Range3d;
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
}
