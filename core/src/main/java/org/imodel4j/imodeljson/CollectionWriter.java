package org.imodel4j.imodeljson;

import java.util.List;
import org.imodel4j.geometry.shape.CurveCollection;
import org.imodel4j.geometry.shape.CurveMember;
import org.imodel4j.geometry.shape.CurvePrimitive;
import org.imodel4j.geometry.shape.PointString3d;
import org.imodel4j.json.JsonWriter;

/** Collections of curves, as a member of the object that is open. */
final class CollectionWriter {
    private static final byte[] BAG = JsonWriter.encodeName("bagOfCurves");
    private static final byte[] PATH = JsonWriter.encodeName("path");
    private static final byte[] LOOP = JsonWriter.encodeName("loop");
    private static final byte[] PARITY_REGION = JsonWriter.encodeName("parityRegion");
    private static final byte[] UNION_REGION = JsonWriter.encodeName("unionRegion");

    private CollectionWriter() {}

    static void write(CurveCollection curves, JsonWriter out) {
        out.name(name(curves.type())).beginArray();
        List<CurveMember> members = curves.members();
        for (int i = 0; i < members.size(); i++) {
            write(members.get(i), out);
        }
        out.endArray();
    }

    private static void write(CurveMember member, JsonWriter out) {
        if (!IModelJsonWriter.isWritable(member)) {
            return;
        }
        out.beginObject();
        switch (member) {
            case CurvePrimitive curve -> CurveWriter.write(curve, out);
            case CurveCollection curves -> write(curves, out);
            case PointString3d points -> CurveWriter.write(points, out);
        }
        out.endObject();
    }

    private static byte[] name(CurveCollection.Type type) {
        return switch (type) {
            case BAG -> BAG;
            case PATH -> PATH;
            case OUTER_LOOP, INNER_LOOP -> LOOP;
            case PARITY_REGION -> PARITY_REGION;
            case UNION_REGION -> UNION_REGION;
        };
    }
}
