package org.imodel4j.ecsql.translate;

import java.util.Arrays;
import java.util.List;
import org.imodel4j.ec.ClassMap.Table;
import org.imodel4j.ec.ECSchemas;

/** Writes the class filter of one request in its cheapest form. */
final class ClassFilters {
    private static final int MAX_LISTED_CLASSES = 100;

    private final ECSchemas schemas;
    private final ClassFilterCost cost;
    private final ClassView.Request request;
    private final TableNames names;

    ClassFilters(ECSchemas schemas, ClassFilterCost cost, ClassView.Request request, TableNames names) {
        this.schemas = schemas;
        this.cost = cost;
        this.request = request;
        this.names = names;
    }

    /** @param complete no row of the table belongs to another class */
    ClassFilter of(Table table, List<Long> classIds, boolean complete) {
        ClassFilter classes = table.classIdColumn() == null || complete || !request.filtered()
                ? ClassFilter.NONE
                : classes(table, table.classIdColumn(), classIds);
        if (request.requiredProperties().isEmpty()) {
            return classes;
        }
        StringBuilder where = new StringBuilder(classes.where());
        for (String property : request.requiredProperties()) {
            where.append(where.length() == 0 ? "" : " AND ");
            where.append(
                    table.classIdColumn() == null
                            ? Long.toString(classIds.get(0))
                            : "+" + names.column(table, table.classIdColumn()));
            where.append(" IN (SELECT h.ClassId FROM [main].ec_Property p INNER JOIN [main].ec_cache_ClassHierarchy h");
            where.append(" ON h.BaseClassId=p.ClassId WHERE p.Name=").append(Sql.text(property));
            where.append(" COLLATE NOCASE)");
        }
        return new ClassFilter(classes.table(), classes.condition(), where.toString());
    }

    private ClassFilter classes(Table table, String classIdColumn, List<Long> classIds) {
        long[] ids = classIds.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(ids);
        ClassFilterCost.Form form = request.plainTypeIndex()
                ? cost.cheapest(table.name(), table.primaryKey(), classIdColumn, ids)
                : ClassFilterCost.Form.SCAN;
        String column = names.column(table, classIdColumn);
        String compared = form == ClassFilterCost.Form.SCAN ? "+" + column : column;
        if (ids.length == 1) {
            return ClassFilter.where(compared + '=' + ids[0]);
        }
        boolean tooLong = ids.length > MAX_LISTED_CLASSES;
        long classId = request.ecClass().id();
        if ((tooLong || form == ClassFilterCost.Form.HIERARCHY) && Arrays.equals(ids, schemas.subclasses(classId))) {
            return form == ClassFilterCost.Form.HIERARCHY
                    ? hierarchy(column, classId)
                    : ClassFilter.where(
                            compared + " IN (SELECT ClassId FROM [main].ec_cache_ClassHierarchy WHERE BaseClassId="
                                    + classId + ')');
        }
        return ClassFilter.where(compared + " IN (" + Sql.list(ids) + ')');
    }

    private ClassFilter hierarchy(String column, long classId) {
        String hierarchy = names.hierarchy();
        return new ClassFilter(
                "[main].ec_cache_ClassHierarchy " + hierarchy,
                hierarchy + ".ClassId=" + column + " AND " + hierarchy + ".BaseClassId=" + classId,
                "");
    }
}
