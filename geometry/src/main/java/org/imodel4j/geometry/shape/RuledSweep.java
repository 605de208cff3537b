package org.imodel4j.geometry.shape;

import java.util.List;
import org.imodel4j.geometry.Range3d;

/** Straight lines from each contour to the next, between points of the same place on their curves. */
public record RuledSweep(List<CurveCollection> contours, boolean capped) implements SolidPrimitive {
    public RuledSweep {
        contours = List.copyOf(contours);
    }

    @Override
    public Range3d range() {
        Bounds bounds = new Bounds();
        for (CurveCollection contour : contours) {
            bounds.accept(contour.range());
        }
        return bounds.range();
    }
}
