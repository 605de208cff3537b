package org.imodel4j.ec.map;

import java.util.List;
import java.util.Objects;
import org.imodel4j.ec.CustomAttribute.Container;
import org.imodel4j.ec.schema.CustomAttributeDef;
import org.jspecify.annotations.Nullable;

/** Changes the custom attributes of a container: a changed one keeps its place, a new one comes behind all others. */
final class AttributeUpdate {
    private final MapConnection connection;
    private final SchemaIds ids;
    private final ClassRows rows;

    AttributeUpdate(MapConnection connection, SchemaIds ids, ClassRows rows) {
        this.connection = connection;
        this.ids = ids;
        this.rows = rows;
    }

    void update(Container container, long id, List<CustomAttributeDef> before, List<CustomAttributeDef> after) {
        if (before.equals(after)) {
            return;
        }
        Long last = connection.number(
                "SELECT max(Ordinal) FROM ec_CustomAttribute WHERE ContainerId=? AND ContainerType=?",
                id,
                ClassRows.code(container));
        // iTwin.js begins to count at 1 when there was none.
        int[] next = {last == null ? 1 : (int) (last + 1)};
        NamedChanges.each(before, after, attribute -> attribute.type().toString(), (from, to) -> {
            Integer place = from == null ? null : (Integer) delete(container, id, from);
            if (to != null) {
                rows.insertAttribute(container, id, to, from == null ? next[0]++ : Objects.requireNonNull(place));
            }
        });
    }

    /** Answers the place it had. */
    private int delete(Container container, long id, CustomAttributeDef attribute) {
        Long type = ids.tryItem("ec_Class", attribute.type());
        @Nullable
        Long place = connection.number(
                "SELECT Ordinal FROM ec_CustomAttribute WHERE ContainerId=? AND ContainerType=? AND ClassId=?",
                id,
                ClassRows.code(container),
                type);
        connection.run(
                "DELETE FROM ec_CustomAttribute WHERE ContainerId=? AND ContainerType=? AND ClassId=?",
                id,
                ClassRows.code(container),
                type);
        return place == null ? 0 : place.intValue();
    }
}
