package org.imodel4j.ecsql.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.imodel4j.ec.ClassMap;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECProperty;
import org.imodel4j.ec.ECSchema;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.parse.Statement;
import org.imodel4j.error.IModelException;
import org.imodel4j.id.Id64;
import org.imodel4j.sqlite.SqliteStatement;

/** Runs the checks of {@code PRAGMA integrity_check}. Each failure is a row of texts; the rows of one check are bounded. */
final class IntegrityRows {
    private static final int MOST_FAILURES = 10_000;

    private static final String DATA_COLUMNS =
            "SELECT t.Name, c.Name FROM ec_Column c JOIN ec_Table t ON t.Id=c.TableId"
                    + " WHERE t.Type<>4 AND c.IsVirtual=0 AND NOT EXISTS (SELECT 1 FROM pragma_table_info(t.Name) i"
                    + " WHERE i.name=c.Name COLLATE NOCASE)";

    private static final String DATA_SCHEMA = "SELECT 'table', Name FROM ec_Table WHERE Type<>4 AND NOT EXISTS"
            + " (SELECT 1 FROM sqlite_master m WHERE m.name=ec_Table.Name COLLATE NOCASE)"
            + " UNION ALL SELECT 'index', i.Name FROM ec_Index i JOIN ec_Table t ON t.Id=i.TableId WHERE t.Type<>4"
            + " AND NOT EXISTS (SELECT 1 FROM sqlite_master m WHERE m.type='index' AND m.name=i.Name COLLATE NOCASE)";

    private static final List<String> PROFILE_TABLES = List.of(
            "ec_Schema",
            "ec_SchemaReference",
            "ec_Class",
            "ec_ClassHasBaseClasses",
            "ec_Enumeration",
            "ec_KindOfQuantity",
            "ec_PropertyCategory",
            "ec_Property",
            "ec_PropertyPath",
            "ec_RelationshipConstraint",
            "ec_RelationshipConstraintClass",
            "ec_CustomAttribute",
            "ec_ClassMap",
            "ec_PropertyMap",
            "ec_Table",
            "ec_Column",
            "ec_Index",
            "ec_IndexColumn",
            "ec_cache_ClassHasTables",
            "ec_cache_ClassHierarchy");

    private final ReadConnection connection;
    private final ECSchemas schemas;

    IntegrityRows(ReadConnection connection) {
        this.connection = connection;
        this.schemas = connection.engine().schemas();
    }

    /** One row for each check, or the failures of the check that the statement names. */
    List<List<String>> of(Statement.Pragma statement) {
        IntegrityCheck asked = IntegrityCheck.of(statement);
        if (asked != null) {
            return failures(asked);
        }
        List<List<String>> rows = new ArrayList<>();
        for (IntegrityCheck check : IntegrityCheck.values()) {
            if (check != IntegrityCheck.CHECK_MISSING_CHILD_ROWS) {
                long start = System.nanoTime();
                boolean passed = failures(check).isEmpty();
                double seconds = (System.nanoTime() - start) / 1e9;
                rows.add(List.of(check.text(), passed ? "1" : "0", String.format(Locale.ROOT, "%.3f", seconds)));
            }
        }
        return rows;
    }

    private List<List<String>> failures(IntegrityCheck check) {
        List<List<String>> rows = new ArrayList<>();
        switch (check) {
            case CHECK_DATA_COLUMNS -> sql(DATA_COLUMNS, check.details(), rows);
            case CHECK_EC_PROFILE -> profile(rows);
            case CHECK_NAV_CLASS_IDS -> navigation(property -> navigationClasses(property, rows));
            case CHECK_NAV_IDS -> navigation(property -> navigationIds(property, rows));
            case CHECK_LINKTABLE_FK_CLASS_IDS -> links(end -> linkClasses(end, rows));
            case CHECK_LINKTABLE_FK_IDS -> links(end -> linkIds(end, rows));
            case CHECK_CLASS_IDS -> tables((ecClass, map) -> classIds(ecClass, map, rows));
            case CHECK_DATA_SCHEMA -> sql(DATA_SCHEMA, check.details(), rows);
            case CHECK_SCHEMA_LOAD -> schemaLoad(rows);
            case CHECK_MISSING_CHILD_ROWS -> tables((ecClass, map) -> childRows(ecClass, map, rows));
        }
        return rows;
    }

    private void sql(String sql, int columns, List<List<String>> rows) {
        try (SqliteStatement statement = connection.database().prepare(sql)) {
            while (statement.step() && rows.size() < MOST_FAILURES) {
                List<String> row = new ArrayList<>(columns);
                for (int i = 0; i < columns; i++) {
                    String text = statement.columnText(i);
                    row.add(text == null ? "" : text);
                }
                rows.add(row);
            }
        }
    }

    private void profile(List<List<String>> rows) {
        for (String table : PROFILE_TABLES) {
            try (SqliteStatement statement = connection
                    .database()
                    .prepare("SELECT 1 FROM sqlite_master WHERE type='table' AND name='" + table + '\'')) {
                if (!statement.step()) {
                    rows.add(List.of("table", table, "missing"));
                }
            }
        }
    }

    private void schemaLoad(List<List<String>> rows) {
        for (ECSchema schema : schemas.schemas()) {
            try {
                for (long id : schemas.classIdsOf(schema)) {
                    schemas.classById(id);
                }
            } catch (IModelException broken) {
                rows.add(List.of(schema.name()));
            }
        }
    }

    private record NavigationProperty(ECClass owner, String name, ECClass relationship, ECClass primary) {}

    /** Every navigation property where its class declares it. */
    private void navigation(Consumer<NavigationProperty> each) {
        forEachStored((ecClass, map) -> {
            for (ECProperty property : ecClass.properties()) {
                ECProperty.Navigation navigation = property.navigation();
                if (navigation == null || property.declaringClassId() != ecClass.id()) {
                    continue;
                }
                ECClass relationship = schemas.classById(navigation.relationshipClassId());
                ECClass.Relationship ends = relationship.relationship();
                if (ends != null) {
                    ECClass.Constraint end = navigation.forward() ? ends.target() : ends.source();
                    if (!end.classIds().isEmpty()) {
                        each.accept(new NavigationProperty(ecClass, property.name(), relationship, end(end)));
                    }
                }
            }
        });
    }

    /** The class at an end; for a mixin the class at the root of the table that holds its instances. */
    private ECClass end(ECClass.Constraint end) {
        ECClass ecClass = schemas.classById(end.classIds().get(0));
        if (!schemas.isMixin(ecClass)) {
            return ecClass;
        }
        for (long id : schemas.subclasses(ecClass.id())) {
            List<ClassMap.Table> tables = schemas.mapOf(schemas.classById(id)).tables();
            Long root = tables.isEmpty() ? null : tables.get(0).exclusiveRootClassId();
            if (root != null) {
                return schemas.classById(root);
            }
        }
        return ecClass;
    }

    private void navigationIds(NavigationProperty property, List<List<String>> rows) {
        String path = "s.[" + property.name() + "].[Id]";
        String ecsql = "SELECT s.ECInstanceId, " + path + " FROM " + name(property.owner()) + " s LEFT JOIN "
                + name(property.primary()) + " p ON p.ECInstanceId=" + path + " WHERE " + path
                + " IS NOT NULL AND p.ECInstanceId IS NULL";
        ecsql(
                ecsql,
                rows,
                cursor -> List.of(
                        Id64.toHex(cursor.getLong(0)),
                        property.owner().fullName(),
                        property.name(),
                        Id64.toHex(cursor.getLong(1)),
                        property.primary().fullName()));
    }

    private void navigationClasses(NavigationProperty property, List<List<String>> rows) {
        String path = "s.[" + property.name() + "].";
        String ecsql = "SELECT s.ECInstanceId, " + path + "[Id], " + path + "[RelECClassId] FROM "
                + name(property.owner()) + " s WHERE " + path + "[Id] IS NOT NULL AND " + path
                + "[RelECClassId] IS NOT (" + name(property.relationship()) + ')';
        ecsql(
                ecsql,
                rows,
                cursor -> List.of(
                        Id64.toHex(cursor.getLong(0)),
                        property.owner().fullName(),
                        property.name(),
                        Id64.toHex(cursor.getLong(1)),
                        Id64.toHex(cursor.getLong(2))));
    }

    private record LinkEnd(ECClass relationship, String end, ECClass primary) {}

    /** Both ends of each relationship class at the root of a link table. */
    private void links(Consumer<LinkEnd> each) {
        forEachStored((ecClass, map) -> {
            ECClass.Relationship ends = ecClass.relationship();
            boolean linkTable = map.strategy() == ClassMap.Strategy.OWN_TABLE
                    || map.strategy() == ClassMap.Strategy.TABLE_PER_HIERARCHY;
            if (ends == null || !linkTable || schemas.superclasses(ecClass.id()).length > 1) {
                return;
            }
            if (!ends.source().classIds().isEmpty() && !ends.target().classIds().isEmpty()) {
                each.accept(new LinkEnd(ecClass, "Source", end(ends.source())));
                each.accept(new LinkEnd(ecClass, "Target", end(ends.target())));
            }
        });
    }

    private void linkIds(LinkEnd end, List<List<String>> rows) {
        String ecsql = "SELECT r.ECInstanceId, r." + end.end() + "ECInstanceId FROM " + name(end.relationship())
                + " r LEFT JOIN " + name(end.primary()) + " p ON p.ECInstanceId=r." + end.end()
                + "ECInstanceId WHERE p.ECInstanceId IS NULL";
        ecsql(
                ecsql,
                rows,
                cursor -> List.of(
                        Id64.toHex(cursor.getLong(0)),
                        end.relationship().fullName(),
                        end.end() + "ECInstanceId",
                        Id64.toHex(cursor.getLong(1)),
                        end.primary().fullName()));
    }

    private void linkClasses(LinkEnd end, List<List<String>> rows) {
        String ecsql = "SELECT r.ECInstanceId, r." + end.end() + "ECInstanceId, r." + end.end() + "ECClassId FROM "
                + name(end.relationship()) + " r WHERE r." + end.end() + "ECClassId IS NOT (" + name(end.primary())
                + ')';
        ecsql(
                ecsql,
                rows,
                cursor -> List.of(
                        Id64.toHex(cursor.getLong(0)),
                        end.relationship().fullName(),
                        end.end() + "ECClassId",
                        Id64.toHex(cursor.getLong(1)),
                        Id64.toHex(cursor.getLong(2))));
    }

    private interface Stored {
        void accept(ECClass ecClass, ClassMap map);
    }

    private void forEachStored(Stored each) {
        for (ECSchema schema : schemas.schemas()) {
            for (long id : schemas.classIdsOf(schema)) {
                ECClass ecClass = schemas.classById(id);
                boolean instances =
                        ecClass.type() == ECClass.Type.ENTITY || ecClass.type() == ECClass.Type.RELATIONSHIP;
                if (instances && schemas.viewQuery(ecClass) == null) {
                    ClassMap map = schemas.mapOf(ecClass);
                    if (map.strategy() != ClassMap.Strategy.NOT_MAPPED) {
                        each.accept(ecClass, map);
                    }
                }
            }
        }
    }

    /** The classes at the root of a table. */
    private void tables(Stored each) {
        forEachStored((ecClass, map) -> {
            boolean root = !map.tables().isEmpty();
            for (long above : schemas.superclasses(ecClass.id())) {
                root &= above == ecClass.id()
                        || schemas.mapOf(schemas.classById(above)).tables().isEmpty();
            }
            if (root) {
                each.accept(ecClass, map);
            }
        });
    }

    private void classIds(ECClass ecClass, ClassMap map, List<List<String>> rows) {
        ClassMap.Table table = map.tables().get(0);
        if (table.classIdColumn() == null) {
            return;
        }
        List<List<String>> found = new ArrayList<>();
        sql(
                "SELECT " + quoted(table.primaryKey()) + ',' + quoted(table.classIdColumn()) + " FROM "
                        + quoted(table.name()) + " WHERE " + quoted(table.classIdColumn())
                        + " NOT IN (SELECT Id FROM ec_Class)",
                2,
                found);
        for (List<String> row : found) {
            rows.add(List.of(ecClass.fullName(), hex(row.get(0)), hex(row.get(1)), "primary"));
        }
    }

    /** Rows of the first table of a class that have no row in one of its other tables. */
    private void childRows(ECClass root, ClassMap rootMap, List<List<String>> rows) {
        ClassMap.Table table = rootMap.tables().get(0);
        if (table.classIdColumn() == null) {
            return;
        }
        for (long id : schemas.subclasses(root.id())) {
            ECClass ecClass = schemas.classById(id);
            for (ClassMap.Table other : schemas.mapOf(ecClass).tables()) {
                if (other.id() != table.id()) {
                    List<List<String>> found = new ArrayList<>();
                    sql(
                            "SELECT t." + quoted(table.primaryKey()) + " FROM " + quoted(table.name()) + " t WHERE t."
                                    + quoted(table.classIdColumn()) + '=' + id + " AND NOT EXISTS (SELECT 1 FROM "
                                    + quoted(other.name()) + " o WHERE o." + quoted(other.primaryKey()) + "=t."
                                    + quoted(table.primaryKey()) + ')',
                            1,
                            found);
                    for (List<String> row : found) {
                        rows.add(List.of(root.fullName(), hex(row.get(0)), Id64.toHex(id), other.name()));
                    }
                }
            }
        }
    }

    private static String hex(String number) {
        try {
            return Id64.toHex(Long.parseLong(number));
        } catch (NumberFormatException notAnId) {
            return number;
        }
    }

    private interface Row {
        List<String> of(ECSqlCursor cursor);
    }

    private void ecsql(String ecsql, List<List<String>> rows, Row row) {
        try (ECSqlCursor cursor = connection.query(connection.compile(ecsql, Door.STATEMENT), QueryArguments.NONE)) {
            while (cursor.step() && rows.size() < MOST_FAILURES) {
                rows.add(row.of(cursor));
            }
        }
    }

    private static String name(ECClass ecClass) {
        return quoted(ecClass.schema().name()) + '.' + quoted(ecClass.name());
    }

    private static String quoted(String name) {
        return '[' + name.replace("]", "]]") + ']';
    }
}
