package org.imodel4j.imodeljson;

import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.geometry.shape.BsplineSurface3d;
import org.imodel4j.geometry.shape.CatenaryCurve3d;
import org.imodel4j.geometry.shape.CurveCollection;
import org.imodel4j.geometry.shape.CurvePrimitive;
import org.imodel4j.geometry.shape.GeometryQuery;
import org.imodel4j.geometry.shape.IndexedPolyface;
import org.imodel4j.geometry.shape.PartialCurve3d;
import org.imodel4j.geometry.shape.PointString3d;
import org.imodel4j.geometry.shape.SolidPrimitive;
import org.imodel4j.json.JsonWriter;

/**
 * Writes geometry as iModelJson, member for member in the order in which the native library of iTwin.js 5.7 does.
 * Streams into the writer and makes no value on the way, because the export of elements passes here for each piece of
 * geometry.
 */
public final class IModelJsonWriter {
    private IModelJsonWriter() {}

    /** Whether there is a form for it: iModelJson knows neither catenaries nor parts of curves. */
    public static boolean isWritable(GeometryQuery geometry) {
        return !(geometry instanceof CatenaryCurve3d || geometry instanceof PartialCurve3d);
    }

    /**
     * Writes an object with one member. Curves of a collection that have no form are left out.
     *
     * @throws IModelException BAD_ARG when it is not {@linkplain #isWritable writable}; nothing is written then
     */
    public static void write(GeometryQuery geometry, JsonWriter out) {
        if (!isWritable(geometry)) {
            throw new IModelException(Status.BAD_ARG, "iModelJson has no form for this curve");
        }
        out.beginObject();
        switch (geometry) {
            case CurvePrimitive curve -> CurveWriter.write(curve, out);
            case CurveCollection curves -> CollectionWriter.write(curves, out);
            case PointString3d points -> CurveWriter.write(points, out);
            case SolidPrimitive solid -> SolidWriter.write(solid, out);
            case BsplineSurface3d surface -> BsplineWriter.write(surface, out);
            case IndexedPolyface mesh -> MeshWriter.write(mesh, out);
        }
        out.endObject();
    }
}
