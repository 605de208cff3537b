package org.imodel4j.bis.write;

import java.util.LinkedHashSet;
import java.util.Set;
import org.imodel4j.ec.ClassMap.Column;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.id.Guid;
import org.imodel4j.sqlite.StatementCache.Lease;
import org.imodel4j.sqlite.WriteTransaction;
import org.jspecify.annotations.Nullable;

/**
 * The models whose elements changed since the last save. In iModels that can be edited by applications, saving gives them the present time, and
 * those whose geometry changed one new GUID together; other files keep NULL there.
 */
final class ChangedModels implements WriteTransaction.Participant {
    private final EditContext context;
    private final boolean tracks;
    private final Set<Long> changed = new LinkedHashSet<>();
    private final Set<Long> geometry = new LinkedHashSet<>();

    ChangedModels(EditContext context, boolean tracks) {
        this.context = context;
        this.tracks = tracks;
    }

    void changed(long model) {
        if (tracks) {
            changed.add(model);
        }
    }

    void geometryChanged(long model) {
        if (tracks) {
            changed.add(model);
            geometry.add(model);
        }
    }

    /** The GUID that the model has now stays, for all that has changed so far. */
    void keepGeometryGuid(long model) {
        geometry.remove(model);
    }

    @Override
    public void beforeSave() {
        for (long model : changed) {
            context.run("UPDATE bis_Model SET LastMod=julianday('now') WHERE Id=?", model);
        }
        Column column = geometry.isEmpty() ? null : guidColumn();
        if (column != null) {
            byte[] guid = Guid.random(context.random()).toBytes();
            String sql = "UPDATE [" + column.table().name() + "] SET [" + column.name() + "]=?2 WHERE ["
                    + column.table().primaryKey() + "]=?1";
            for (long model : geometry) {
                try (Lease lease = context.statements().acquire(sql)) {
                    lease.statement().bindLong(1, model);
                    lease.statement().bindBlob(2, guid);
                    lease.statement().step();
                }
            }
        }
    }

    private @Nullable Column guidColumn() {
        ECSchemas schemas = context.schemas();
        ECClass models = schemas.tryClass("BisCore", "GeometricModel");
        Column column = models == null ? null : schemas.mapOf(models).tryColumn("GeometryGuid");
        return column == null || column.virtual() ? null : column;
    }

    @Override
    public void afterEnd() {
        changed.clear();
        geometry.clear();
    }
}
