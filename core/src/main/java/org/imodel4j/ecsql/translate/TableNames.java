package org.imodel4j.ecsql.translate;

import org.imodel4j.ec.ClassMap.Table;
import org.jspecify.annotations.Nullable;

/**
 * What the tables of one class are called in SQL: by their own names inside a query of their own, else by names that no other
 * class of the statement has.
 *
 * @param alias unquoted name of the table that the others are joined to; null for own names
 * @param base that table; null as long as it is not known
 */
record TableNames(@Nullable String alias, @Nullable Table base) {
    static final TableNames PLAIN = new TableNames(null, null);

    static TableNames of(String alias) {
        return new TableNames(alias, null);
    }

    TableNames withBase(Table table) {
        return alias == null ? this : new TableNames(alias, table);
    }

    private String name(Table table) {
        if (alias == null) {
            return table.name();
        }
        return base != null && base.id() == table.id() ? alias : alias + '.' + table.name();
    }

    String column(Table table, String column) {
        return Sql.name(name(table)) + '.' + Sql.name(column);
    }

    String hierarchy() {
        return alias == null ? "[Hierarchy]" : Sql.name(alias + ".Hierarchy");
    }

    /** The table as it stands in a FROM clause. */
    void write(StringBuilder sql, Table table) {
        sql.append("[main].").append(Sql.name(table.name()));
        if (alias != null) {
            sql.append(' ').append(Sql.name(name(table)));
        }
    }
}
