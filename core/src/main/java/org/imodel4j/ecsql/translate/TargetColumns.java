package org.imodel4j.ecsql.translate;

import org.imodel4j.ec.ClassMap;
import org.imodel4j.ec.ClassMap.Column;
import org.imodel4j.ec.ClassMap.Table;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.resolve.Source;
import org.jspecify.annotations.Nullable;

/** What the properties of the class that a statement writes are called while one of its tables is changed. */
final class TargetColumns {
    private static final String CLASS_OF_NAVIGATION = ".RelECClassId";

    private final Source.OfClass target;
    private final ClassMap map;
    private final Table table;
    private final String alias;
    private final SharedColumns shared;

    /** @param alias of the table, quoted */
    TargetColumns(ECSchemas schemas, Source.OfClass target, Table table, String alias) {
        this.target = target;
        this.map = schemas.mapOf(target.ecClass());
        this.table = table;
        this.alias = alias;
        this.shared = new SharedColumns(schemas, target.ecClass());
    }

    Table table() {
        return table;
    }

    String primaryKey() {
        return alias + '.' + Sql.name(table.primaryKey());
    }

    String classId(String column) {
        return alias + '.' + Sql.name(column);
    }

    /** Whether the value of a leaf is known from a row of this table alone. */
    boolean has(String path) {
        return tryColumn(path) != null;
    }

    /** NULL for a leaf of another table, which nobody has a use for. */
    String column(String path) {
        String column = tryColumn(path);
        return column == null ? "NULL" : column;
    }

    /** The column of a leaf as it is stored, for a value that goes to another column unchanged. */
    String stored(String path) {
        Column column = map.tryColumn(path, table);
        return column == null || column.virtual() ? column(path) : alias + '.' + Sql.name(column.name());
    }

    private @Nullable String tryColumn(String path) {
        if (path.equals("ECInstanceId")) {
            return primaryKey();
        }
        if (path.equals("ECClassId")) {
            return table.classIdColumn() == null
                    ? Long.toString(target.ecClass().id())
                    : classId(table.classIdColumn());
        }
        Column column = map.tryColumn(path, table);
        if (path.endsWith(CLASS_OF_NAVIGATION)) {
            return classOfNavigation(path, column);
        }
        return column == null || column.virtual() ? null : shared.typed(column, alias + '.' + Sql.name(column.name()));
    }

    /** The column may hold a class although there is no id, and nothing reads it then. */
    private @Nullable String classOfNavigation(String path, @Nullable Column inTable) {
        Column id = map.tryColumn(path.substring(0, path.length() - CLASS_OF_NAVIGATION.length()) + ".Id", table);
        Column column = inTable == null ? map.tryColumn(path) : inTable;
        if (id == null || column == null || (inTable == null && !column.virtual())) {
            return null;
        }
        String value =
                column.virtual() ? String.valueOf(column.constantClassId()) : alias + '.' + Sql.name(column.name());
        return "(CASE WHEN " + alias + '.' + Sql.name(id.name()) + " IS NULL THEN NULL ELSE " + value + " END)";
    }
}
