package org.imodel4j.ec.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.imodel4j.ec.ClassMap.ColumnType;
import org.imodel4j.ec.ClassMap.Strategy;
import org.imodel4j.ec.ClassMap.TableType;
import org.jspecify.annotations.Nullable;

/** Finds or makes the tables of a class. */
final class TableMapper {
    private final DbTables tables;
    private final MapConnection connection;

    TableMapper(DbTables tables, MapConnection connection) {
        this.tables = tables;
        this.connection = connection;
    }

    /** Gives a new mapping the tables of its base class, or one of its own. */
    void map(ClassMapping mapping, Storage storage) {
        ClassMapping base = storage.base();
        if (base == null) {
            mapping.use(create(mapping, storage, typeOf(mapping), null));
            return;
        }
        mapping.use(base.primaryTable());
        if (!mapping.isJoined()) {
            return;
        }
        if (base.isParentOfJoinedTables()) {
            mapping.use(create(mapping, storage, TableType.JOINED, base.primaryTable()));
        } else {
            mapping.use(base.joinedOrPrimaryTable());
        }
    }

    private static TableType typeOf(ClassMapping mapping) {
        if (mapping.isForeignKey()) {
            return TableType.VIRTUAL;
        }
        if (mapping.strategy() == Strategy.EXISTING_TABLE) {
            return TableType.EXISTING;
        }
        return mapping.node().isAbstract() && !mapping.isHierarchy() ? TableType.VIRTUAL : TableType.PRIMARY;
    }

    private DbTable create(ClassMapping mapping, Storage storage, TableType type, @Nullable DbTable parent) {
        DbTable known = tables.tryTable(storage.tableName());
        if (known != null) {
            throw Refusal.of(
                    known.type() == type
                            ? "Table " + known.name() + " is exclusively used by the ECClass with Id "
                                    + known.exclusiveRootClassId()
                                    + " and therefore cannot be used by other ECClasses which are no subclass of the mentioned ECClass."
                            : "Table " + known.name()
                                    + " is already used by another ECClass for a different mapping type.");
        }
        return type == TableType.EXISTING ? existing(mapping.node(), storage) : fresh(mapping, storage, type, parent);
    }

    private DbTable fresh(ClassMapping mapping, Storage storage, TableType type, @Nullable DbTable parent) {
        if (connection.exists(
                "SELECT 1 FROM sqlite_master WHERE type='table' AND name=? COLLATE NOCASE", storage.tableName())) {
            throw Refusal.of("Failed to map ECClass '" + mapping.node().fullName()
                    + "'. It would be mapped to table '" + storage.tableName()
                    + "' which exists already and was not created by ECDb. Mapping classes to pre-existing tables requires the"
                    + " MapStrategy 'ExistingTable'.");
        }
        DbTable table = tables.add(
                new DbTable(storage.tableName(), type, parent, mapping.node().id()));
        DbColumn id = table.add(storage.idColumn(), ColumnType.INTEGER, DbColumn.INSTANCE_ID, false);
        if (type != TableType.VIRTUAL) {
            id.makePrimaryKey();
        }
        addClassId(table, !mapping.isHierarchy());
        return table;
    }

    private static void addClassId(DbTable table, boolean virtual) {
        DbColumn classId = table.add(1, "ECClassId", ColumnType.INTEGER, DbColumn.CLASS_ID, virtual);
        classId.makeNotNull();
        if (!virtual) {
            table.indexes()
                    .add(new DbIndex(
                            "ix_" + table.name() + "_ecclassid", table, false, List.of(classId), false, true, 0, true));
        }
    }

    private DbTable existing(ClassNode node, Storage storage) {
        DbTable table = new DbTable(storage.tableName(), TableType.EXISTING, null, node.id());
        List<DbColumn> key = new ArrayList<>();
        for (ExistingColumn found : columnsOf(storage.tableName())) {
            DbColumn column = table.add(found.name(), found.type(), DbColumn.DATA, false);
            column.defaultTo(found.defaultValue());
            if (found.notNull()) {
                column.makeNotNull();
            }
            if (found.keyOrdinal() > 0) {
                key.add(column);
            }
        }
        if (table.columns().isEmpty()) {
            throw Refusal.of("Failed to map ECClass '" + node.fullName() + "'. The table '" + storage.tableName()
                    + "' specified in ClassMap custom attribute must exist if MapStrategy is ExistingTable.");
        }
        if (key.size() > 1) {
            throw Refusal.of("Failed to map ECClass '" + node.fullName()
                    + "'. Multi-column PK not supported for MapStrategy 'ExistingTable'. Table: "
                    + storage.tableName());
        }
        key.forEach(DbColumn::makePrimaryKey);
        DbColumn id = table.tryColumn(storage.idColumn());
        if (id == null) {
            throw Refusal.of("Failed to map ECClass '" + node.fullName() + "'. ECInstanceId column '"
                    + storage.idColumn() + "' does not exist in table '" + storage.tableName()
                    + "' which was specified in ClassMap custom attribute together with ExistingTable MapStrategy.");
        }
        id.makeInstanceId();
        addClassId(table, true);
        return tables.add(table);
    }

    /** A column of a table that the application made. */
    private record ExistingColumn(
            String name,
            ColumnType type,
            boolean notNull,
            @Nullable String defaultValue,
            long keyOrdinal) {}

    private List<ExistingColumn> columnsOf(String table) {
        return connection.rows(
                "SELECT name,type,\"notnull\",dflt_value,pk FROM pragma_table_info(?)",
                row -> new ExistingColumn(
                        MapConnection.text(row, 0),
                        typeOf(MapConnection.text(row, 1)),
                        row.columnLong(2) != 0,
                        row.columnText(3),
                        row.columnLong(4)),
                table);
    }

    private static ColumnType typeOf(String declared) {
        String name = declared.toLowerCase(Locale.ROOT);
        if (name.contains("long") || name.contains("int")) {
            return ColumnType.INTEGER;
        }
        if (name.contains("char") || name.contains("clob") || name.contains("text")) {
            return ColumnType.TEXT;
        }
        if (name.contains("blob") || name.contains("binary")) {
            return ColumnType.BLOB;
        }
        if (name.contains("real") || name.contains("floa") || name.contains("doub")) {
            return ColumnType.REAL;
        }
        if (name.contains("date") || name.contains("timestamp")) {
            return ColumnType.TIMESTAMP;
        }
        return name.contains("bool") ? ColumnType.BOOLEAN : ColumnType.ANY;
    }
}
