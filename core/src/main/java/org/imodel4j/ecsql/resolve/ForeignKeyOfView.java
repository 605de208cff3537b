package org.imodel4j.ecsql.resolve;

import java.util.Locale;
import org.imodel4j.ec.ClassMap;
import org.imodel4j.ec.ECClass;
import org.jspecify.annotations.Nullable;

/**
 * Relationships whose navigation property belongs to a view class. The view has no columns of its own to follow, so the
 * relationship becomes a query over it.
 */
final class ForeignKeyOfView {
    private ForeignKeyOfView() {}

    /** Null for all other classes. */
    static @Nullable String query(Catalog catalog, ECClass relationship) {
        ECClass.Relationship ends = relationship.relationship();
        if (ends == null || !catalog.isForeignKey(relationship)) {
            return null;
        }
        for (ClassMap.ForeignKey key : catalog.schemas().foreignKeys(relationship)) {
            ECClass holder = catalog.schemas().classById(key.holderClassId());
            if (catalog.schemas().viewQuery(holder) != null) {
                long farId = (key.holderIsSource() ? ends.target() : ends.source())
                        .classIds()
                        .get(0);
                return query(relationship, key, holder, catalog.schemas().classById(farId));
            }
        }
        return null;
    }

    private static String query(ECClass relationship, ClassMap.ForeignKey key, ECClass holder, ECClass far) {
        String id = "h.[" + key.propertyName() + "].Id";
        String near = "h.ECInstanceId AS %sECInstanceId, h.ECClassId AS %<sECClassId";
        String other = id + " AS %sECInstanceId, o.ECClassId AS %<sECClassId";
        String source = String.format(Locale.ROOT, key.holderIsSource() ? near : other, "Source");
        String target = String.format(Locale.ROOT, key.holderIsSource() ? other : near, "Target");
        return "SELECT h.ECInstanceId, " + relationship.id() + " AS ECClassId, " + source + ", " + target + " FROM "
                + name(holder) + " h JOIN " + name(far) + " o ON o.ECInstanceId=" + id;
    }

    private static String name(ECClass ecClass) {
        return '[' + ecClass.schema().name() + "].[" + ecClass.name() + ']';
    }
}
