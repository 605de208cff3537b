package org.imodel4j.imodel.create;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.imodel4j.ec.map.SchemaImport;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteStatement;

/** A file that holds the schemas of the profile and no data. */
final class EmptyECDb {
    static final int APPLICATION_ID = 0x42654462;
    static final int FORMAT_VERSION = 10;

    private static final List<String> SCHEMAS =
            List.of("CoreCustomAttributes", "ECDbMap", "ECDbFileInfo", "ECDbMeta", "ECDbSystem");

    static final SchemaSet NONE = new SchemaSet(List.of());

    private EmptyECDb() {}

    /**
     * Fills a database without tables, within the caller's transaction. The identity of the file is left to the caller.
     *
     * @param schemas with those of the profile
     */
    static void fill(SqliteDatabase database, SchemaSet schemas) {
        ProfileTables.BE.create(database);
        property(database, "be_Db", "SchemaVersion", version(3, 1, 0, 2));
        // Statistics are made and emptied so that the table is there before changes are recorded.
        database.execute("ANALYZE;DELETE FROM sqlite_stat1;DROP TABLE IF EXISTS sqlite_stat4");
        ProfileTables.EC.create(database);
        property(database, "ec_Db", "InitialSchemaVersion", version(4, 0, 0, 5));
        property(database, "ec_Db", "SchemaVersion", version(4, 0, 0, 5));
        local(database, "be_repositoryid", "x'0000000000000000'");
        local(database, "ec_instanceidsequence", "0");
        SchemaImport.write(database, NONE, schemas, pick(schemas, SCHEMAS));
    }

    static List<SchemaDef> pick(SchemaSet schemas, List<String> names) {
        return names.stream()
                .map(name -> Objects.requireNonNull(schemas.trySchema(name), name))
                .collect(Collectors.toList());
    }

    static String version(int major, int minor, int sub1, int sub2) {
        return "{\"major\":" + major + ",\"minor\":" + minor + ",\"sub1\":" + sub1 + ",\"sub2\":" + sub2 + "}";
    }

    static void property(SqliteDatabase database, String namespace, String name, String text) {
        try (SqliteStatement insert = database.prepare(
                "INSERT OR REPLACE INTO be_Prop(Namespace,Name,Id,SubId,TxnMode,StrData) VALUES(?,?,0,0,0,?)")) {
            insert.bindText(1, namespace);
            insert.bindText(2, name);
            insert.bindText(3, text);
            insert.step();
        }
    }

    static void blob(SqliteDatabase database, String namespace, String name, byte[] bytes) {
        try (SqliteStatement insert = database.prepare(
                "INSERT OR REPLACE INTO be_Prop(Namespace,Name,Id,SubId,TxnMode,Data) VALUES(?,?,0,0,0,?)")) {
            insert.bindText(1, namespace);
            insert.bindText(2, name);
            insert.bindBlob(3, bytes);
            insert.step();
        }
    }

    /** @param value in SQL */
    static void local(SqliteDatabase database, String name, String value) {
        database.execute("INSERT OR REPLACE INTO be_Local(Name,Val) VALUES('" + name + "'," + value + ")");
    }
}
