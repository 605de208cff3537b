package org.imodel4j.ec.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.imodel4j.ec.ClassMap.Strategy;
import org.imodel4j.ec.ClassMap.TableType;
import org.imodel4j.ec.map.NavigationMapper.KeyColumns;
import org.imodel4j.ec.map.PropertyMapping.Leaf;

/** Writes mappings into the tables {@code ec_ClassMap}, {@code ec_PropertyPath}, {@code ec_PropertyMap}, {@code ec_Table} and {@code ec_Column}. */
final class MapStore {
    private final MapConnection connection;
    private final Map<PathKey, Long> paths = new HashMap<>();
    private final Map<Long, Set<ClassNode>> users = new HashMap<>();
    private final Map<Long, DbTable> tablesById = new HashMap<>();

    private record PathKey(long rootPropertyId, String accessString) {}

    MapStore(MapConnection connection) {
        this.connection = connection;
    }

    /** Notes a row of {@code ec_PropertyPath} that is there. */
    void know(long pathId, long rootPropertyId, String accessString) {
        paths.put(new PathKey(rootPropertyId, MapNames.key(accessString)), pathId);
    }

    /** Notes that a class is stored in a column. */
    void know(ClassNode node, DbColumn column) {
        users.computeIfAbsent(column.id(), absent -> new HashSet<>()).add(node);
    }

    void know(DbTable table) {
        tablesById.put(table.id(), table);
    }

    /** Whether a stored mapping of the class or of one below it uses a column. */
    boolean isUsedBelow(DbColumn column, ClassNode node) {
        if (column.id() == 0) {
            return false;
        }
        for (ClassNode user : users.getOrDefault(column.id(), Set.of())) {
            if (user.ancestors().contains(node)) {
                return true;
            }
        }
        return false;
    }

    /** The columns that stored mappings use for the navigation properties of a relationship. */
    List<KeyColumns> keyColumns(ClassNode relationship) {
        record Row(long tableId, String column) {}
        List<Row> rows = connection.rows(
                "SELECT DISTINCT CASE (SUBSTR(PP.AccessString,INSTR(PP.AccessString,'.')+1)) WHEN 'Id' THEN 1 ELSE 2 END Part,T.Id,C.Name"
                        + " FROM ec_Property P JOIN ec_PropertyPath PP ON PP.RootPropertyId=P.Id JOIN ec_PropertyMap PM ON"
                        + " PM.PropertyPathId=PP.Id JOIN ec_Column C ON C.Id=PM.ColumnId JOIN ec_Table T ON T.Id=C.TableId"
                        + " WHERE P.NavigationRelationshipClassId=? ORDER BY T.Id,PM.ClassId,Part",
                row -> new Row(row.columnLong(1), MapConnection.text(row, 2)),
                relationship.id());
        List<KeyColumns> columns = new ArrayList<>();
        for (int i = 0; i + 1 < rows.size(); i += 2) {
            DbTable table = tablesById.get(rows.get(i).tableId());
            DbColumn id = table == null ? null : table.tryColumn(rows.get(i).column());
            DbColumn classId =
                    table == null ? null : table.tryColumn(rows.get(i + 1).column());
            if (id != null && classId != null) {
                columns.add(new KeyColumns(id, classId));
            }
        }
        return columns;
    }

    /** Writes new tables and new or changed columns. */
    void saveTables(DbTables tables) {
        tables.inOrderOfCreation().forEach(this::save);
    }

    /** Writes a table if it is new, and its columns that are new or changed. */
    void save(DbTable table) {
        if (table.id() == 0) {
            insert(table);
        }
        saveColumns(table);
    }

    private void insert(DbTable table) {
        long id = connection.nextId("ec_Table");
        DbTable parent = table.parent();
        // A table that no class has for its own carries its own id there, as iTwin.js leaves it.
        long root = table.exclusiveRootClassId() == 0 ? id : table.exclusiveRootClassId();
        connection.run(
                "INSERT INTO ec_Table(Id,ParentTableId,Name,Type,ExclusiveRootClassId) VALUES(?,?,?,?,?)",
                id,
                parent == null ? null : (Long) parent.id(),
                table.name(),
                table.type().ordinal(),
                root);
        table.stored(id);
        know(table);
    }

    private void saveColumns(DbTable table) {
        int ordinal = 0;
        for (DbColumn column : table.columns()) {
            if (column.id() == 0) {
                long id = connection.nextId("ec_Column");
                connection.run(
                        "INSERT INTO ec_Column(Id,TableId,Name,Type,IsVirtual,Ordinal,NotNullConstraint,UniqueConstraint,CheckConstraint,"
                                + "DefaultConstraint,CollationConstraint,OrdinalInPrimaryKey,ColumnKind) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)",
                        id,
                        table.id(),
                        column.name(),
                        column.type().ordinal(),
                        column.isVirtual(),
                        ordinal,
                        column.isNotNull(),
                        column.isUnique(),
                        column.check(),
                        column.defaultValue(),
                        column.collation().ordinal(),
                        column.isPrimaryKey() ? (Integer) 0 : null,
                        column.kind());
                column.stored(id);
            } else if (column.isChanged()) {
                connection.run(
                        "UPDATE ec_Column SET NotNullConstraint=?,UniqueConstraint=?,DefaultConstraint=?,CollationConstraint=? WHERE Id=?",
                        column.isNotNull(),
                        column.isUnique(),
                        column.defaultValue(),
                        column.collation().ordinal(),
                        column.id());
                column.stored(column.id());
            }
            ordinal++;
        }
    }

    /** Writes the mappings that are not stored yet, those of base classes first. */
    void saveMappings(Mappings mappings) {
        for (ClassMapping mapping : mappings.all()) {
            save(mapping, mappings);
        }
    }

    private void save(ClassMapping mapping, Mappings mappings) {
        if (mapping.isStored()) {
            return;
        }
        mapping.markStored();
        for (ClassNode base : mapping.node().bases()) {
            save(mappings.required(base), mappings);
        }
        HierarchyOptions options = mapping.hierarchy();
        connection.run(
                "INSERT INTO ec_ClassMap(ClassId,MapStrategy,ShareColumnsMode,MaxSharedColumnsBeforeOverflow,JoinedTableInfo)"
                        + " VALUES(?,?,?,?,?)",
                mapping.node().id(),
                code(mapping.strategy()),
                options == null ? null : orNull(options.sharing().ordinal()),
                options == null ? null : options.maxShared(),
                options == null ? null : orNull(options.joining().ordinal()));
        mapping.properties().forEach(property -> insert(mapping.node(), property, property.leaves()));
    }

    private static @org.jspecify.annotations.Nullable Integer orNull(int code) {
        return code == 0 ? null : (Integer) code;
    }

    static int code(Strategy strategy) {
        return switch (strategy) {
            case NOT_MAPPED -> 0;
            case OWN_TABLE -> 1;
            case TABLE_PER_HIERARCHY -> 2;
            case EXISTING_TABLE -> 3;
            case FOREIGN_KEY_IN_TARGET -> 10;
            case FOREIGN_KEY_IN_SOURCE -> 11;
        };
    }

    static Strategy strategy(int code) {
        for (Strategy strategy : Strategy.values()) {
            if (code(strategy) == code) {
                return strategy;
            }
        }
        throw Refusal.of("The file has a class with a map strategy that is not known: " + code);
    }

    private void insert(ClassNode node, PropertyMapping property, List<Leaf> leaves) {
        for (Leaf leaf : leaves) {
            long path = path(property.rootPropertyId(), leaf.accessString());
            connection.run(
                    "INSERT INTO ec_PropertyMap(Id,ClassId,PropertyPathId,ColumnId) VALUES(?,?,?,?)",
                    connection.nextId("ec_PropertyMap"),
                    node.id(),
                    path,
                    leaf.column().id());
            know(node, leaf.column());
        }
    }

    private long path(long rootPropertyId, String accessString) {
        PathKey key = new PathKey(rootPropertyId, MapNames.key(accessString));
        Long known = paths.get(key);
        if (known == null) {
            known = connection.nextId("ec_PropertyPath");
            connection.run(
                    "INSERT INTO ec_PropertyPath(Id,RootPropertyId,AccessString) VALUES(?,?,?)",
                    known,
                    rootPropertyId,
                    accessString);
            paths.put(key, known);
        }
        return known;
    }

    /** Writes leaves of a property that a stored mapping has got. */
    void saveProperty(ClassMapping mapping, PropertyMapping property, List<Leaf> leaves) {
        insert(mapping.node(), property, leaves);
    }

    /** Writes the ids of a table that a stored mapping has got. */
    void saveSystemColumns(ClassMapping mapping, DbTable table) {
        for (String name : List.of("ECInstanceId", "ECClassId")) {
            PropertyMapping property = mapping.systemProperty(name);
            insert(
                    mapping.node(),
                    property,
                    property.leaves().stream()
                            .filter(leaf -> leaf.column().table() == table)
                            .collect(Collectors.toList()));
        }
    }

    void dropIndex(String name) {
        connection.execute("DROP INDEX IF EXISTS [" + name + "]");
        connection.run("DELETE FROM ec_Index WHERE Name=?", name);
    }

    /** Fills the two tables that queries look up, which hold nothing of their own. */
    static void rebuildCaches(MapConnection connection) {
        connection.execute("DELETE FROM ec_cache_ClassHierarchy;"
                + "WITH RECURSIVE Line(ClassId,BaseClassId,Depth,Ordinal) AS (SELECT Id,Id,1,0 FROM ec_Class UNION"
                + " SELECT l.ClassId,b.BaseClassId,l.Depth+1,coalesce(nullif(b.Ordinal,0),l.Ordinal) FROM Line l"
                + " JOIN ec_ClassHasBaseClasses b ON b.ClassId=l.BaseClassId)"
                + " INSERT INTO ec_cache_ClassHierarchy SELECT DISTINCT NULL,ClassId,BaseClassId FROM Line"
                + " ORDER BY Ordinal DESC,Depth DESC;"
                + "DELETE FROM ec_cache_ClassHasTables;"
                + "INSERT INTO ec_cache_ClassHasTables SELECT NULL,cm.ClassId,t.Id FROM ec_PropertyMap pm"
                + " JOIN ec_Column c ON c.Id=pm.ColumnId JOIN ec_ClassMap cm ON cm.ClassId=pm.ClassId"
                + " JOIN ec_Table t ON t.Id=c.TableId WHERE c.ColumnKind & 2=0 AND cm.MapStrategy NOT IN (10,11)"
                + " GROUP BY cm.ClassId,t.Id");
    }

    /** Reads the mappings of a file. */
    static final class Loading {
        private final MapConnection connection;
        private final MapStore store;
        private final ClassGraph graph;
        private final Map<Long, DbColumn> columns = new HashMap<>();

        Loading(MapConnection connection, MapStore store, ClassGraph graph) {
            this.connection = connection;
            this.store = store;
            this.graph = graph;
        }

        DbTables tables() {
            DbTables tables = new DbTables();
            record Row(long id, long parentId, String name, int type, long root) {}
            Map<Long, Row> rows = new LinkedHashMap<>();
            connection.rows(
                    "SELECT Id,coalesce(ParentTableId,0),Name,Type,coalesce(ExclusiveRootClassId,0) FROM ec_Table ORDER BY Id",
                    row -> rows.put(
                            row.columnLong(0),
                            new Row(
                                    row.columnLong(0),
                                    row.columnLong(1),
                                    MapConnection.text(row, 2),
                                    (int) row.columnLong(3),
                                    row.columnLong(4))));
            for (int depth = 0; depth < 3; depth++) {
                for (Row row : rows.values()) {
                    DbTable parent = store.tablesById.get(row.parentId());
                    boolean ready = row.parentId() == 0 || parent != null;
                    if (!ready || store.tablesById.containsKey(row.id())) {
                        continue;
                    }
                    TableType type = TableType.values()[Math.floorMod(row.type(), TableType.values().length)];
                    boolean owned = type != TableType.OVERFLOW;
                    DbTable table = new DbTable(row.name(), type, parent, owned ? row.root() : 0);
                    table.stored(row.id());
                    store.know(tables.add(table));
                }
            }
            readColumns();
            readIndexes();
            return tables;
        }

        private void readColumns() {
            connection.rows(
                    "SELECT Id,TableId,Name,Type,IsVirtual,NotNullConstraint,UniqueConstraint,CheckConstraint,DefaultConstraint,"
                            + "CollationConstraint,OrdinalInPrimaryKey,ColumnKind FROM ec_Column ORDER BY TableId,Ordinal",
                    row -> {
                        DbTable table = store.tablesById.get(row.columnLong(1));
                        if (table == null) {
                            throw Refusal.of("The file has a column without a table.");
                        }
                        DbColumn column = table.add(
                                MapConnection.text(row, 2),
                                org.imodel4j.ec.ClassMap.ColumnType.values()[(int) Math.min(6, row.columnLong(3))],
                                (int) row.columnLong(11),
                                row.columnLong(4) != 0);
                        if (row.columnLong(5) != 0) {
                            column.makeNotNull();
                        }
                        if (row.columnLong(6) != 0) {
                            column.makeUnique();
                        }
                        column.checkThat(row.columnText(7));
                        column.defaultTo(row.columnText(8));
                        column.collate(DbColumn.Collation.values()[(int) Math.min(3, row.columnLong(9))]);
                        if (MapConnection.numberOrNull(row, 10) != null) {
                            column.makePrimaryKey();
                        }
                        column.stored(row.columnLong(0));
                        columns.put(column.id(), column);
                        return column;
                    });
        }

        private void readIndexes() {
            Map<Long, List<DbColumn>> indexColumns = new HashMap<>();
            connection.rows("SELECT IndexId,ColumnId FROM ec_IndexColumn ORDER BY IndexId,Ordinal", row -> indexColumns
                    .computeIfAbsent(row.columnLong(0), absent -> new ArrayList<>())
                    .add(column(row.columnLong(1))));
            connection.rows(
                    "SELECT Id,TableId,Name,IsUnique,AddNotNullWhereExp,IsAutoGenerated,coalesce(ClassId,0),"
                            + "AppliesToSubclassesIfPartial FROM ec_Index ORDER BY Id",
                    row -> {
                        DbTable table = store.tablesById.get(row.columnLong(1));
                        if (table == null) {
                            throw Refusal.of("The file has an index without a table.");
                        }
                        return table.indexes()
                                .add(new DbIndex(
                                        MapConnection.text(row, 2),
                                        table,
                                        row.columnLong(3) != 0,
                                        indexColumns.getOrDefault(row.columnLong(0), List.of()),
                                        row.columnLong(4) != 0,
                                        row.columnLong(5) != 0,
                                        row.columnLong(6),
                                        row.columnLong(7) != 0));
                    });
        }

        private DbColumn column(long id) {
            DbColumn column = columns.get(id);
            if (column == null) {
                throw Refusal.of("The file refers to a column that is not there.");
            }
            return column;
        }

        Mappings mappings(DbTables tables) {
            Mappings mappings = new Mappings();
            connection.rows(
                    "SELECT ClassId,MapStrategy,coalesce(ShareColumnsMode,0),MaxSharedColumnsBeforeOverflow,coalesce(JoinedTableInfo,0)"
                            + " FROM ec_ClassMap ORDER BY ClassId",
                    row -> {
                        Strategy strategy = strategy((int) row.columnLong(1));
                        Long most = MapConnection.numberOrNull(row, 3);
                        HierarchyOptions options = strategy != Strategy.TABLE_PER_HIERARCHY
                                ? null
                                : new HierarchyOptions(
                                        HierarchyOptions.Sharing.values()[(int) row.columnLong(2)],
                                        most == null ? null : (Integer) most.intValue(),
                                        HierarchyOptions.Joining.values()[(int) row.columnLong(4)]);
                        ClassMapping mapping = new ClassMapping(graph.byId(row.columnLong(0)), strategy, options);
                        mapping.markStored();
                        mappings.add(mapping);
                        return mapping;
                    });
            readProperties(mappings);
            for (ClassMapping mapping : mappings.all()) {
                order(mapping, tables);
            }
            return mappings;
        }

        private void readProperties(Mappings mappings) {
            connection.rows(
                    "SELECT pm.ClassId,pm.ColumnId,pp.Id,pp.RootPropertyId,pp.AccessString FROM ec_PropertyMap pm"
                            + " JOIN ec_PropertyPath pp ON pp.Id=pm.PropertyPathId ORDER BY pm.ClassId,pm.Id",
                    row -> {
                        ClassNode node = graph.byId(row.columnLong(0));
                        ClassMapping mapping = mappings.required(node);
                        DbColumn column = column(row.columnLong(1));
                        String access = MapConnection.text(row, 4);
                        long root = row.columnLong(3);
                        store.know(row.columnLong(2), root, access);
                        store.know(node, column);
                        int dot = access.indexOf('.');
                        String name = dot < 0 ? access : access.substring(0, dot);
                        PropertyMapping property = mapping.tryProperty(name);
                        if (property == null) {
                            // A new subclass takes the property over as its base class sees it, which may be an
                            // override.
                            PropertyNode seen = node.tryProperty(name);
                            property = new PropertyMapping(seen == null ? root : seen.id(), name, seen, List.of());
                            property.markKnown();
                            mapping.put(property);
                        }
                        property.leaves().add(new Leaf(access, column));
                        return property;
                    });
        }

        /** The tables of a class, primary before joined before overflow. */
        private static void order(ClassMapping mapping, DbTables tables) {
            if (mapping.isNotMapped()) {
                mapping.use(tables.notMapped());
                return;
            }
            Set<DbTable> storage = mapping.storage();
            for (TableType type : new TableType[] {
                TableType.PRIMARY, TableType.EXISTING, TableType.VIRTUAL, TableType.JOINED, TableType.OVERFLOW
            }) {
                storage.stream().filter(table -> table.type() == type).forEach(mapping::use);
            }
        }
    }
}
