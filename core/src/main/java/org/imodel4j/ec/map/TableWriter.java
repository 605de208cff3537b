package org.imodel4j.ec.map;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.imodel4j.ec.ClassMap.ColumnType;
import org.imodel4j.ec.ClassMap.TableType;
import org.imodel4j.ec.map.DbTable.ForeignKey;
import org.imodel4j.ec.map.DbTable.Trigger;
import org.jspecify.annotations.Nullable;

/** Makes the tables of SQLite, or adds their new columns, and makes triggers. The statements are stored by SQLite and compared by readers. */
final class TableWriter {
    private final MapConnection connection;
    private final Map<DbTable, Set<DbColumn>> existing = new HashMap<>();
    private final Set<String> triggers = new HashSet<>();

    TableWriter(MapConnection connection) {
        this.connection = connection;
        connection.rows(
                "SELECT name FROM sqlite_master WHERE type='trigger'", row -> triggers.add(MapConnection.text(row, 0)));
    }

    /** Notes the columns that the file has at the beginning. */
    void know(DbTables tables) {
        for (DbTable table : tables.all()) {
            existing.put(table, new HashSet<>(table.columns()));
        }
    }

    /** What an import makes and alters, in the order in which it does. */
    void write(DbTables tables) {
        for (DbTable table : tables.inOrderOfCreation()) {
            if (table.isVirtual() || table.type() == TableType.EXISTING) {
                continue;
            }
            Set<DbColumn> before = existing.get(table);
            if (before == null) {
                connection.execute(create(table));
            } else {
                for (DbColumn column : table.columns()) {
                    if (!column.isVirtual() && !before.contains(column)) {
                        connection.execute(addColumn(table, column));
                    }
                }
            }
            for (Trigger trigger : table.triggers()) {
                if (triggers.add(trigger.name())) {
                    connection.execute("CREATE TRIGGER [" + trigger.name() + "] AFTER UPDATE ON [" + table.name()
                            + "] WHEN " + trigger.when() + " " + trigger.body());
                }
            }
        }
    }

    private static String create(DbTable table) {
        String columns = table.columns().stream()
                .filter(column -> !column.isVirtual())
                .map(TableWriter::definition)
                .collect(Collectors.joining(", "));
        StringBuilder sql = new StringBuilder("CREATE TABLE [" + table.name() + "](" + columns);
        for (ForeignKey key : table.foreignKeys()) {
            sql.append(", FOREIGN KEY([")
                    .append(key.column().name())
                    .append("])")
                    .append(reference(key));
        }
        return sql.append(')').toString();
    }

    private static String addColumn(DbTable table, DbColumn column) {
        StringBuilder sql = new StringBuilder("ALTER TABLE [" + table.name() + "] ADD COLUMN " + definition(column));
        for (ForeignKey key : table.foreignKeys()) {
            if (key.column() == column) {
                sql.append(reference(key));
            }
        }
        return sql.toString();
    }

    private static String reference(ForeignKey key) {
        DbColumn referenced = key.referenced();
        return " REFERENCES [" + referenced.table().name() + "]([" + referenced.name() + "])"
                + action(" ON DELETE ", key.onDelete())
                + action(" ON UPDATE ", key.onUpdate());
    }

    private static String action(String event, @Nullable String action) {
        return action == null ? "" : event + action;
    }

    private static String definition(DbColumn column) {
        StringBuilder sql = new StringBuilder("[" + column.name() + "] " + type(column.type()));
        if (column.isPrimaryKey()) {
            return sql.append(" PRIMARY KEY").toString();
        }
        if (column.isNotNull()) {
            sql.append(" NOT NULL");
        }
        if (column.isUnique()) {
            sql.append(" UNIQUE");
        }
        if (column.collation() != DbColumn.Collation.UNSET) {
            sql.append(" COLLATE ").append(column.collation());
        }
        if (column.defaultValue() != null) {
            sql.append(" DEFAULT(").append(column.defaultValue()).append(')');
        }
        return sql.toString();
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case ANY, BLOB -> "BLOB";
            case BOOLEAN -> "BOOLEAN";
            case TIMESTAMP -> "TIMESTAMP";
            case REAL -> "REAL";
            case INTEGER -> "INTEGER";
            case TEXT -> "TEXT";
        };
    }

    static String names(List<DbColumn> columns) {
        return columns.stream().map(column -> "[" + column.name() + "]").collect(Collectors.joining(", "));
    }
}
