package org.imodel4j.ec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.imodel4j.ec.ClassMap.ForeignKey;
import org.imodel4j.ec.ClassMap.Partition;
import org.imodel4j.ec.CustomAttribute.Container;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.sqlite.SqliteDatabase;
import org.jspecify.annotations.Nullable;

/**
 * The EC model of one file, read from its {@code ec_*} tables when something is asked for and kept from then on. Safe for use
 * by several threads; everything it answers is immutable. Names and aliases are looked up without regard to case.
 *
 * <p>Metadata that contradicts itself fails with SQLITE_CORRUPT (11) at the question that meets it, and leaves the rest usable.
 */
public final class ECSchemas implements AutoCloseable {
    private final MetadataConnection connection;
    private final SchemaReader schemas;
    private final ClassReader classes;
    private final MapReader maps;
    private final Hierarchy hierarchy;
    private final CustomAttributeReader customAttributes;
    private final SchemaItems<ECEnumeration> enumerations;
    private final SchemaItems<KindOfQuantity> kindsOfQuantity;
    private final SchemaItems<ECUnit> units;
    private final SchemaItems<Phenomenon> phenomena;
    private final SchemaItems<UnitSystem> unitSystems;
    private final SchemaItems<ECFormat> formats;
    private final SchemaItems<PropertyCategory> propertyCategories;
    private final Map<String, ECClass> classesByName = new ConcurrentHashMap<>();
    private final Map<Long, List<Partition>> partitions = new ConcurrentHashMap<>();
    private final Map<Long, List<ForeignKey>> foreignKeys = new ConcurrentHashMap<>();
    private final Map<Long, Optional<String>> viewQueries = new ConcurrentHashMap<>();

    /**
     * Nothing is read or opened here.
     *
     * @param opener opens a read-only connection to the file, called once at the first question; this object closes it
     */
    public ECSchemas(Supplier<SqliteDatabase> opener) {
        this(new MetadataConnection(opener, true));
    }

    private ECSchemas(MetadataConnection connection) {
        this.connection = connection;
        this.schemas = new SchemaReader(connection);
        this.classes = new ClassReader(connection, schemas, new PropertyReader(connection));
        this.maps = new MapReader(connection, this::classById);
        this.hierarchy = new Hierarchy(connection);
        this.customAttributes = new CustomAttributeReader(connection);
        ItemTables tables = new ItemTables(connection, schemas);
        this.enumerations = tables.enumerations();
        this.kindsOfQuantity = tables.kindsOfQuantity();
        this.units = tables.units();
        this.phenomena = tables.phenomena();
        this.unitSystems = tables.unitSystems();
        this.formats = tables.formats();
        this.propertyCategories = tables.propertyCategories();
    }

    /**
     * The model as one connection sees it, its unsaved changes included. It is used by the thread that uses the connection, and closed before
     * it; the connection stays open.
     */
    public static ECSchemas over(SqliteDatabase database) {
        return new ECSchemas(new MetadataConnection(() -> database, false));
    }

    /** All schemas by id, which is the order of their import. */
    public List<ECSchema> schemas() {
        return schemas.all();
    }

    /** By name, else by alias. */
    public @Nullable ECSchema trySchema(String nameOrAlias) {
        return schemas.byNameOrAlias(nameOrAlias);
    }

    /** The ids of the classes that a schema declares, in the order of their names. */
    public long[] classIdsOf(ECSchema schema) {
        return connection.longs("SELECT Id FROM ec_Class WHERE SchemaId=? ORDER BY Name", schema.id());
    }

    /** The names of the classes that a schema declares, without loading the classes. */
    public List<String> classNamesOf(ECSchema schema) {
        return connection.rows(
                "SELECT Name FROM ec_Class WHERE SchemaId=? ORDER BY Name",
                row -> String.valueOf(row.columnText(0)),
                schema.id());
    }

    /** Null when there is no such schema or class. */
    public @Nullable ECClass tryClass(String schemaNameOrAlias, String className) {
        String key = Names.key(schemaNameOrAlias) + ':' + Names.key(className);
        ECClass known = classesByName.get(key);
        if (known == null) {
            ECSchema schema = schemas.byNameOrAlias(schemaNameOrAlias);
            Long id = schema == null
                    ? null
                    : connection.first(
                            "SELECT Id FROM ec_Class WHERE SchemaId=? AND Name=?",
                            row -> (Long) row.columnLong(0),
                            schema.id(),
                            className);
            known = id == null ? null : classes.byId(id);
            if (known != null) {
                classesByName.put(key, known);
            }
        }
        return known;
    }

    /** By {@code Schema:Class} or {@code Schema.Class}; null when there is none or the name has another form. */
    public @Nullable ECClass tryClass(String fullName) {
        int separator = fullName.indexOf(':');
        if (separator < 0) {
            separator = fullName.indexOf('.');
        }
        return separator < 0 ? null : tryClass(fullName.substring(0, separator), fullName.substring(separator + 1));
    }

    /**
     * The class of a full name.
     *
     * @throws IModelException NotFound when there is none
     */
    public ECClass getClass(String fullName) {
        ECClass found = tryClass(fullName);
        if (found == null) {
            throw new IModelException(Status.NOT_FOUND, "ECClass not found").with("class", fullName);
        }
        return found;
    }

    public @Nullable ECClass tryClassById(long classId) {
        return classes.byId(classId);
    }

    /**
     * The class of an id.
     *
     * @throws IModelException NotFound when there is none
     */
    public ECClass classById(long classId) {
        ECClass found = classes.byId(classId);
        if (found == null) {
            throw new IModelException(Status.NOT_FOUND, "ECClass not found").with("classId", classId);
        }
        return found;
    }

    /**
     * A class and its first base classes up to the root, as {@code Schema:Class}; the given name comes first as it was given.
     *
     * @throws IModelException BadArg when the name has no colon, NotFound when there is no such class
     */
    public List<String> classHierarchy(String fullName) {
        if (fullName.indexOf(':') < 0) {
            throw new IModelException(Status.BAD_ARG, "Invalid classFullName").with("class", fullName);
        }
        List<String> names = new ArrayList<>();
        ECClass ecClass = getClass(fullName);
        names.add(fullName);
        while (!ecClass.baseClassIds().isEmpty()) {
            ecClass = classById(ecClass.baseClassIds().get(0));
            names.add(ecClass.fullName());
        }
        return List.copyOf(names);
    }

    /** Where a class is stored. */
    public ClassMap mapOf(ECClass ecClass) {
        return maps.of(ecClass);
    }

    /** True also for a class and itself. */
    public boolean isSubclass(long classId, long baseId) {
        return hierarchy.isSubclass(classId, baseId);
    }

    /** The class and all that derive from it, ascending. The array is shared: do not change it. */
    public long[] subclasses(long classId) {
        return hierarchy.subclasses(classId);
    }

    /** The class and all that it derives from, mixins included, ascending. The array is shared: do not change it. */
    public long[] superclasses(long classId) {
        return hierarchy.superclasses(classId);
    }

    public boolean isMixin(ECClass ecClass) {
        return ecClass.isMixin();
    }

    /** The root tables that hold instances of a class and its subclasses; empty for foreign key relationships. */
    public List<Partition> partitions(long classId) {
        List<Partition> known = partitions.get(classId);
        if (known == null) {
            known = maps.partitions(classId);
            partitions.put(classId, known);
        }
        return known;
    }

    /** The navigation properties that instances of a foreign key relationship class are derived from. */
    public List<ForeignKey> foreignKeys(ECClass relationship) {
        List<ForeignKey> known = foreignKeys.get(relationship.id());
        if (known == null) {
            known = maps.foreignKeys(relationship);
            foreignKeys.put(relationship.id(), known);
        }
        return known;
    }

    /** The ECSQL of a view class ({@code ECDbMap.QueryView}), null for other classes. */
    public @Nullable String viewQuery(ECClass ecClass) {
        if (!ecClass.isAbstract()) {
            return null;
        }
        Optional<String> known = viewQueries.get(ecClass.id());
        if (known == null) {
            CustomAttribute view = tryCustomAttribute(Container.CLASS, ecClass.id(), "ECDbMap", "QueryView");
            known = Optional.ofNullable(view).map(found -> found.instance().childText("Query"));
            viewQueries.put(ecClass.id(), known);
        }
        return known.orElse(null);
    }

    /**
     * The enumeration of an id.
     *
     * @throws IModelException NotFound when there is none
     */
    public ECEnumeration enumeration(long id) {
        return enumerations.byId(id);
    }

    public SchemaItems<ECEnumeration> enumerations() {
        return enumerations;
    }

    public SchemaItems<KindOfQuantity> kindsOfQuantity() {
        return kindsOfQuantity;
    }

    public SchemaItems<ECUnit> units() {
        return units;
    }

    public SchemaItems<Phenomenon> phenomena() {
        return phenomena;
    }

    public SchemaItems<UnitSystem> unitSystems() {
        return unitSystems;
    }

    public SchemaItems<ECFormat> formats() {
        return formats;
    }

    public SchemaItems<PropertyCategory> propertyCategories() {
        return propertyCategories;
    }

    /** The attributes that stand on a container itself, in stored order. */
    public List<CustomAttribute> customAttributes(Container container, long containerId) {
        return customAttributes.all(container, containerId);
    }

    /** One attribute of a container itself, null when it has none of that class. */
    public @Nullable CustomAttribute tryCustomAttribute(
            Container container, long containerId, String schemaName, String className) {
        return customAttributes.one(container, containerId, schemaName, className);
    }

    /** The attribute of a class or, when it has none, that of its nearest base, bases in their order and depth first. */
    public @Nullable CustomAttribute tryInheritedCustomAttribute(ECClass ecClass, String schemaName, String className) {
        CustomAttribute own = tryCustomAttribute(Container.CLASS, ecClass.id(), schemaName, className);
        if (own != null) {
            return own;
        }
        for (long baseId : ecClass.baseClassIds()) {
            CustomAttribute inherited = tryInheritedCustomAttribute(classById(baseId), schemaName, className);
            if (inherited != null) {
                return inherited;
            }
        }
        return null;
    }

    /** Closes the connection; what was read stays usable. */
    @Override
    public void close() {
        connection.close();
    }
}
