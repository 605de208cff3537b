package org.imodel4j.imodel;

import java.util.List;
import org.imodel4j.sqlite.SqliteDatabase;

/**
 * The descriptions of schemas and their items, put aside during an import of schemas that have none. Only the connection itself sees where
 * they are meanwhile.
 */
final class KeptDescriptions {
    private static final List<String> TABLES = List.of(
            "ec_Schema",
            "ec_Class",
            "ec_Property",
            "ec_Enumeration",
            "ec_KindOfQuantity",
            "ec_PropertyCategory",
            "ec_UnitSystem",
            "ec_Phenomenon",
            "ec_Unit",
            "ec_Format");

    /** Enumerators by name, as the text that holds them is written anew. */
    private static final String RESTORE_ENUMERATORS =
            "UPDATE main.ec_Enumeration SET EnumValues=(SELECT json_group_array(json("
                    + "CASE WHEN o.value IS NULL OR json_extract(n.value,'$.Description') IS NOT NULL THEN n.value"
                    + " ELSE json_set(n.value,'$.Description',json_extract(o.value,'$.Description')) END))"
                    + " FROM json_each(main.ec_Enumeration.EnumValues) n"
                    + " LEFT JOIN json_each((SELECT k.EnumValues FROM temp.kept_enumerators k WHERE k.Id=main.ec_Enumeration.Id)) o"
                    + " ON json_extract(o.value,'$.Name')=json_extract(n.value,'$.Name')"
                    + " AND json_extract(o.value,'$.Description') IS NOT NULL)"
                    + " WHERE Id IN (SELECT Id FROM temp.kept_enumerators)";

    private final SqliteDatabase database;

    private KeptDescriptions(SqliteDatabase database) {
        this.database = database;
    }

    static KeptDescriptions of(SqliteDatabase database) {
        for (String table : TABLES) {
            database.execute("CREATE TEMP TABLE kept_" + table + " AS SELECT Id,Name,Description FROM main." + table
                    + " WHERE Description IS NOT NULL");
        }
        database.execute("CREATE TEMP TABLE kept_enumerators AS SELECT Id,EnumValues FROM main.ec_Enumeration"
                + " WHERE instr(EnumValues,'\"Description\"')");
        return new KeptDescriptions(database);
    }

    /** Gives those back that have none now. */
    void restore() {
        for (String table : TABLES) {
            database.execute("UPDATE main." + table + " SET Description=(SELECT k.Description FROM temp.kept_" + table
                    + " k WHERE k.Id=main." + table + ".Id AND k.Name=main." + table + ".Name)"
                    + " WHERE Description IS NULL AND Id IN (SELECT Id FROM temp.kept_" + table + ")");
            database.execute("DROP TABLE temp.kept_" + table);
        }
        database.execute(RESTORE_ENUMERATORS);
        database.execute("DROP TABLE temp.kept_enumerators");
    }
}
