package org.imodel4j.bis.write;

import java.util.HashMap;
import java.util.Map;
import org.imodel4j.bis.geometry.GeometryLookup;
import org.imodel4j.ec.ECClass;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache.Lease;
import org.jspecify.annotations.Nullable;

/** Parts and sub-categories of the file that is edited. Boxes of parts are remembered until the transaction ends or a part changes. */
final class StoredGeometry implements GeometryLookup {
    private static final int KEPT = 10_000;

    private final EditContext context;
    private final Map<Long, Range3d> parts = new HashMap<>();

    StoredGeometry(EditContext context) {
        this.context = context;
    }

    void forget() {
        parts.clear();
    }

    @Override
    public @Nullable Range3d tryPartRange(long partId) {
        Range3d known = parts.get(partId);
        if (known == null) {
            known = read(partId);
            if (known != null && parts.size() < KEPT) {
                parts.put(partId, known);
            }
        }
        return known;
    }

    private @Nullable Range3d read(long partId) {
        if (!context.isElement(partId, "GeometryPart")) {
            return null;
        }
        ECClass ecClass = context.schemas().classById(context.classOfElement(partId));
        ClassTables tables = context.plans().of(ecClass).tables();
        int[] box = new int[6];
        for (int i = 0; i < 3; i++) {
            String axis = "XYZ".substring(i, i + 1);
            box[i] = tables.column("BBoxLow." + axis);
            box[i + 3] = tables.column("BBoxHigh." + axis);
        }
        try (Lease lease = context.statements().acquire(tables.select(box, tables.column("GeometryStream")))) {
            SqliteStatement row = lease.statement();
            row.bindLong(1, partId);
            return row.step()
                    ? Range3d.of(
                            row.columnDouble(0),
                            row.columnDouble(1),
                            row.columnDouble(2),
                            row.columnDouble(3),
                            row.columnDouble(4),
                            row.columnDouble(5))
                    : null;
        }
    }

    @Override
    public long categoryOf(long subCategoryId) {
        return context.isElement(subCategoryId, "SubCategory")
                ? context.number("SELECT ParentId FROM bis_Element WHERE Id=?", subCategoryId)
                : 0;
    }
}
