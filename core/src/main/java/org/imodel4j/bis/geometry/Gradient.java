package org.imodel4j.bis.geometry;

import org.imodel4j.geometry.shape.DoubleList;
import org.imodel4j.geometry.shape.IntList;
import org.jspecify.annotations.Nullable;

/**
 * Colours that go over into each other.
 *
 * @param mode 1 linear, 2 curved, 3 cylindrical, 4 spherical, 5 hemispherical, 6 thematic
 * @param flags 1 inverted, 2 outlined
 * @param colors one for each key
 * @param values the places of the keys, from 0 to 1, one for each
 * @param thematic only for mode 6
 */
public record Gradient(
        int mode,
        int flags,
        double angleRadians,
        double tint,
        double shift,
        IntList colors,
        DoubleList values,
        @Nullable Thematic thematic) {
    /** The mode that has {@link Thematic} settings. */
    public static final int THEMATIC = 6;

    /** More keys than these do not count. */
    static final int MAX_KEYS = 8;

    /** How values of an analysis become colours. */
    public record Thematic(
            int stepCount,
            double margin,
            int marginColor,
            int mode,
            int colorScheme,
            double rangeLow,
            double rangeHigh) {}
}
