package org.imodel4j.ecsql.translate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imodel4j.ec.ClassMap;
import org.imodel4j.ec.ClassMap.Column;
import org.imodel4j.ec.ClassMap.Table;
import org.imodel4j.ec.ClassMap.TableType;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;
import org.jspecify.annotations.Nullable;

/**
 * Writes the SELECT that gives the instances of one class: only the tables whose columns are asked for, the class filter in its
 * cheapest form, and one arm for each way in which subclasses store the same properties.
 */
final class ClassView {
    private final ECSchemas schemas;
    private final ClassFilterCost cost;

    ClassView(ECSchemas schemas, ClassFilterCost cost) {
        this.schemas = schemas;
        this.cost = cost;
    }

    /**
     * What is asked of a class.
     *
     * @param paths leaf access strings; each becomes a column of that name
     * @param requiredProperties instances of classes without these properties are left out
     */
    record Request(
            ECClass ecClass,
            boolean subclasses,
            boolean plainTypeIndex,
            boolean filtered,
            Collection<String> paths,
            Set<String> requiredProperties) {}

    /**
     * A class whose rows need no query of their own.
     *
     * @param from the tables, to stand in a FROM clause
     * @param condition for the last join in {@code from}; empty when there is none
     * @param filter what keeps other classes out, for the WHERE clause; empty when nothing has to
     * @param columns the SQL of each path that was asked for
     */
    record Inline(String from, String condition, String filter, Map<String, String> columns) {}

    /** Instances that store all that is asked for in the same columns. */
    private record Part(
            ClassMap map, List<Table> tables, List<String> columns, List<Long> classIds, boolean complete) {}

    String select(Request request) {
        ClassMap map = schemas.mapOf(request.ecClass());
        if (isForeignKey(map)) {
            return new ForeignKeyView(schemas, this).select(request);
        }
        Map<String, Part> parts = new LinkedHashMap<>();
        for (long root : storageRoots(request.ecClass(), map, request.subclasses())) {
            add(parts, part(root, request, TableNames.PLAIN));
        }
        StringBuilder sql = new StringBuilder();
        for (Part part : parts.values()) {
            sql.append(sql.length() == 0 ? "" : " UNION ALL ");
            arm(sql, part, request);
        }
        return sql.length() == 0 ? nothing(request.paths()) : sql.toString();
    }

    /**
     * The same rows as those of {@link #select}, without a query around them: SQLite would take it apart again, which costs it as
     * much as all the rest of the preparation.
     *
     * @param names what the tables are called
     * @return null when the instances stand in several places, or a column is not one of a table
     */
    @Nullable
    Inline tryInline(Request request, TableNames names) {
        ClassMap map = schemas.mapOf(request.ecClass());
        if (isForeignKey(map)) {
            return null;
        }
        List<Long> roots = storageRoots(request.ecClass(), map, request.subclasses());
        if (roots.size() != 1) {
            return null;
        }
        Part part = part(roots.get(0), request, names);
        Map<String, String> columns = new HashMap<>();
        int i = 0;
        for (String path : request.paths()) {
            String column = part.columns().get(i++);
            // A bare number would be taken for the number of a result column behind ORDER BY.
            if (column.equals("NULL") || Character.isDigit(column.charAt(0))) {
                return null;
            }
            columns.put(path, column);
        }
        if (!part.columns().get(i).isEmpty()) {
            return null;
        }
        StringBuilder from = new StringBuilder();
        String condition = from(from, part, names);
        ClassFilter filter = classFilter(part, request, names);
        if (!filter.table().isEmpty()) {
            from.append(on(condition)).append(" INNER JOIN ").append(filter.table());
            condition = filter.condition();
        }
        return new Inline(from.toString(), condition, filter.where(), columns);
    }

    private static boolean isForeignKey(ClassMap map) {
        return map.strategy() == ClassMap.Strategy.FOREIGN_KEY_IN_SOURCE
                || map.strategy() == ClassMap.Strategy.FOREIGN_KEY_IN_TARGET;
    }

    private static String nothing(Collection<String> paths) {
        StringBuilder sql = new StringBuilder("SELECT ");
        for (String path : paths) {
            sql.append(sql.length() == 7 ? "" : ",").append("NULL ").append(Sql.name(path));
        }
        return (paths.isEmpty() ? sql.append("NULL") : sql).append(" WHERE 0").toString();
    }

    private static boolean isHierarchy(ClassMap map) {
        return map.strategy() == ClassMap.Strategy.TABLE_PER_HIERARCHY
                && !map.tables().isEmpty();
    }

    /** The classes under which instances are stored alike: the class itself, or the stored classes next below it. */
    private List<Long> storageRoots(ECClass ecClass, ClassMap map, boolean subclasses) {
        if (isHierarchy(map) || !subclasses) {
            return map.tables().isEmpty() ? List.of() : List.of(ecClass.id());
        }
        List<Long> roots = new ArrayList<>();
        Set<Long> hierarchies = new LinkedHashSet<>();
        for (long id : schemas.subclasses(ecClass.id())) {
            ClassMap below = schemas.mapOf(schemas.classById(id));
            if (isHierarchy(below)) {
                hierarchies.add(id);
            } else if (!below.tables().isEmpty() && schemas.classById(id).modifier() != ECClass.Modifier.ABSTRACT) {
                roots.add(id);
            }
        }
        for (long id : hierarchies) {
            boolean top = true;
            for (long above : schemas.superclasses(id)) {
                top &= above == id || !hierarchies.contains(above);
            }
            if (top) {
                roots.add(id);
            }
        }
        return roots;
    }

    private static void add(Map<String, Part> parts, Part part) {
        StringBuilder key = new StringBuilder();
        for (Table table : part.tables()) {
            key.append(table.id()).append(' ');
        }
        if (part.tables().get(0).classIdColumn() == null) {
            key.append('=').append(part.classIds().get(0));
        }
        key.append(part.columns());
        Part same = parts.get(key.toString());
        if (same == null) {
            parts.put(key.toString(), part);
            return;
        }
        Set<Long> both = new LinkedHashSet<>(same.classIds());
        both.addAll(part.classIds());
        parts.put(
                key.toString(),
                new Part(
                        same.map(),
                        same.tables(),
                        same.columns(),
                        List.copyOf(both),
                        same.complete() || part.complete()));
    }

    private Part part(long rootId, Request request, TableNames names) {
        Collection<String> paths = request.paths();
        ECClass root = schemas.classById(rootId);
        ClassMap map = schemas.mapOf(root);
        boolean subclasses = request.subclasses() && isHierarchy(map);
        List<Long> classIds = new ArrayList<>();
        for (long id : subclasses ? schemas.subclasses(root.id()) : new long[] {root.id()}) {
            classIds.add(id);
        }
        List<Table> tables = tables(root, map, request, subclasses);
        LinkEnds ends = new LinkEnds(schemas, this, root, map);
        TableNames named = names.withBase(tables.get(0));
        List<String> columns = new ArrayList<>();
        for (String path : paths) {
            columns.add(column(root, map, tables.get(0), path, ends, named));
        }
        return new Part(map, tables, withJoins(columns, ends), classIds, isComplete(root, tables.get(0), subclasses));
    }

    /** The joins that relationship ends need go with the columns, so that equal parts stay recognisable. */
    private static List<String> withJoins(List<String> columns, LinkEnds ends) {
        List<String> all = new ArrayList<>(columns);
        all.add(ends.joins());
        return all;
    }

    /** No row of the table belongs to another class. */
    private boolean isComplete(ECClass root, Table base, boolean subclasses) {
        if (base.classIdColumn() == null) {
            return true;
        }
        Long tableRoot = base.exclusiveRootClassId();
        return subclasses && tableRoot != null && schemas.isSubclass(tableRoot, root.id());
    }

    /** The tables to read, the one that the others are joined to first. */
    private List<Table> tables(ECClass root, ClassMap map, Request request, boolean subclasses) {
        Set<Long> needed = new LinkedHashSet<>();
        for (String path : request.paths()) {
            Column column = isIdentity(path) ? null : map.tryColumn(path);
            if (column != null && !column.virtual()) {
                needed.add(column.table().id());
            } else if (column != null && path.endsWith(".RelECClassId")) {
                Column id = map.tryColumn(navigationId(path));
                if (id != null) {
                    needed.add(id.table().id());
                }
            }
        }
        List<Table> chosen = new ArrayList<>();
        Table nearest = nearest(map);
        for (Table table : preferred(map, nearest)) {
            // Without a class filter the table itself is what keeps most other classes out.
            if (needed.contains(table.id()) || (!request.filtered() && table.id() == nearest.id())) {
                chosen.add(table);
            }
        }
        if (chosen.isEmpty()) {
            chosen.add(
                    isComplete(root, nearest, subclasses)
                            ? nearest
                            : map.tables().get(0));
        }
        return chosen;
    }

    private static boolean isIdentity(String path) {
        return path.equals("ECInstanceId") || path.equals("ECClassId");
    }

    private static String navigationId(String relClassPath) {
        return relClassPath.substring(0, relClassPath.length() - "RelECClassId".length()) + "Id";
    }

    /** The table of the class that is farthest from the root of the hierarchy, overflow tables apart. */
    private static Table nearest(ClassMap map) {
        Table nearest = map.tables().get(0);
        for (Table table : map.tables()) {
            if (table.type() == TableType.JOINED) {
                nearest = table;
            }
        }
        return nearest;
    }

    private static List<Table> preferred(ClassMap map, Table nearest) {
        List<Table> order = new ArrayList<>();
        order.add(nearest);
        for (Table table : map.tables()) {
            if (table.id() != nearest.id() && table.type() != TableType.OVERFLOW) {
                order.add(table);
            }
        }
        for (Table table : map.tables()) {
            if (table.id() != nearest.id() && table.type() == TableType.OVERFLOW) {
                order.add(table);
            }
        }
        return order;
    }

    private String column(ECClass root, ClassMap map, Table base, String path, LinkEnds ends, TableNames names) {
        if (path.equals("ECInstanceId")) {
            return names.column(base, base.primaryKey());
        }
        if (path.equals("ECClassId")) {
            return base.classIdColumn() == null ? Long.toString(root.id()) : names.column(base, base.classIdColumn());
        }
        String end = ends.column(path, base, names);
        if (end != null) {
            return end;
        }
        Column column = map.tryColumn(path);
        if (column == null) {
            return "NULL";
        }
        if (!path.endsWith(".RelECClassId")) {
            return column.virtual() ? "NULL" : names.column(column.table(), column.name());
        }
        Column id = map.tryColumn(navigationId(path));
        if (id == null || id.virtual()) {
            return "NULL";
        }
        String value = column.virtual()
                ? String.valueOf(column.constantClassId())
                : names.column(column.table(), column.name());
        return "(CASE WHEN " + names.column(id.table(), id.name()) + " IS NULL THEN NULL ELSE " + value + " END)";
    }

    private void arm(StringBuilder sql, Part part, Request request) {
        sql.append("SELECT ");
        int i = 0;
        for (String path : request.paths()) {
            sql.append(i == 0 ? "" : ",")
                    .append(part.columns().get(i))
                    .append(' ')
                    .append(Sql.name(path));
            i++;
        }
        sql.append(i == 0 ? "NULL" : "").append(" FROM ");
        sql.append(on(from(sql, part, TableNames.PLAIN))).append(part.columns().get(i));
        ClassFilter filter = classFilter(part, request, TableNames.PLAIN);
        if (!filter.table().isEmpty()) {
            sql.append(" INNER JOIN ").append(filter.table()).append(on(filter.condition()));
        }
        sql.append(filter.where().isEmpty() ? "" : " WHERE " + filter.where());
    }

    private static String on(String condition) {
        return condition.isEmpty() ? "" : " ON " + condition;
    }

    /** Writes the tables of a part, and answers the condition of the last join among them. */
    private static String from(StringBuilder sql, Part part, TableNames names) {
        Table base = part.tables().get(0);
        TableNames named = names.withBase(base);
        named.write(sql, base);
        String condition = "";
        for (Table table : part.tables().subList(1, part.tables().size())) {
            sql.append(on(condition)).append(" INNER JOIN ");
            named.write(sql, table);
            condition = named.column(table, table.primaryKey()) + '=' + named.column(base, base.primaryKey());
        }
        return condition;
    }

    private ClassFilter classFilter(Part part, Request request, TableNames names) {
        Table base = part.tables().get(0);
        return new ClassFilters(schemas, cost, request, names.withBase(base))
                .of(base, part.classIds(), part.complete());
    }

    /** The class ids of the instances of a class, for joining the far end of a relationship. */
    @Nullable
    Table primaryTable(long classId) {
        List<ClassMap.Partition> partitions = schemas.partitions(classId);
        return partitions.size() == 1 ? partitions.get(0).table() : null;
    }
}
