package org.imodel4j.imodeljson;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.shape.CurveCollection;
import org.imodel4j.geometry.shape.LinearSweep;
import org.imodel4j.geometry.shape.RotationalSweep;
import org.imodel4j.geometry.shape.RuledSweep;

/** Solids that curves make by moving. */
final class SweepReader {
    private SweepReader() {}

    static LinearSweep linear(JsonInput input) {
        return new LinearSweep(
                CollectionReader.contour(input.member("contour")), input.point("vector"), input.flag("capped"));
    }

    static RotationalSweep rotational(JsonInput input) {
        JsonInput axis = input.member("axis");
        Point3d direction = axis.point();
        if (!(direction.magnitude() > 0)) {
            throw axis.refused("has no direction");
        }
        return new RotationalSweep(
                CollectionReader.contour(input.member("contour")),
                input.point("center"),
                direction,
                input.member("sweepAngle").angle(),
                0,
                input.flag("capped"));
    }

    static RuledSweep ruled(JsonInput input) {
        JsonInput items = input.member("contour");
        List<CurveCollection> contours = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            contours.add(CollectionReader.contour(items.item(i)));
        }
        if (contours.isEmpty()) {
            throw items.refused("is empty");
        }
        return new RuledSweep(contours, input.flag("capped"));
    }
}
