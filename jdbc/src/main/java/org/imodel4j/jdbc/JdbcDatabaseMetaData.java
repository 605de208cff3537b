package org.imodel4j.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECProperty;
import org.imodel4j.ec.ECSchema;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.resolve.ValueType;
import org.imodel4j.error.IModelException;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of the file as the standard describes a database. A file is one catalog without a name; its schemas are EC schemas, its
 * tables the entity and relationship classes, its columns their properties.
 */
final class JdbcDatabaseMetaData extends Dialect {
    private final JdbcConnection connection;
    private final ECSchemas schemas;

    JdbcDatabaseMetaData(JdbcConnection connection) {
        this.connection = connection;
        this.schemas = connection.db().schemas();
    }

    private ResultSet answer(Supplier<MadeRows> rows) throws SQLException {
        connection.requireOpen();
        try {
            return new JdbcResultSet(null, rows.get());
        } catch (IModelException e) {
            throw SqlState.of(e);
        }
    }

    /** Null and the empty text stand for the catalog without a name. */
    private static boolean isHere(@Nullable String catalog) {
        return catalog == null || catalog.isEmpty();
    }

    private List<ECClass> tables(@Nullable String catalog, @Nullable String schema, @Nullable String table) {
        return isHere(catalog) ? Tables.matching(schemas, schema, table) : List.of();
    }

    /** Tables by their very names, in all schemas when none is given. */
    private List<ECClass> named(@Nullable String catalog, @Nullable String schema, @Nullable String table) {
        List<ECClass> found = new ArrayList<>();
        if (isHere(catalog) && table != null) {
            for (ECSchema each : Tables.sorted(schemas)) {
                ECClass ecClass = schema == null || each.name().equalsIgnoreCase(schema)
                        ? schemas.tryClass(each.name(), table)
                        : null;
                if (ecClass != null && Tables.isTable(schemas, ecClass)) {
                    found.add(ecClass);
                }
            }
        }
        return found;
    }

    @Override
    public ResultSet getSchemas() throws SQLException {
        return getSchemas(null, null);
    }

    @Override
    public ResultSet getSchemas(@Nullable String catalog, @Nullable String pattern) throws SQLException {
        return answer(() -> {
            MadeRows rows = MadeRows.withColumns("TABLE_SCHEM TABLE_CATALOG");
            NamePattern names = NamePattern.of(pattern);
            for (ECSchema schema : Tables.sorted(schemas)) {
                if (isHere(catalog) && names.matches(schema.name())) {
                    rows.add(schema.name(), null);
                }
            }
            return rows;
        });
    }

    @Override
    public ResultSet getTableTypes() throws SQLException {
        return answer(() -> MadeRows.withColumns("TABLE_TYPE")
                .add(Tables.SYSTEM_TABLE)
                .add(Tables.TABLE)
                .add(Tables.VIEW));
    }

    @Override
    public ResultSet getTables(
            @Nullable String catalog, @Nullable String schema, @Nullable String table, String @Nullable [] types)
            throws SQLException {
        return answer(() -> {
            MadeRows rows =
                    MadeRows.withColumns("TABLE_CAT TABLE_SCHEM TABLE_NAME TABLE_TYPE REMARKS TYPE_CAT TYPE_SCHEM"
                            + " TYPE_NAME SELF_REFERENCING_COL_NAME REF_GENERATION");
            for (ECClass ecClass : tables(catalog, schema, table)) {
                String type = Tables.type(schemas, ecClass);
                if (types == null || Arrays.asList(types).contains(type)) {
                    rows.add(
                            null,
                            ecClass.schema().name(),
                            ecClass.name(),
                            type,
                            remarks(ecClass.description(), ecClass.displayLabel()),
                            null,
                            null,
                            null,
                            null,
                            null);
                }
            }
            return rows.sortedBy(3, 1, 2);
        });
    }

    private static @Nullable String remarks(@Nullable String description, @Nullable String label) {
        return description == null ? label : description;
    }

    @Override
    public ResultSet getColumns(
            @Nullable String catalog, @Nullable String schema, @Nullable String table, @Nullable String column)
            throws SQLException {
        return answer(() -> {
            MadeRows rows = MadeRows.withColumns(
                    "TABLE_CAT TABLE_SCHEM TABLE_NAME COLUMN_NAME DATA_TYPE:int TYPE_NAME"
                            + " COLUMN_SIZE:int BUFFER_LENGTH:int DECIMAL_DIGITS:int NUM_PREC_RADIX:int NULLABLE:int REMARKS COLUMN_DEF"
                            + " SQL_DATA_TYPE:int SQL_DATETIME_SUB:int CHAR_OCTET_LENGTH:int ORDINAL_POSITION:int IS_NULLABLE"
                            + " SCOPE_CATALOG SCOPE_SCHEMA SCOPE_TABLE SOURCE_DATA_TYPE:short IS_AUTOINCREMENT IS_GENERATEDCOLUMN");
            NamePattern names = NamePattern.of(column);
            for (ECClass ecClass : tables(catalog, schema, table)) {
                int position = 0;
                for (Tables.Column each :
                        Tables.columns(schemas, ecClass, connection.url().composites())) {
                    position++;
                    if (names.matches(each.described().label())) {
                        add(rows, ecClass, each, position);
                    }
                }
            }
            return rows;
        });
    }

    private static void add(MadeRows rows, ECClass ecClass, Tables.Column column, int position) {
        ResultColumn described = column.described();
        SqlType type = described.type();
        ECProperty property = column.property();
        boolean required = property == null && described.label().equals("ECInstanceId");
        rows.add(
                null,
                ecClass.schema().name(),
                ecClass.name(),
                described.label(),
                type.code(),
                type.name(),
                type.size(),
                null,
                type.isNumber() || type.code() == Types.TIMESTAMP ? (Object) type.scale() : null,
                type.isNumber() ? (Object) 10 : null,
                required ? columnNoNulls : columnNullable,
                property == null ? null : remarks(property.description(), property.displayLabel()),
                null,
                null,
                null,
                type.code() == Types.VARCHAR ? (Object) type.size() : null,
                position,
                required ? "NO" : "YES",
                null,
                null,
                null,
                null,
                "NO",
                "NO");
    }

    @Override
    public ResultSet getPrimaryKeys(@Nullable String catalog, @Nullable String schema, @Nullable String table)
            throws SQLException {
        return answer(() -> {
            MadeRows rows = MadeRows.withColumns("TABLE_CAT TABLE_SCHEM TABLE_NAME COLUMN_NAME KEY_SEQ:short PK_NAME");
            for (ECClass ecClass : named(catalog, schema, table)) {
                rows.add(null, ecClass.schema().name(), ecClass.name(), "ECInstanceId", 1, null);
            }
            return rows;
        });
    }

    @Override
    public ResultSet getBestRowIdentifier(
            @Nullable String catalog, @Nullable String schema, @Nullable String table, int scope, boolean nullable)
            throws SQLException {
        return answer(() -> {
            MadeRows rows = MadeRows.withColumns("SCOPE:short COLUMN_NAME DATA_TYPE:int TYPE_NAME COLUMN_SIZE:int"
                    + " BUFFER_LENGTH:int DECIMAL_DIGITS:short PSEUDO_COLUMN:short");
            if (!named(catalog, schema, table).isEmpty()) {
                SqlType id = SqlType.BIGINT;
                rows.add(bestRowSession, "ECInstanceId", id.code(), id.name(), id.size(), null, 0, bestRowNotPseudo);
            }
            return rows;
        });
    }

    private static MadeRows keys(List<Keys.Key> keys) {
        MadeRows rows =
                MadeRows.withColumns("PKTABLE_CAT PKTABLE_SCHEM PKTABLE_NAME PKCOLUMN_NAME FKTABLE_CAT FKTABLE_SCHEM"
                        + " FKTABLE_NAME FKCOLUMN_NAME KEY_SEQ:short UPDATE_RULE:short DELETE_RULE:short FK_NAME PK_NAME"
                        + " DEFERRABILITY:short");
        for (Keys.Key key : keys) {
            rows.add(
                    null,
                    key.target().schema().name(),
                    key.target().name(),
                    "ECInstanceId",
                    null,
                    key.holder().schema().name(),
                    key.holder().name(),
                    key.column(),
                    1,
                    importedKeyNoAction,
                    importedKeyNoAction,
                    key.name(),
                    null,
                    importedKeyNotDeferrable);
        }
        return rows;
    }

    private List<Keys.Key> imported(@Nullable String catalog, @Nullable String schema, @Nullable String table) {
        List<Keys.Key> keys = new ArrayList<>();
        for (ECClass ecClass : named(catalog, schema, table)) {
            keys.addAll(connection.keys().imported(ecClass));
        }
        return keys;
    }

    @Override
    public ResultSet getImportedKeys(@Nullable String catalog, @Nullable String schema, @Nullable String table)
            throws SQLException {
        return answer(() -> keys(imported(catalog, schema, table)).sortedBy(1, 2, 11, 7));
    }

    @Override
    public ResultSet getExportedKeys(@Nullable String catalog, @Nullable String schema, @Nullable String table)
            throws SQLException {
        return answer(() -> {
            List<Keys.Key> keys = new ArrayList<>();
            for (ECClass ecClass : named(catalog, schema, table)) {
                keys.addAll(connection.keys().exported(ecClass));
            }
            return keys(keys).sortedBy(5, 6, 11, 7);
        });
    }

    @Override
    public ResultSet getCrossReference(
            @Nullable String parentCatalog,
            @Nullable String parentSchema,
            @Nullable String parentTable,
            @Nullable String foreignCatalog,
            @Nullable String foreignSchema,
            @Nullable String foreignTable)
            throws SQLException {
        return answer(() -> {
            List<ECClass> parents = named(parentCatalog, parentSchema, parentTable);
            List<Keys.Key> keys = imported(foreignCatalog, foreignSchema, foreignTable);
            keys.removeIf(key -> !parents.contains(key.target()));
            return keys(keys).sortedBy(5, 6, 11, 7);
        });
    }

    /** The base classes; those in another schema with the name of it. */
    @Override
    public ResultSet getSuperTables(@Nullable String catalog, @Nullable String schema, @Nullable String table)
            throws SQLException {
        return answer(() -> {
            MadeRows rows = MadeRows.withColumns("TABLE_CAT TABLE_SCHEM TABLE_NAME SUPERTABLE_NAME");
            for (ECClass ecClass : tables(catalog, schema, table)) {
                for (long baseId : ecClass.baseClassIds()) {
                    ECClass base = schemas.classById(baseId);
                    String name = base.schema().equals(ecClass.schema()) ? base.name() : base.dottedName();
                    rows.add(null, ecClass.schema().name(), ecClass.name(), name);
                }
            }
            return rows;
        });
    }

    @Override
    public ResultSet getUDTs(
            @Nullable String catalog, @Nullable String schema, @Nullable String type, int @Nullable [] types)
            throws SQLException {
        return answer(() -> {
            MadeRows rows = MadeRows.withColumns(
                    "TYPE_CAT TYPE_SCHEM TYPE_NAME CLASS_NAME DATA_TYPE:int REMARKS BASE_TYPE:short");
            boolean wanted = types == null || Arrays.stream(types).anyMatch(code -> code == Types.STRUCT);
            for (ECClass struct :
                    wanted && isHere(catalog) ? Tables.structs(schemas, schema, type) : List.<ECClass>of()) {
                rows.add(
                        null,
                        struct.schema().name(),
                        struct.name(),
                        java.sql.Struct.class.getName(),
                        Types.STRUCT,
                        remarks(struct.description(), struct.displayLabel()),
                        null);
            }
            return rows;
        });
    }

    @Override
    public ResultSet getAttributes(
            @Nullable String catalog, @Nullable String schema, @Nullable String type, @Nullable String attribute)
            throws SQLException {
        return answer(() -> {
            MadeRows rows = MadeRows.withColumns("TYPE_CAT TYPE_SCHEM TYPE_NAME ATTR_NAME DATA_TYPE:int ATTR_TYPE_NAME"
                    + " ATTR_SIZE:int DECIMAL_DIGITS:int NUM_PREC_RADIX:int NULLABLE:int REMARKS ATTR_DEF SQL_DATA_TYPE:int"
                    + " SQL_DATETIME_SUB:int CHAR_OCTET_LENGTH:int ORDINAL_POSITION:int IS_NULLABLE SCOPE_CATALOG SCOPE_SCHEMA"
                    + " SCOPE_TABLE SOURCE_DATA_TYPE:short");
            NamePattern names = NamePattern.of(attribute);
            for (ECClass struct : isHere(catalog) ? Tables.structs(schemas, schema, type) : List.<ECClass>of()) {
                int position = 0;
                for (ECProperty property : struct.properties()) {
                    position++;
                    if (names.matches(property.name())) {
                        add(rows, struct, property, position);
                    }
                }
            }
            return rows;
        });
    }

    private void add(MadeRows rows, ECClass struct, ECProperty property, int position) {
        ValueType value = new org.imodel4j.ecsql.resolve.Types(schemas).of(property);
        SqlType type = SqlType.of(value, connection.url().composites());
        rows.add(
                null,
                struct.schema().name(),
                struct.name(),
                property.name(),
                type.code(),
                type.name(),
                type.size(),
                type.isNumber() ? (Object) type.scale() : null,
                type.isNumber() ? (Object) 10 : null,
                attributeNullable,
                remarks(property.description(), property.displayLabel()),
                null,
                null,
                null,
                type.code() == Types.VARCHAR ? (Object) type.size() : null,
                position,
                "YES",
                null,
                null,
                null,
                null);
    }

    /** The versions of the profiles of the file. */
    @Override
    public String getDatabaseProductVersion() {
        return String.format(
                Locale.ROOT, "ECDb %s", connection.db().profileVersions().ec());
    }

    @Override
    public String getURL() {
        return connection.url().text();
    }

    @Override
    public String getUserName() {
        return "";
    }

    @Override
    public Connection getConnection() {
        return connection;
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return Wrapped.unwrap(this, type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
