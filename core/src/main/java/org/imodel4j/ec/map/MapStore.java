package org.imodel4j.ec.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.imodel4j.ec.ClassMap.Strategy;
import org.imodel4j.ec.map.NavigationMapper.KeyColumns;
import org.imodel4j.ec.map.PropertyMapping.Leaf;
import org.jspecify.annotations.Nullable;

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

    /** A stored table that is known; null when there is none of that id. */
    @Nullable
    DbTable table(long id) {
        return tablesById.get(id);
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

    private static @Nullable Integer orNull(int code) {
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
}
