package org.imodel4j.bis;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.error.Status;
import org.imodel4j.geometry.Placement2d;
import org.imodel4j.geometry.Placement3d;
import org.imodel4j.geometry.Point2d;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range2d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.geometry.YawPitchRollAngles;
import org.imodel4j.id.Id64;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache;
import org.imodel4j.sqlite.StatementCache.Lease;

/**
 * The ranges of models from the placements of their elements. Spatially located elements count with their entry in the spatial
 * index, which holds single precision rounded outwards; models of the plane are two metres thick. The corners of a box may be stored in
 * any order. Safe for use by several
 * threads.
 */
public final class ModelExtents {
    private static final String INDEXED =
            "SELECT min(i.MinX),min(i.MinY),min(i.MinZ),max(i.MaxX),max(i.MaxY),max(i.MaxZ)"
                    + " FROM bis_Element e CROSS JOIN dgn_SpatialIndex i ON i.ElementId=e.Id WHERE e.ModelId=?";
    private static final String PLACED = "SELECT g.Origin_X,g.Origin_Y,g.Origin_Z,g.Yaw,g.Pitch,g.Roll,"
            + "g.BBoxLow_X,g.BBoxLow_Y,g.BBoxLow_Z,g.BBoxHigh_X,g.BBoxHigh_Y,g.BBoxHigh_Z FROM bis_Element e"
            + " CROSS JOIN bis_GeometricElement3d g ON g.ElementId=e.Id WHERE e.ModelId=? AND g.Origin_X IS NOT NULL";
    private static final String PLANE = "SELECT g.Origin_X,g.Origin_Y,g.Rotation,g.BBoxLow_X,g.BBoxLow_Y,g.BBoxHigh_X,"
            + "g.BBoxHigh_Y FROM bis_Element e CROSS JOIN bis_GeometricElement2d g ON g.ElementId=e.Id"
            + " WHERE e.ModelId=? AND g.Origin_X IS NOT NULL";

    private final ECSchemas schemas;
    private final ConnectionSource source;
    private final Models models;

    public ModelExtents(ECSchemas schemas, ConnectionSource source) {
        this.schemas = schemas;
        this.source = source;
        this.models = new Models(schemas, source);
    }

    /**
     * One answer for each id, in their order: InvalidId for what is no id, NotFound for what is no model, WrongModel for models
     * without geometry, else 0 with a range that may be null.
     */
    public List<ModelExtent> query(List<String> modelIds) {
        List<ModelExtent> extents = new ArrayList<>();
        for (String text : modelIds) {
            extents.add(query(Id64.parseLenient(text)));
        }
        return List.copyOf(extents);
    }

    /** As {@link #query(List)}, for one model. */
    public ModelExtent query(long modelId) {
        return modelId == 0
                ? new ModelExtent("0", Status.INVALID_ID.number(), Range3d.NULL)
                : source.read(connection -> query(modelId, connection.statements()));
    }

    private ModelExtent query(long modelId, StatementCache statements) {
        String id = Id64.toHex(modelId);
        long classId = Models.classId(modelId, statements);
        if (classId == 0) {
            return new ModelExtent(id, Status.NOT_FOUND.number(), Range3d.NULL);
        }
        if (isA(classId, "GeometricModel2d")) {
            return new ModelExtent(id, 0, inPlane(modelId, statements));
        }
        if (!isA(classId, "GeometricModel3d")) {
            return new ModelExtent(id, Status.WRONG_MODEL.number(), Range3d.NULL);
        }
        boolean unlocated = models.isNotSpatiallyLocated(classId, modelId, statements);
        return new ModelExtent(id, 0, unlocated ? placed(modelId, statements) : indexed(modelId, statements));
    }

    private boolean isA(long classId, String bisClassName) {
        ECClass base = schemas.tryClass("BisCore", bisClassName);
        return base != null && schemas.isSubclass(classId, base.id());
    }

    private static Range3d indexed(long modelId, StatementCache statements) {
        try (Lease lease = statements.acquire(INDEXED)) {
            SqliteStatement row = lease.statement();
            row.bindLong(1, modelId);
            boolean any = row.step() && row.columnType(0) != SqliteStatement.NULL;
            return any ? new Range3d(point(row, 0), point(row, 3)) : Range3d.NULL;
        }
    }

    private static Range3d placed(long modelId, StatementCache statements) {
        Range3d range = Range3d.NULL;
        try (Lease lease = statements.acquire(PLACED)) {
            SqliteStatement row = lease.statement();
            row.bindLong(1, modelId);
            while (row.step()) {
                YawPitchRollAngles angles =
                        new YawPitchRollAngles(row.columnDouble(3), row.columnDouble(4), row.columnDouble(5));
                Range3d box = Range3d.NULL.extend(point(row, 6)).extend(point(row, 9));
                range = range.union(new Placement3d(point(row, 0), angles, box).worldRange());
            }
        }
        return range;
    }

    private static Range3d inPlane(long modelId, StatementCache statements) {
        Range3d range = Range3d.NULL;
        try (Lease lease = statements.acquire(PLANE)) {
            SqliteStatement row = lease.statement();
            row.bindLong(1, modelId);
            while (row.step()) {
                Point2d origin = new Point2d(row.columnDouble(0), row.columnDouble(1));
                Range2d box = Range2d.of(
                        Math.min(row.columnDouble(3), row.columnDouble(5)),
                        Math.min(row.columnDouble(4), row.columnDouble(6)),
                        Math.max(row.columnDouble(3), row.columnDouble(5)),
                        Math.max(row.columnDouble(4), row.columnDouble(6)));
                Placement2d placement = new Placement2d(origin, row.columnDouble(2), box);
                range = range.union(placement.toPlacement3d().worldRange());
            }
        }
        return range.isNull()
                ? range
                : Range3d.of(
                        range.low().x(),
                        range.low().y(),
                        -1,
                        range.high().x(),
                        range.high().y(),
                        1);
    }

    private static Point3d point(SqliteStatement row, int first) {
        return new Point3d(row.columnDouble(first), row.columnDouble(first + 1), row.columnDouble(first + 2));
    }
}
