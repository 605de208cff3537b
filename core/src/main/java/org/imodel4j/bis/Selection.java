package org.imodel4j.bis;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ec.ClassMap;
import org.imodel4j.ec.ClassMap.Column;
import org.imodel4j.ec.ClassMap.Table;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/** The SELECT for the instances of one class, made while the parts of its JSON ask for their columns. */
final class Selection {
    /** Answered for properties that have no column. */
    static final int NONE = -1;

    private final ECClass ecClass;
    private final ClassMap map;
    private final List<Table> tables;
    private final List<String> expressions = new ArrayList<>();

    Selection(ECSchemas schemas, ECClass ecClass) {
        this.ecClass = ecClass;
        this.map = schemas.mapOf(ecClass);
        this.tables = map.tables();
        if (tables.isEmpty()) {
            throw new IModelException(Status.WRONG_CLASS, "the class has no instances of its own")
                    .with("class", ecClass.fullName());
        }
    }

    /** Whether instances of the class are stored anywhere. */
    static boolean isPossible(ECSchemas schemas, ECClass ecClass) {
        return !schemas.mapOf(ecClass).tables().isEmpty();
    }

    ECClass ecClass() {
        return ecClass;
    }

    /** The position of the column of a leaf such as {@code Origin.X}; {@link #NONE} when nothing is stored for it. */
    int column(String accessString) {
        Column column = map.tryColumn(accessString);
        if (column == null || column.virtual()) {
            return NONE;
        }
        int table = tables.indexOf(column.table());
        return table < 0 ? NONE : add("t" + table + ".[" + column.name() + ']');
    }

    /** Whether anything is stored for the members of a struct. */
    boolean hasMembers(String structPath) {
        int dot = structPath.indexOf('.');
        String prefix = structPath + '.';
        for (Column column : map.columnsOf(dot < 0 ? structPath : structPath.substring(0, dot))) {
            if (column.accessString().regionMatches(true, 0, prefix, 0, prefix.length())) {
                return true;
            }
        }
        return false;
    }

    /** Adds a column by its SQL. */
    int add(String expression) {
        int known = expressions.indexOf(expression);
        if (known >= 0) {
            return known;
        }
        expressions.add(expression);
        return expressions.size() - 1;
    }

    /** The class id that every row has for a leaf, 0 when it varies or there is none. */
    long constantClassId(String accessString) {
        Column column = map.tryColumn(accessString);
        Long constant = column == null ? null : column.constantClassId();
        return constant == null ? 0 : constant;
    }

    /** The text of the statement; its only parameter is the instance id. */
    String sql() {
        StringBuilder sql = new StringBuilder("SELECT ");
        sql.append(expressions.isEmpty() ? "1" : String.join(",", expressions));
        sql.append(" FROM [").append(tables.get(0).name()).append("] t0");
        for (int i = 1; i < tables.size(); i++) {
            Table table = tables.get(i);
            sql.append(" JOIN [").append(table.name()).append("] t").append(i);
            sql.append(" ON t")
                    .append(i)
                    .append(".[")
                    .append(table.primaryKey())
                    .append("]=?1");
        }
        sql.append(" WHERE t0.[").append(tables.get(0).primaryKey()).append("]=?1");
        return sql.toString();
    }
}
