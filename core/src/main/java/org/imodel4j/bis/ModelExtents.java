package org.imodel4j.bis;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.error.Status;
import org.imodel4j.id.Id64;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache;
import org.imodel4j.sqlite.StatementCache.Lease;

/**
 * The ranges of models from the placements of their elements. Spatially located elements count with their entry in the spatial
 * index, which holds single precision rounded outwards; models of the plane are two metres thick. Safe for use by several
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
            long id = Id64.isId(text) ? Id64.parse(text) : 0;
            extents.add(query(id));
        }
        return List.copyOf(extents);
    }

    /** As {@link #query(List)}, for one model. */
    public ModelExtent query(long modelId) {
        if (modelId == 0) {
            return new RangeBuilder().build("0", Status.INVALID_ID.number());
        }
        return source.read(connection -> query(modelId, connection.statements()));
    }

    private ModelExtent query(long modelId, StatementCache statements) {
        String id = Id64.toHex(modelId);
        RangeBuilder range = new RangeBuilder();
        long classId = Models.classId(modelId, statements);
        if (classId == 0) {
            return range.build(id, Status.NOT_FOUND.number());
        }
        if (isA(classId, "GeometricModel2d")) {
            addPlane(modelId, range, statements);
        } else if (isA(classId, "GeometricModel3d")) {
            if (models.isNotSpatiallyLocated(classId, modelId, statements)) {
                addPlaced(modelId, range, statements);
            } else {
                addIndexed(modelId, range, statements);
            }
        } else {
            return range.build(id, Status.WRONG_MODEL.number());
        }
        return range.build(id, 0);
    }

    private boolean isA(long classId, String bisClassName) {
        ECClass base = schemas.tryClass("BisCore", bisClassName);
        return base != null && schemas.isSubclass(classId, base.id());
    }

    private static void addIndexed(long modelId, RangeBuilder range, StatementCache statements) {
        try (Lease lease = statements.acquire(INDEXED)) {
            SqliteStatement row = lease.statement();
            row.bindLong(1, modelId);
            if (row.step() && row.columnType(0) != SqliteStatement.NULL) {
                range.add(row.columnDouble(0), row.columnDouble(1), row.columnDouble(2));
                range.add(row.columnDouble(3), row.columnDouble(4), row.columnDouble(5));
            }
        }
    }

    private static void addPlaced(long modelId, RangeBuilder range, StatementCache statements) {
        try (Lease lease = statements.acquire(PLACED)) {
            SqliteStatement row = lease.statement();
            row.bindLong(1, modelId);
            while (row.step()) {
                range.addPlaced(
                        three(row, 0),
                        row.columnDouble(3),
                        row.columnDouble(4),
                        row.columnDouble(5),
                        three(row, 6),
                        three(row, 9));
            }
        }
    }

    private static double[] three(SqliteStatement row, int first) {
        return new double[] {row.columnDouble(first), row.columnDouble(first + 1), row.columnDouble(first + 2)};
    }

    private static void addPlane(long modelId, RangeBuilder range, StatementCache statements) {
        try (Lease lease = statements.acquire(PLANE)) {
            SqliteStatement row = lease.statement();
            row.bindLong(1, modelId);
            while (row.step()) {
                range.addPlaced(two(row, 0), row.columnDouble(2), 0, 0, two(row, 3), two(row, 5));
            }
        }
        range.setDepth(-1, 1);
    }

    private static double[] two(SqliteStatement row, int first) {
        return new double[] {row.columnDouble(first), row.columnDouble(first + 1), 0};
    }
}
