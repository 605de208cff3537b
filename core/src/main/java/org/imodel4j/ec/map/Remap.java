package org.imodel4j.ec.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.imodel4j.ec.map.PropertyMapping.Leaf;
import org.jspecify.annotations.Nullable;

/**
 * Moves values whose columns an upgrade changes: a property that a base class got under the name that a subclass had already, a class that moved
 * below another one, an override that went away. What is affected forgets its columns before classes are mapped anew; afterwards the values
 * follow.
 */
final class Remap {
    /** The mappings that a class and property of these names have in shared or virtual columns. */
    private static final String BY_NAME =
            "SELECT m.Id,m.ClassId,p.Id,pp.AccessString,c.Id,t.Name,c.Name FROM ec_PropertyMap m"
                    + " JOIN ec_PropertyPath pp ON pp.Id=m.PropertyPathId JOIN ec_Property p ON p.Id=pp.RootPropertyId"
                    + " JOIN ec_Column c ON c.Id=m.ColumnId JOIN ec_Table t ON t.Id=c.TableId WHERE ";

    private static final String SHARED = "c.ColumnKind=4";
    private static final String SHARED_OR_VIRTUAL = "(c.ColumnKind=4 OR (c.ColumnKind=0 AND c.IsVirtual=1))";
    private static final String BELOW = "(SELECT ClassId FROM ec_cache_ClassHierarchy WHERE BaseClassId=?)";
    private static final String TEMPORARY = "temp.imodel4j_moved";

    private final MapConnection connection;
    private final List<Added> added = new ArrayList<>();
    private final List<Moved> moved = new ArrayList<>();
    private final Map<Long, List<Cleaned>> cleaned = new LinkedHashMap<>();

    private record Added(long classId, String property) {}

    private record Moved(long classId, long baseId) {}

    /** A leaf that lost its column. */
    private record Cleaned(
            long mapId, long classId, long propertyId, String access, long columnId, String table, String column) {}

    Remap(MapConnection connection) {
        this.connection = connection;
    }

    /** A class got a property of its own. */
    void added(long classId, String property) {
        added.add(new Added(classId, property));
    }

    /** A class got another base class. */
    void movedBelow(long classId, long baseId) {
        moved.add(new Moved(classId, baseId));
    }

    /** The property is about to be deleted; a base class has one of the same name. */
    void noLongerOverridden(long propertyId) {
        find("p.Id=? AND " + SHARED, propertyId).forEach(this::note);
    }

    private List<Cleaned> find(String condition, @Nullable Object... arguments) {
        return connection.rows(
                BY_NAME + condition,
                row -> new Cleaned(
                        row.columnLong(0),
                        row.columnLong(1),
                        row.columnLong(2),
                        MapConnection.text(row, 3),
                        row.columnLong(4),
                        MapConnection.text(row, 5),
                        MapConnection.text(row, 6)),
                arguments);
    }

    private void note(Cleaned found) {
        cleaned.computeIfAbsent(found.classId, absent -> new ArrayList<>()).add(found);
    }

    private void clean(List<Cleaned> found) {
        for (Cleaned each : found) {
            note(each);
            connection.run("DELETE FROM ec_PropertyMap WHERE Id=?", each.mapId);
        }
    }

    /** Makes what is affected forget its columns. Rows of classes are written, their mapping is as it was. */
    void clean() {
        for (Added each : added) {
            clean(find(
                    "p.Name=? AND " + SHARED_OR_VIRTUAL + " AND m.ClassId IN " + BELOW, each.property, each.classId));
        }
        moved.forEach(this::cleanMoved);
        Set<Long> properties = new LinkedHashSet<>();
        cleaned.values().forEach(list -> list.forEach(each -> properties.add(each.propertyId)));
        for (long property : properties) {
            connection.run(
                    "DELETE FROM ec_PropertyPath WHERE RootPropertyId=? AND NOT EXISTS"
                            + " (SELECT 1 FROM ec_PropertyMap m WHERE m.PropertyPathId=ec_PropertyPath.Id)",
                    property);
        }
    }

    private void cleanMoved(Moved each) {
        String residents =
                "(SELECT h.ClassId FROM ec_cache_ClassHierarchy h WHERE h.BaseClassId=?1 AND NOT EXISTS (SELECT 1 FROM"
                        + " ec_cache_ClassHierarchy x WHERE x.ClassId=h.ClassId AND x.BaseClassId=?2)"
                        + " UNION SELECT BaseClassId FROM ec_cache_ClassHierarchy WHERE ClassId=?1)";
        String join =
                " FROM ec_PropertyMap m JOIN ec_PropertyPath pp ON pp.Id=m.PropertyPathId JOIN ec_Column c ON c.Id=m.ColumnId"
                        + " WHERE c.ColumnKind=4 AND m.ClassId IN ";
        List<Long> conflicting = connection.rows(
                "WITH r AS (SELECT DISTINCT c.Id ColumnId,pp.AccessString Access" + join + residents + "),"
                        + "g AS (SELECT DISTINCT c.Id ColumnId,pp.AccessString Access,pp.RootPropertyId Root" + join
                        + "(SELECT ClassId FROM ec_cache_ClassHierarchy WHERE BaseClassId=?2))"
                        + " SELECT DISTINCT g.Root FROM g JOIN r ON r.ColumnId=g.ColumnId AND r.Access<>g.Access",
                row -> row.columnLong(0),
                each.baseId,
                each.classId);
        for (long property : conflicting) {
            clean(find("p.Id=? AND " + SHARED + " AND m.ClassId IN " + BELOW, property, each.classId));
        }
        List<String> overridden = connection.rows(
                "SELECT DISTINCT p.Name FROM ec_Property p JOIN ec_PropertyPath pp ON pp.RootPropertyId=p.Id WHERE p.ClassId IN"
                        + " (SELECT ClassId FROM ec_cache_ClassHierarchy WHERE BaseClassId=?2) AND EXISTS (SELECT 1 FROM ec_Property u"
                        + " WHERE u.Name=p.Name AND u.ClassId IN (SELECT BaseClassId FROM ec_cache_ClassHierarchy WHERE ClassId=?1))",
                row -> MapConnection.text(row, 0),
                each.baseId,
                each.classId);
        for (String property : overridden) {
            clean(find("p.Name=? AND " + SHARED_OR_VIRTUAL + " AND m.ClassId IN " + BELOW, property, each.classId));
        }
    }

    /** Lets the values follow, once the classes are mapped anew and their tables are there. */
    void moveValues(Mappings mappings) {
        cleaned.forEach((classId, leaves) -> {
            ClassMapping mapping = mappings.tryById(classId);
            if (mapping != null
                    && !mapping.isNotMapped()
                    && !mapping.primaryTable().isVirtual()) {
                moveValues(mapping, leaves);
            }
        });
    }

    private void moveValues(ClassMapping mapping, List<Cleaned> leaves) {
        Map<Cleaned, DbColumn> targets = new LinkedHashMap<>();
        Map<String, DbColumn> columns = new HashMap<>();
        mapping.properties().forEach(property -> {
            for (Leaf leaf : property.leaves()) {
                columns.put(MapNames.key(leaf.accessString()), leaf.column());
            }
        });
        for (Cleaned each : leaves) {
            DbColumn target = columns.get(MapNames.key(each.access));
            if (target != null && target.id() != each.columnId && !target.isVirtual()) {
                targets.put(each, target);
            }
        }
        if (targets.isEmpty()) {
            return;
        }
        connection.execute("CREATE TEMP TABLE imodel4j_moved AS " + select(mapping, List.copyOf(targets.keySet())));
        for (Cleaned each : targets.keySet()) {
            connection.execute("UPDATE [" + each.table + "] SET [" + each.column + "]=NULL WHERE ["
                    + idColumn(mapping, each.table) + "] IN (SELECT Id FROM " + TEMPORARY + ")");
        }
        int number = 0;
        for (DbColumn target : targets.values()) {
            String id = idColumn(mapping, target.table().name());
            connection.execute("UPDATE [" + target.table().name() + "] SET [" + target.name() + "]=(SELECT v" + number++
                    + " FROM " + TEMPORARY + " x WHERE x.Id=[" + target.table().name() + "].[" + id + "]) WHERE [" + id
                    + "] IN (SELECT Id FROM " + TEMPORARY + ")");
        }
        connection.execute("DROP TABLE " + TEMPORARY);
    }

    /** The values of all instances of exactly this class. */
    private static String select(ClassMapping mapping, List<Cleaned> leaves) {
        DbTable primary = mapping.primaryTable();
        String key = idColumn(mapping, primary.name());
        StringBuilder sql = new StringBuilder("SELECT p.[" + key + "] Id");
        for (int i = 0; i < leaves.size(); i++) {
            sql.append(",[")
                    .append(leaves.get(i).table)
                    .append("].[")
                    .append(leaves.get(i).column)
                    .append("] v")
                    .append(i);
        }
        sql.append(" FROM [").append(primary.name()).append("] p");
        for (String table : leaves.stream().map(Cleaned::table).distinct().collect(Collectors.toList())) {
            sql.append(" LEFT JOIN [")
                    .append(table)
                    .append("] ON [")
                    .append(table)
                    .append("].[")
                    .append(idColumn(mapping, table))
                    .append("]=p.[")
                    .append(key)
                    .append(']');
        }
        DbColumn classId = primary.classId();
        if (!classId.isVirtual()) {
            sql.append(" WHERE p.[")
                    .append(classId.name())
                    .append("]=")
                    .append(mapping.node().id());
        }
        return sql.toString();
    }

    private static String idColumn(ClassMapping mapping, String table) {
        for (Leaf leaf : mapping.systemProperty("ECInstanceId").leaves()) {
            if (leaf.column().table().name().equals(table)) {
                return leaf.column().name();
            }
        }
        throw Refusal.map(mapping.node(), "It is not stored in " + table + ".");
    }
}
