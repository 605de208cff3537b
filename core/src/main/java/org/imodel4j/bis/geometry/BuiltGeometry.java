package org.imodel4j.bis.geometry;

import java.util.Arrays;
import org.imodel4j.geometry.Range3d;

/**
 * A stream as it is stored, and its box.
 *
 * @param box of all that draws, in the element's coordinates; it may be larger than that
 * @param boxIsWhole false when there are boundary representations, which are not in the box
 */
public record BuiltGeometry(byte[] blob, Range3d box, boolean boxIsWhole) {
    @Override
    public boolean equals(Object other) {
        return other instanceof BuiltGeometry that
                && Arrays.equals(blob, that.blob)
                && box.equals(that.box)
                && boxIsWhole == that.boxIsWhole;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(blob);
    }
}
