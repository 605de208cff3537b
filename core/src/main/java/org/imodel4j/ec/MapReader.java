package org.imodel4j.ec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import org.imodel4j.ec.ClassMap.Column;
import org.imodel4j.ec.ClassMap.ColumnType;
import org.imodel4j.ec.ClassMap.ForeignKey;
import org.imodel4j.ec.ClassMap.Partition;
import org.imodel4j.ec.ClassMap.Strategy;
import org.imodel4j.ec.ClassMap.Table;
import org.imodel4j.ec.ClassMap.TableType;
import org.imodel4j.sqlite.SqliteStatement;
import org.jspecify.annotations.Nullable;

/** Reads class maps and tables, and keeps them. */
final class MapReader {
    static final int INSTANCE_ID = 1;
    static final int CLASS_ID = 2;

    private static final String PROPERTY_MAP = "SELECT pp.AccessString,c.TableId,c.Name,c.Type,c.IsVirtual,c.ColumnKind"
            + " FROM ec_PropertyMap pm JOIN ec_PropertyPath pp ON pp.Id=pm.PropertyPathId"
            + " JOIN ec_Column c ON c.Id=pm.ColumnId WHERE pm.ClassId=? ORDER BY pm.Id";

    private static final String TABLE = "SELECT t.Id,t.Name,t.Type,t.ParentTableId,t.ExclusiveRootClassId,"
            + "(SELECT c.Name FROM ec_Column c WHERE c.TableId=t.Id AND c.ColumnKind&1),"
            + "(SELECT c.Name FROM ec_Column c WHERE c.TableId=t.Id AND c.ColumnKind&2 AND NOT c.IsVirtual)"
            + " FROM ec_Table t WHERE t.Id=?";

    private final MetadataConnection connection;
    private final LongFunction<ECClass> classes;
    private final Map<Long, ClassMap> maps = new ConcurrentHashMap<>();
    private final Map<Long, Table> tables = new ConcurrentHashMap<>();

    MapReader(MetadataConnection connection, LongFunction<ECClass> classes) {
        this.connection = connection;
        this.classes = classes;
    }

    ClassMap of(ECClass ecClass) {
        ClassMap map = maps.get(ecClass.id());
        if (map == null) {
            map = load(ecClass);
            ClassMap earlier = maps.putIfAbsent(ecClass.id(), map);
            map = earlier == null ? map : earlier;
        }
        return map;
    }

    private ClassMap load(ECClass ecClass) {
        Strategy strategy = connection.first(
                "SELECT MapStrategy FROM ec_ClassMap WHERE ClassId=?",
                row -> strategy(row.columnLong(0)),
                ecClass.id());
        record Leaf(String path, long tableId, String name, ColumnType type, boolean virtual, int kind) {}
        List<Column> columns = new ArrayList<>();
        Map<Long, Table> occupied = new LinkedHashMap<>();
        for (Leaf leaf : connection.rows(
                PROPERTY_MAP,
                row -> new Leaf(
                        MetadataConnection.text(row, 0),
                        row.columnLong(1),
                        MetadataConnection.text(row, 2),
                        Codes.of(ColumnType.values(), row.columnLong(3), ColumnType.ANY),
                        row.columnLong(4) != 0,
                        (int) row.columnLong(5)),
                ecClass.id())) {
            Table table = table(leaf.tableId());
            columns.add(new Column(
                    leaf.path(),
                    table,
                    leaf.name(),
                    leaf.type(),
                    leaf.virtual(),
                    leaf.kind(),
                    leaf.virtual() ? constant(ecClass, leaf.path(), leaf.kind(), table) : null));
            if (leaf.path().equalsIgnoreCase("ECInstanceId") && table.type() != TableType.VIRTUAL) {
                occupied.put(table.id(), table);
            }
        }
        if (strategy == Strategy.TABLE_PER_HIERARCHY) {
            addInherited(ecClass, columns, occupied);
        }
        List<Table> ordered = new ArrayList<>(occupied.values());
        ordered.sort(Comparator.comparing(Table::type));
        return new ClassMap(ecClass.id(), strategy == null ? Strategy.NOT_MAPPED : strategy, ordered, columns);
    }

    /**
     * What a base class had when this class moved below it is stored for the base class only, and in the same columns for this one.
     * Observed in files of which iTwin.js upgraded the schemas.
     */
    private void addInherited(ECClass ecClass, List<Column> columns, Map<Long, Table> occupied) {
        Set<String> mapped = new HashSet<>();
        for (Column column : columns) {
            int dot = column.accessString().indexOf('.');
            mapped.add(Names.key(
                    dot < 0 ? column.accessString() : column.accessString().substring(0, dot)));
        }
        for (ECProperty property : ecClass.properties()) {
            if (mapped.contains(Names.key(property.name()))) {
                continue;
            }
            for (long base : ecClass.baseClassIds()) {
                List<Column> inherited = of(classes.apply(base)).columnsOf(property.name());
                if (inherited.stream()
                        .anyMatch(column -> occupied.containsKey(column.table().id()))) {
                    columns.addAll(inherited);
                    break;
                }
            }
        }
    }

    private static @Nullable Long constant(ECClass ecClass, String path, int kind, Table table) {
        if ((kind & CLASS_ID) != 0) {
            // The class id at an end of a relationship may be that of the end's table.
            return path.equalsIgnoreCase("ECClassId") ? (Long) ecClass.id() : table.exclusiveRootClassId();
        }
        int dot = path.indexOf('.');
        if (dot > 0 && path.regionMatches(true, dot, ".RelECClassId", 0, 13)) {
            ECProperty property = ecClass.tryProperty(path.substring(0, dot));
            if (property != null && property.navigation() != null) {
                return property.navigation().relationshipClassId();
            }
        }
        return null;
    }

    private Table table(long id) {
        Table table = tables.get(id);
        if (table == null) {
            table = connection.first(TABLE, MapReader::readTable, id);
            if (table == null) {
                throw MetadataConnection.damaged("a column names a table that does not exist")
                        .with("tableId", id);
            }
            tables.put(id, table);
        }
        return table;
    }

    private static Table readTable(SqliteStatement row) {
        TableType type = Codes.of(TableType.values(), row.columnLong(2), TableType.VIRTUAL);
        String primaryKey = row.columnText(5);
        return new Table(
                row.columnLong(0),
                MetadataConnection.text(row, 1),
                type,
                MetadataConnection.longOrNull(row, 3),
                type == TableType.OVERFLOW ? null : MetadataConnection.longOrNull(row, 4),
                primaryKey == null ? "Id" : primaryKey,
                row.columnText(6));
    }

    private static Strategy strategy(long code) {
        return switch ((int) code) {
            case 1 -> Strategy.OWN_TABLE;
            case 2 -> Strategy.TABLE_PER_HIERARCHY;
            case 3 -> Strategy.EXISTING_TABLE;
            case 10 -> Strategy.FOREIGN_KEY_IN_TARGET;
            case 11 -> Strategy.FOREIGN_KEY_IN_SOURCE;
            default -> Strategy.NOT_MAPPED;
        };
    }

    /** The root tables in which instances of the class and its subclasses stand, with the concrete classes of each. */
    List<Partition> partitions(long classId) {
        record Placed(long tableId, long classId) {}
        Map<Long, List<Long>> placed = new LinkedHashMap<>();
        for (Placed found : connection.rows(
                Hierarchy.SUBCLASSES + "SELECT t.Id,c.Id FROM s JOIN ec_Class c ON c.Id=s.Id AND c.Modifier<>1"
                        + " JOIN ec_cache_ClassHasTables h ON h.ClassId=c.Id"
                        + " JOIN ec_Table t ON t.Id=h.TableId AND t.Type IN (0,2) ORDER BY t.Id,c.Id",
                row -> new Placed(row.columnLong(0), row.columnLong(1)),
                classId)) {
            placed.computeIfAbsent(found.tableId(), absent -> new ArrayList<>()).add(found.classId());
        }
        List<Partition> partitions = new ArrayList<>();
        placed.forEach((tableId, ids) -> partitions.add(new Partition(
                table(tableId), ids.stream().mapToLong(Long::longValue).toArray())));
        return List.copyOf(partitions);
    }

    /** Where the instances of a foreign key relationship come from. */
    List<ForeignKey> foreignKeys(ECClass relationship) {
        boolean holderIsSource = of(relationship).strategy() == Strategy.FOREIGN_KEY_IN_SOURCE;
        // Navigation properties name root relationships only; instances of a subclass stand in the same column.
        return List.copyOf(connection.rows(
                Hierarchy.SUPERCLASSES + "SELECT p.ClassId,p.Name FROM s JOIN ec_Property p"
                        + " ON p.NavigationRelationshipClassId=s.Id WHERE p.Kind=4 ORDER BY p.ClassId,p.Ordinal",
                row -> new ForeignKey(row.columnLong(0), MetadataConnection.text(row, 1), holderIsSource),
                relationship.id()));
    }
}
