package org.imodel4j.imodel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteDrivers;
import org.imodel4j.sqlite.SqliteStatement;

/** Files as older software left them, made by taking back what later profiles and schemas brought, and their contents as text. */
final class AgedFile {
    private static final List<String> UNIT_TABLES =
            List.of("ec_FormatCompositeUnit", "ec_Format", "ec_Unit", "ec_Phenomenon", "ec_UnitSystem");

    /** Enumerators with their members in one order. */
    private static final String ENUMERATORS = "(SELECT json_group_array(json_array("
            + "json_extract(value,'$.Name'),json_extract(value,'$.IntValue'),json_extract(value,'$.StringValue'),"
            + "json_extract(value,'$.DisplayLabel'),json_extract(value,'$.Description'))) FROM json_each(EnumValues))";

    private AgedFile() {}

    /** Be 3.1.0.0: no table of statistics, none of embedded files. */
    static String be() {
        return "DROP TABLE IF EXISTS sqlite_stat1;DROP TABLE be_EmbedFile;" + DoctoredFile.version("be_Db", 3, 1, 0, 0);
    }

    /** Ec 4.0.0.0: more counters, no units, enumerators without names, a wrong attribute, and system schemas of that time. */
    static String ec() {
        return "INSERT INTO be_Local(Name,Val) VALUES('ec_schemaidsequence',9),('ec_propertyidsequence',403);"
                + "ALTER TABLE ec_Schema DROP COLUMN OriginalECXmlVersionMajor;"
                + "ALTER TABLE ec_Schema DROP COLUMN OriginalECXmlVersionMinor;"
                + UNIT_TABLES.stream().map(table -> "DROP TABLE " + table + ";").collect(Collectors.joining())
                + "UPDATE ec_Enumeration SET EnumValues=(SELECT json_group_array(json_remove(value,'$.Name'))"
                + " FROM json_each(EnumValues));"
                + "UPDATE ec_CustomAttribute SET Instance=replace(replace(Instance,'<MapStrategy>','<MapStrategy><Strategy>'),"
                + "'</MapStrategy>','</Strategy></MapStrategy>') WHERE Instance LIKE '%ec_cache_ClassHierarchy%';"
                + "UPDATE ec_Property SET ExtendedTypeName=NULL WHERE ClassId IN (SELECT c.Id FROM ec_Class c JOIN ec_Schema s"
                + " ON s.Id=c.SchemaId WHERE s.Name='ECDbSystem');"
                + "UPDATE ec_Schema SET VersionDigit3=0 WHERE Name IN"
                + " ('CoreCustomAttributes','ECDbMap','ECDbFileInfo','ECDbMeta','ECDbSystem','ECDbSchemaPolicies');"
                + DoctoredFile.version("ec_Db", 4, 0, 0, 0);
    }

    static String dgn() {
        return "DROP TABLE dgn_Rebase;" + DoctoredFile.version("dgn_Db", 2, 0, 0, 3);
    }

    /** A schema of an older version, which did not have one of its properties yet. */
    static String withoutProperty(String schema, String className, String property) {
        String id =
                "(SELECT p.Id FROM ec_Property p JOIN ec_Class c ON c.Id=p.ClassId JOIN ec_Schema s ON s.Id=c.SchemaId"
                        + " WHERE s.Name='" + schema + "' AND c.Name='" + className + "' AND p.Name='" + property
                        + "')";
        return "DELETE FROM ec_PropertyMap WHERE PropertyPathId IN (SELECT Id FROM ec_PropertyPath WHERE RootPropertyId="
                + id
                + ");DELETE FROM ec_PropertyPath WHERE RootPropertyId=" + id
                + ";DELETE FROM ec_CustomAttribute WHERE ContainerType=992 AND ContainerId=" + id
                + ";DELETE FROM ec_Property WHERE Id=" + id + ";"
                + older(schema);
    }

    static String older(String schema) {
        return "UPDATE ec_Schema SET VersionDigit3=VersionDigit3-1 WHERE Name='" + schema + "';";
    }

    /** All rows of all tables, and the statements that made tables, indexes and triggers, without regard to spaces. */
    static List<String> content(Path file) {
        try (SqliteDatabase database = SqliteDrivers.best().open(OpenRequest.readOnly(file))) {
            List<String> content = new ArrayList<>();
            for (String table : rows(
                    database,
                    "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name")) {
                String selected = rows(database, "SELECT name FROM pragma_table_info('" + table + "')").stream()
                        .filter(column -> !(column.equals("Id") && isNumberedAnew(table)))
                        .map(column -> column.equals("EnumValues") ? ENUMERATORS : "quote([" + column + "])")
                        .collect(Collectors.joining("||','||"));
                content.addAll(
                        rows(database, "SELECT '" + table + " '||" + selected + " FROM [" + table + "] ORDER BY 1"));
            }
            content.addAll(rows(
                    database,
                    "SELECT replace(type||' '||sql,', ',',') FROM sqlite_master WHERE sql IS NOT NULL ORDER BY 1"));
            return content;
        }
    }

    /** In them nothing refers to the ids, which depend on the order of writing. */
    private static boolean isNumberedAnew(String table) {
        return table.startsWith("ec_cache_") || table.equals("ec_PropertyMap");
    }

    /** Every property with the column it is stored in, by names, because new rows have new ids. */
    static List<String> mapping(Path file) {
        try (SqliteDatabase database = SqliteDrivers.best().open(OpenRequest.readOnly(file))) {
            return rows(
                    database,
                    "SELECT s.Name||'.'||c.Name||'.'||p.AccessString||'='||t.Name||'.'||col.Name FROM ec_PropertyMap m"
                            + " JOIN ec_Class c ON c.Id=m.ClassId JOIN ec_Schema s ON s.Id=c.SchemaId"
                            + " JOIN ec_PropertyPath p ON p.Id=m.PropertyPathId JOIN ec_Column col ON col.Id=m.ColumnId"
                            + " JOIN ec_Table t ON t.Id=col.TableId ORDER BY 1");
        }
    }

    private static List<String> rows(SqliteDatabase database, String sql) {
        try (SqliteStatement statement = database.prepare(sql)) {
            List<String> rows = new ArrayList<>();
            while (statement.step()) {
                rows.add(String.valueOf(statement.columnText(0)));
            }
            return rows;
        }
    }
}
