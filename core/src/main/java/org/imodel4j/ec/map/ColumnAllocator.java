package org.imodel4j.ec.map;

import java.util.List;
import org.imodel4j.ec.ClassMap.ColumnType;
import org.imodel4j.ec.ClassMap.TableType;

/**
 * Gives the properties of one class their columns.
 *
 * <p>Without sharing, a column is named after its property; siblings with an equal property use it together. With sharing, a property takes
 * columns that no class of its line uses, else new ones, as long as the table has room; a whole property goes to the overflow table when it
 * has not ({@code ecdb-mapping}: 63 columns in a primary or joined table).
 */
final class ColumnAllocator {
    private static final int MOST_COLUMNS = 63;

    private final ClassMapping mapping;
    private final ColumnScope scope;
    private final MapStore store;
    private final Overflow overflow;
    private boolean toOverflow;

    ColumnAllocator(ClassMapping mapping, ColumnScope scope, MapStore store, Overflow overflow) {
        this.mapping = mapping;
        this.scope = scope;
        this.store = store;
        this.overflow = overflow;
    }

    ColumnScope scope() {
        return scope;
    }

    /** Decides whether a property goes to the overflow table, before its columns are asked for. */
    void begin(PropertyNode property, Mappings mappings, ClassGraph graph) {
        toOverflow = mapping.sharesColumns() && !fits(needed(property, graph));
    }

    void end() {
        toOverflow = false;
    }

    /** How many columns a property takes. */
    static int needed(PropertyNode property, ClassGraph graph) {
        return switch (property.kind()) {
            case NAVIGATION -> 2;
            case PRIMITIVE ->
                switch (property.primitive()) {
                    case POINT3D -> 3;
                    case POINT2D -> 2;
                    default -> 1;
                };
            case PRIMITIVE_ARRAY, STRUCT_ARRAY -> 1;
            case STRUCT -> {
                int sum = 0;
                for (PropertyNode member : graph.byId(property.typeClassId()).properties()) {
                    sum += needed(member, graph);
                }
                yield sum;
            }
        };
    }

    private boolean fits(int needed) {
        if (needed > MOST_COLUMNS) {
            return false;
        }
        DbTable table = mapping.joinedOrPrimaryTable();
        List<DbColumn> shared = table.sharedColumns();
        int creatable = MOST_COLUMNS - table.physicalColumns();
        HierarchyOptions hierarchy = mapping.hierarchy();
        Integer most = hierarchy == null ? null : hierarchy.maxShared();
        if (most != null) {
            creatable = Math.min(creatable, Math.max(0, most - shared.size()));
        }
        int missing = needed - creatable;
        if (missing <= 0) {
            return true;
        }
        if (missing > shared.size()) {
            return false;
        }
        for (DbColumn column : shared) {
            if (isFree(column)) {
                missing--;
            }
            if (missing <= 0) {
                return true;
            }
        }
        return false;
    }

    private boolean isFree(DbColumn column) {
        return !scope.isTaken(column) && !store.isUsedBelow(column, mapping.node());
    }

    /** The column of a leaf; {@code physical} demands a column of its own also where columns are shared. */
    DbColumn allocate(PropertyNode property, ColumnRequest request, boolean physical) {
        DbColumn known = scope.tryColumn(request.accessString());
        if (known != null && fitsConstraints(known, request)) {
            if (known.isShared() && known.table().type() == TableType.OVERFLOW) {
                overflow.use(mapping, known.table());
            }
            return known;
        }
        return mapping.sharesColumns() && !physical
                ? allocateShared(property, request)
                : allocateOwn(property, request);
    }

    private boolean fitsConstraints(DbColumn column, ColumnRequest request) {
        return column.takes(request.type())
                && (column.table().type() == TableType.EXISTING
                        || column.has(request.notNull(), request.unique(), request.collation()));
    }

    private DbColumn allocateShared(PropertyNode property, ColumnRequest request) {
        if (request.given()) {
            throw Refusal.of(
                    "Failed to map ECProperty '" + property.owner().fullName() + ":" + property.name()
                            + "'. It has a 'PropertyMap' custom attribute which specifies a value for 'ColumnName'. 'ColumnName' must not be"
                            + " specified for this ECProperty because it is mapped to a column shared with other ECProperties.");
        }
        if (request.collation() != DbColumn.Collation.UNSET) {
            throw Refusal.of("Failed to map ECProperty '" + property.owner().fullName() + ":" + property.name()
                    + "'. It has a 'PropertyMap' custom attribute which specifies a Collation constraint which cannot be created because"
                    + " the ECProperty is mapped to a column shared with other ECProperties.");
        }
        DbTable table = table();
        for (DbColumn column : table.sharedColumns()) {
            if (isFree(column)) {
                return taken(request, column);
            }
        }
        return taken(request, table.addShared());
    }

    private DbColumn allocateOwn(PropertyNode property, ColumnRequest request) {
        DbTable table = table();
        DbColumn existing = table.tryColumn(request.name());
        if (existing != null && !scope.isTaken(existing) && existing.takes(request.type())) {
            if (fitsConstraints(existing, request)) {
                return existing;
            }
            throw Refusal.of("Column " + existing.name() + " in table " + table.name()
                    + " is used by multiple property maps where property name and data type matches, but where one of the constraints NOT"
                    + " NULL, UNIQUE, or COLLATE differs.");
        }
        DbColumn column = table.add(freeName(table, request, property), request.type(), DbColumn.DATA, false);
        boolean root = table.exclusiveRootClassId() == 0
                || table.exclusiveRootClassId() == mapping.node().id();
        if (request.notNull() && root) {
            column.makeNotNull();
        }
        if (request.unique()) {
            column.makeUnique();
        }
        column.collate(request.collation());
        return taken(request, column);
    }

    private String freeName(DbTable table, ColumnRequest request, PropertyNode property) {
        DbColumn existing = table.tryColumn(request.name());
        String wanted = existing != null && scope.isTaken(existing)
                ? "c" + rootOf(request, property).owner().id() + "_" + request.name()
                : request.name();
        String name = wanted;
        for (int attempt = 1; table.tryColumn(name) != null; attempt++) {
            name = wanted + attempt;
        }
        return name;
    }

    /** The property of the class that the leaf belongs to; {@code property} may be the member of a struct. */
    private PropertyNode rootOf(ColumnRequest request, PropertyNode property) {
        String access = request.accessString();
        int dot = access.indexOf('.');
        PropertyNode root = mapping.node().tryProperty(dot < 0 ? access : access.substring(0, dot));
        return root == null ? property : root;
    }

    private DbColumn taken(ColumnRequest request, DbColumn column) {
        scope.take(request.accessString(), column);
        return column;
    }

    /** The table that the property at hand is stored in. */
    private DbTable table() {
        return toOverflow ? overflow.of(mapping) : mapping.joinedOrPrimaryTable();
    }

    static ColumnType typeOf(PropertyNode property) {
        return switch (property.primitive()) {
            case BINARY, GEOMETRY -> ColumnType.BLOB;
            case BOOLEAN -> ColumnType.BOOLEAN;
            case DATE_TIME -> ColumnType.TIMESTAMP;
            case DOUBLE, POINT2D, POINT3D -> ColumnType.REAL;
            case INTEGER, LONG -> ColumnType.INTEGER;
            case STRING -> ColumnType.TEXT;
        };
    }
}
