package org.imodel4j.imodeljson;

import org.imodel4j.geometry.shape.BsplineCurve3d;
import org.imodel4j.geometry.shape.BsplineSurface3d;
import org.imodel4j.geometry.shape.CurveCollection;
import org.imodel4j.json.JsonWriter;

/** B-spline curves and surfaces, as a member of the object that is open. */
final class BsplineWriter {
    private static final byte[] CURVE = JsonWriter.encodeName("bcurve");
    private static final byte[] SURFACE = JsonWriter.encodeName("bsurf");
    private static final byte[] POINTS = JsonWriter.encodeName("points");
    private static final byte[] ORDER = JsonWriter.encodeName("order");
    private static final byte[] KNOTS = JsonWriter.encodeName("knots");
    private static final byte[] U_KNOTS = JsonWriter.encodeName("uKnots");
    private static final byte[] V_KNOTS = JsonWriter.encodeName("vKnots");

    private BsplineWriter() {}

    static void write(BsplineCurve3d curve, JsonWriter out) {
        out.name(CURVE).beginObject().name(POINTS);
        Values.poles(curve.poles(), curve.weights(), 0, curve.poles().size(), out);
        out.name(ORDER).value((long) curve.order());
        Values.numbers(KNOTS, curve.knots(), out);
        if (curve.closed()) {
            out.name("closed").value(true);
        }
        out.endObject();
    }

    static void write(BsplineSurface3d surface, JsonWriter out) {
        out.name(SURFACE).beginObject();
        out.name("orderU").value((long) surface.orderU());
        out.name("orderV").value((long) surface.orderV());
        Values.numbers(U_KNOTS, surface.knotsU(), out);
        Values.numbers(V_KNOTS, surface.knotsV(), out);
        if (surface.closedU()) {
            out.name("closedU").value(true);
        }
        if (surface.closedV()) {
            out.name("closedV").value(true);
        }
        out.name(POINTS).beginArray();
        int numU = surface.numPolesU();
        for (int row = 0; numU > 0 && row < surface.poles().size(); row += numU) {
            Values.poles(surface.poles(), surface.weights(), row, row + numU, out);
        }
        out.endArray();
        CurveCollection boundaries = surface.boundaries();
        if (boundaries != null && !boundaries.members().isEmpty()) {
            out.name("uvBoundaries").beginObject();
            CollectionWriter.write(boundaries, out);
            out.endObject();
            if (surface.holeOrigin() != 0) {
                out.name("outerBoundaryActive").value(false);
            }
        }
        out.endObject();
    }
}
