package org.imodel4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imodel4j.jdbc.SampleFiles.assertState;
import static org.imodel4j.jdbc.SampleFiles.column;
import static org.imodel4j.jdbc.SampleFiles.rows;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseMetaDataTest {
    @TempDir
    private Path folder;

    private SampleFiles files;
    private Connection connection;
    private DatabaseMetaData meta;

    @BeforeEach
    void open() throws SQLException {
        files = new SampleFiles(folder);
        connection = files.connect("building.bim");
        meta = connection.getMetaData();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void schemasAreThoseOfTheFile() throws SQLException {
        assertThat(column(meta.getSchemas(), "TABLE_SCHEM"))
                .contains("BisCore", "Bldg", "ECDbMeta")
                .isSorted();
        assertThat(column(meta.getSchemas(null, "B%"), "TABLE_SCHEM"))
                .containsExactly("BisCore", "BisCustomAttributes", "Bldg");
        assertThat(rows(meta.getCatalogs())).isEmpty();
    }

    @Test
    void classesAreTablesAndThoseWithSubclassesViews() throws SQLException {
        assertThat(column(meta.getTables(null, "Bldg", "%", new String[] {"TABLE"}), "TABLE_NAME"))
                .contains("Wall", "WallConnectsWall")
                .isSorted();
        assertThat(rows(meta.getTables(null, "BisCore", "Element", null)))
                .hasSize(1)
                .allSatisfy(row -> assertThat(row.get(3)).isEqualTo("VIEW"));
        assertThat(column(meta.getTables(null, "ECDbMeta", null, null), "TABLE_TYPE"))
                .containsOnly("SYSTEM TABLE");
        assertThat(column(meta.getTableTypes(), "TABLE_TYPE")).containsExactly("SYSTEM TABLE", "TABLE", "VIEW");
        assertThat(rows(meta.getTables("another", null, null, null))).isEmpty();
        assertThat(rows(meta.getTables("", "Bldg", "wall", null))).hasSize(1);
    }

    @Test
    void structsAreTypesAndNotTables() throws SQLException {
        try (Connection types = files.connect("ecsql/types.bim")) {
            DatabaseMetaData of = types.getMetaData();
            assertThat(column(of.getUDTs(null, "EcsqlTypes", "%", null), "TYPE_NAME"))
                    .contains("Inner", "Outer");
            assertThat(column(of.getAttributes(null, "EcsqlTypes", "Outer", "N%"), "ATTR_NAME"))
                    .containsExactly("Names");
            assertThat(column(of.getTables(null, "EcsqlTypes", "%", null), "TABLE_NAME"))
                    .contains("Thing")
                    .doesNotContain("Inner", "Outer");
        }
    }

    @Test
    void patternsMatchWithEscapesAndWithoutCase() throws SQLException {
        assertThat(column(meta.getTables(null, "bldg", "W_ll%", null), "TABLE_NAME"))
                .contains("Wall", "WallType")
                .doesNotContain("Door");
        assertThat(column(meta.getTables(null, "bldg", "W\\_ll%", null), "TABLE_NAME"))
                .isEmpty();
        assertThat(column(meta.getColumns(null, "Bldg", "Wall", "%.Id"), "COLUMN_NAME"))
                .contains("Model.Id", "Parent.Id")
                .doesNotContain("CodeValue");
        assertThat(meta.getSearchStringEscape()).isEqualTo("\\");
        assertThat(rows(meta.getTables(null, "", null, null))).isEmpty();
    }

    @Test
    void propertiesAreColumns() throws SQLException {
        List<String> seen = new ArrayList<>();
        try (ResultSet columns = meta.getColumns(null, "Bldg", "Wall", null)) {
            while (columns.next()) {
                seen.add(columns.getString("COLUMN_NAME")
                        + ' '
                        + columns.getString("TYPE_NAME")
                        + ' '
                        + columns.getInt("COLUMN_SIZE")
                        + ' '
                        + columns.getString("IS_NULLABLE"));
                assertThat(columns.getInt("ORDINAL_POSITION")).isEqualTo(seen.size());
            }
        }
        assertThat(seen)
                .startsWith("ECInstanceId BIGINT 19 NO", "ECClassId BIGINT 19 YES", "Model.Id BIGINT 19 YES")
                .contains(
                        "FederationGuid VARCHAR 36 YES",
                        "LastMod TIMESTAMP 23 YES",
                        "Origin Point3d 0 YES",
                        "Origin.Z DOUBLE 17 YES",
                        "IsExternal BOOLEAN 1 YES",
                        "FireRating INTEGER 10 YES");
    }

    @ParameterizedTest
    @ValueSource(strings = {"building.bim", "all-types.bim", "mapping.ecdb", "ecsql/types.bim", "ecsql/plain.ecdb"})
    void theColumnsOfAClassAreThoseOfSelectingAll(String file) throws SQLException {
        try (Connection each = files.connect(file);
                ResultSet tables = each.getMetaData().getTables(null, null, null, null)) {
            int count = 0;
            while (tables.next()) {
                String schema = tables.getString("TABLE_SCHEM");
                String table = tables.getString("TABLE_NAME");
                try (PreparedStatement all =
                        each.prepareStatement("SELECT * FROM \"" + schema + "\".\"" + table + "\" LIMIT 1")) {
                    assertThat(described(each.getMetaData().getColumns(null, schema, table, null)))
                            .as(schema + "." + table)
                            .isEqualTo(described(all.getMetaData()));
                    rows(all.executeQuery());
                }
                count++;
            }
            assertThat(count).isGreaterThan(20);
        }
    }

    private static List<String> described(ResultSet columns) throws SQLException {
        List<String> described = new ArrayList<>();
        try (columns) {
            while (columns.next()) {
                described.add(columns.getString("COLUMN_NAME")
                        + ' '
                        + columns.getInt("DATA_TYPE")
                        + ' '
                        + columns.getString("TYPE_NAME"));
            }
        }
        return described;
    }

    private static List<String> described(ResultSetMetaData columns) throws SQLException {
        List<String> described = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            described.add(
                    columns.getColumnLabel(i) + ' ' + columns.getColumnType(i) + ' ' + columns.getColumnTypeName(i));
        }
        return described;
    }

    @Test
    void theInstanceIdIsThePrimaryKey() throws SQLException {
        assertThat(column(meta.getPrimaryKeys(null, "Bldg", "Wall"), "COLUMN_NAME"))
                .containsExactly("ECInstanceId");
        assertThat(column(
                        meta.getBestRowIdentifier(null, "Bldg", "Wall", DatabaseMetaData.bestRowSession, true),
                        "COLUMN_NAME"))
                .containsExactly("ECInstanceId");
        assertThat(rows(meta.getPrimaryKeys(null, "Bldg", "Nothing"))).isEmpty();
    }

    @Test
    void navigationPropertiesAndRelationshipsAreKeys() throws SQLException {
        assertThat(keys(meta.getImportedKeys(null, "Bldg", "Wall")))
                .contains("Bldg.Wall.Model.Id -> BisCore.Model", "Bldg.Wall.Category.Id -> BisCore.SpatialCategory");
        assertThat(keys(meta.getImportedKeys(null, "Bldg", "WallConnectsWall")))
                .containsExactlyInAnyOrder(
                        "Bldg.WallConnectsWall.SourceECInstanceId -> Bldg.Wall",
                        "Bldg.WallConnectsWall.TargetECInstanceId -> Bldg.Wall");
        assertThat(keys(meta.getExportedKeys(null, "Bldg", "Wall")))
                .contains("Bldg.WallConnectsWall.SourceECInstanceId -> Bldg.Wall");
        assertThat(keys(meta.getExportedKeys(null, "BisCore", "Model")))
                .contains("Bldg.Wall.Model.Id -> BisCore.Model");
        assertThat(keys(meta.getCrossReference(null, "BisCore", "Model", null, "Bldg", "Wall")))
                .containsExactly("Bldg.Wall.Model.Id -> BisCore.Model");
    }

    private static List<String> keys(ResultSet results) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (results) {
            while (results.next()) {
                keys.add(results.getString("FKTABLE_SCHEM") + '.' + results.getString("FKTABLE_NAME") + '.'
                        + results.getString("FKCOLUMN_NAME") + " -> " + results.getString("PKTABLE_SCHEM") + '.'
                        + results.getString("PKTABLE_NAME"));
            }
        }
        return keys;
    }

    @Test
    void keysJoinTheTablesThatTheyName() throws SQLException {
        assertThat(rows(
                        connection,
                        "SELECT \"w\".\"CodeValue\" FROM \"Bldg\".\"Wall\" \"w\" INNER JOIN \"BisCore\".\"Model\" \"m\""
                                + " ON \"w\".\"Model.Id\" = \"m\".\"ECInstanceId\""))
                .hasSize(72);
    }

    @Test
    void baseClassesAreSuperTables() throws SQLException {
        assertThat(column(meta.getSuperTables(null, "Bldg", "Wall"), "SUPERTABLE_NAME"))
                .isNotEmpty();
    }

    @Test
    void everyTypeThatColumnsHaveIsDescribed() throws SQLException {
        List<String> types = column(meta.getTypeInfo(), "TYPE_NAME");
        assertThat(types)
                .containsExactly(
                        "BIGINT", "VARBINARY", "INTEGER", "DOUBLE", "VARCHAR", "BOOLEAN", "DATE", "TIME", "TIMESTAMP");
        List<Integer> codes = new ArrayList<>();
        try (ResultSet info = meta.getTypeInfo()) {
            while (info.next()) {
                codes.add(info.getInt("DATA_TYPE"));
                assertThat(info.getShort("NULLABLE")).isEqualTo((short) DatabaseMetaData.typeNullable);
            }
        }
        assertThat(codes).isSorted().contains(Types.BIGINT);
    }

    @Test
    void everyFunctionThatIsListedIsThere() throws SQLException {
        List<String> functions = column(meta.getFunctions(null, null, "%"), "FUNCTION_NAME");
        assertThat(functions).contains("ABS", "EC_CLASSNAME", "UPPER");
        assertThat(functions)
                .contains(
                        (meta.getNumericFunctions() + "," + meta.getStringFunctions() + "," + meta.getSystemFunctions())
                                .split(","));
        for (String function : functions) {
            assertThat(isThere(function)).as(function).isTrue();
        }
        for (String now : meta.getTimeDateFunctions().split(",")) {
            assertThat(rows(connection, "SELECT {fn " + now + "}")).hasSize(1);
        }
    }

    /** It compiles and runs with some number of numbers. */
    private boolean isThere(String function) {
        for (String arguments :
                List.of("1", "1,2", "'1'", "", "'1',2", "'1','2'", "1,2,3", "'1','2','3'", "1=1,2,3", "1,'2'", "?,1")) {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT {fn " + function + "(" + arguments + ")}")) {
                if (arguments.contains("?")) {
                    statement.setObject(1, new long[] {1});
                }
                rows(statement.executeQuery());
                return true;
            } catch (SQLException otherArguments) {
                assertThat(otherArguments.getSQLState()).isEqualTo("42000");
            }
        }
        return false;
    }

    @Test
    void everyQuestionHasAnAnswer() throws Exception {
        for (Method method : DatabaseMetaData.class.getMethods()) {
            Object[] arguments = new Object[method.getParameterCount()];
            for (int i = 0; i < arguments.length; i++) {
                Class<?> type = method.getParameterTypes()[i];
                arguments[i] = type == int.class ? (Object) 1 : type == boolean.class ? (Object) true : null;
            }
            if (method.getReturnType() == ResultSet.class) {
                ResultSet results = (ResultSet) method.invoke(meta, arguments);
                assertThat(results.getMetaData().getColumnCount())
                        .as(method.getName())
                        .isPositive();
                rows(results);
            } else if (method.getDeclaringClass() == DatabaseMetaData.class) {
                assertThat(method.invoke(meta, arguments)).as(method.getName()).isNotNull();
            }
        }
    }

    @Test
    void theDialectIsToldAsItIs() throws SQLException {
        assertThat(meta.getIdentifierQuoteString()).isEqualTo("\"");
        assertThat(meta.isReadOnly()).isTrue();
        assertThat(meta.supportsBatchUpdates()).isFalse();
        assertThat(meta.supportsTransactions()).isFalse();
        assertThat(meta.supportsSchemasInDataManipulation()).isTrue();
        assertThat(meta.supportsResultSetType(ResultSet.TYPE_FORWARD_ONLY)).isTrue();
        assertThat(meta.supportsResultSetType(ResultSet.TYPE_SCROLL_INSENSITIVE))
                .isFalse();
        assertThat(meta.getURL()).startsWith("jdbc:imodel:");
        assertThat(meta.getConnection()).isSameAs(connection);
        assertThat(meta.getDatabaseProductVersion()).startsWith("ECDb 4.");
        assertThat(meta.getSQLKeywords()).contains("ECSQLOPTIONS");
        assertThat(meta.unwrap(DatabaseMetaData.class)).isSameAs(meta);
    }

    @Test
    void columnsOfResultsAreDescribed() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT ECInstanceId, CodeValue, Length, COUNT(*) OVER() n, Origin FROM Bldg.Wall")) {
            ResultSetMetaData columns = statement.getMetaData();
            assertThat(columns.isNullable(1)).isEqualTo(ResultSetMetaData.columnNoNulls);
            assertThat(columns.isNullable(2)).isEqualTo(ResultSetMetaData.columnNullable);
            assertThat(columns.getSchemaName(2)).isEqualTo("BisCore");
            assertThat(columns.getTableName(2)).isEqualTo("Element");
            assertThat(columns.getTableName(3)).isEqualTo("Wall");
            assertThat(columns.getTableName(4)).isEmpty();
            assertThat(columns.getColumnLabel(4)).isEqualTo("n");
            assertThat(columns.getColumnClassName(1)).isEqualTo(Long.class.getName());
            assertThat(columns.getColumnDisplaySize(1)).isEqualTo(20);
            assertThat(columns.isSigned(3)).isTrue();
            assertThat(columns.isCaseSensitive(2)).isTrue();
            assertThat(columns.isSearchable(5)).isFalse();
            assertThat(columns.isReadOnly(1)).isTrue();
            assertThat(columns.isWritable(1)).isFalse();
            assertThat(columns.isAutoIncrement(1)).isFalse();
            assertState("07009", () -> columns.getColumnLabel(6));
            assertState("07009", () -> columns.getCatalogName(0));
        }
    }
}
