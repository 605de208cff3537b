package org.imodel4j.jdbc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECProperty;
import org.imodel4j.ec.ECSchemas;
import org.jspecify.annotations.Nullable;

/**
 * Which columns hold ids of which class: navigation properties, as their relationship constrains them, and the ends of
 * relationships. A column that may point to several unrelated classes is several keys. Safe for use by several threads.
 */
final class Keys {
    private final ECSchemas schemas;
    private volatile @Nullable Map<Long, List<Key>> exported;

    Keys(ECSchemas schemas) {
        this.schemas = schemas;
    }

    /**
     * @param holder the class whose column it is, also when that is inherited
     * @param target the class whose {@code ECInstanceId} the column holds
     */
    record Key(ECClass holder, String column, ECClass target, String name) {}

    List<Key> imported(ECClass holder) {
        List<Key> keys = new ArrayList<>();
        for (ECProperty property : holder.properties()) {
            ECProperty.Navigation navigation = property.navigation();
            ECClass link = navigation == null ? null : schemas.tryClassById(navigation.relationshipClassId());
            ECClass.Relationship relationship = link == null ? null : link.relationship();
            if (link != null && navigation != null && relationship != null) {
                ECClass.Constraint end = navigation.forward() ? relationship.target() : relationship.source();
                add(keys, holder, property.name() + ".Id", end, link.fullName());
            }
        }
        ECClass.Relationship own = holder.relationship();
        if (own != null) {
            add(keys, holder, "SourceECInstanceId", own.source(), holder.fullName() + ".Source");
            add(keys, holder, "TargetECInstanceId", own.target(), holder.fullName() + ".Target");
        }
        return keys;
    }

    private void add(List<Key> to, ECClass holder, String column, ECClass.Constraint end, String name) {
        Long abstractClass = end.abstractClassId();
        for (long id : abstractClass == null ? end.classIds() : List.of(abstractClass)) {
            ECClass target = schemas.tryClassById(id);
            if (target != null && Tables.isTable(schemas, target)) {
                to.add(new Key(holder, column, target, name));
            }
        }
    }

    List<Key> exported(ECClass target) {
        Map<Long, List<Key>> known = exported;
        if (known == null) {
            known = new HashMap<>();
            for (ECClass holder : Tables.matching(schemas, null, null)) {
                for (Key key : imported(holder)) {
                    known.computeIfAbsent(key.target().id(), none -> new ArrayList<>())
                            .add(key);
                }
            }
            exported = known;
        }
        return known.getOrDefault(target.id(), List.of());
    }
}
