package org.imodel4j.bis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.id.Id64;
import org.imodel4j.id.IdSet;
import org.imodel4j.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** The sub-categories that a viewer needs before it draws. Safe for use by several threads. */
public final class SubCategories {
    private final ConnectionSource source;

    public SubCategories(ConnectionSource source) {
        this.source = source;
    }

    /**
     * One sub-category.
     *
     * @param appearance JSON text as stored, null when there is none
     */
    public record SubCategory(
            long id, long parentId, @Nullable String appearance) {
        /** {@code {id, parentId, appearance}}; the appearance stays text. */
        public JsonObject toJson() {
            return JsonObject.builder()
                    .put("id", Id64.toHex(id))
                    .put("parentId", Id64.toHex(parentId))
                    .putIfPresent("appearance", appearance)
                    .build();
        }
    }

    /** Those of certain categories, by id. */
    public List<SubCategory> of(IdSet categories) {
        return source.read(connection -> select(categories::contains, connection));
    }

    /** Those of all spatial categories that elements use, by id. */
    public List<SubCategory> usedSpatial() {
        return source.read(connection -> {
            IdSet used = usedSpatialCategories(connection);
            return select(used::contains, connection);
        });
    }

    /** The spatial categories that at least one element is in. */
    static IdSet usedSpatialCategories(ReadConnection connection) {
        String ecsql = "SELECT DISTINCT Category.Id FROM BisCore.GeometricElement3d WHERE Category.Id IN"
                + " (SELECT ECInstanceId FROM BisCore.SpatialCategory)";
        return ids(ecsql, connection);
    }

    static IdSet ids(String ecsql, ReadConnection connection) {
        List<Long> ids = new ArrayList<>();
        try (ECSqlCursor cursor = connection.query(ecsql)) {
            while (cursor.step()) {
                ids.add(cursor.getLong(0));
            }
        }
        return IdSet.of(ids.stream().mapToLong(Long::longValue).toArray());
    }

    private static List<SubCategory> select(LongPredicate wanted, ReadConnection connection) {
        String ecsql = "SELECT ECInstanceId,Parent.Id,Properties FROM BisCore.SubCategory ORDER BY ECInstanceId";
        List<SubCategory> found = new ArrayList<>();
        try (ECSqlCursor cursor = connection.query(ecsql)) {
            while (cursor.step()) {
                if (!cursor.isNull(1) && wanted.test(cursor.getLong(1))) {
                    found.add(new SubCategory(cursor.getLong(0), cursor.getLong(1), cursor.getString(2)));
                }
            }
        }
        return List.copyOf(found);
    }
}
