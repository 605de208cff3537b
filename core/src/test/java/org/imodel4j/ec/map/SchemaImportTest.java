package org.imodel4j.ec.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imodel4j.ec.schema.StoredFile.texts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.schema.StoredFile;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteDrivers;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of the reference lose their mapping and get it anew: every row has to come back, ids included. */
@NullUnmarked
class SchemaImportTest {
    private static final List<String> PROFILE =
            List.of("ECDbFileInfo", "ECDbMeta", "ECDbSystem", "ECDbMap", "CoreCustomAttributes");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "empty.bim, Generic",
        "all-types.bim, Generic AllTypes",
        "building.bim, Generic Bldg",
        "ecsql/types.bim, Generic EcsqlTypes",
        "ecsql/bis.bim, Generic Functional",
        "ecsql/plain.ecdb, Plain",
        "mapping.ecdb, Mapping"
    })
    void importedSchemasHaveTheRowsAndTablesOfTheReference(String file, String imports) throws IOException {
        Path copy = folder.resolve("copy.db");
        Files.copy(StoredFile.path(file), copy);
        SchemaSet schemas = StoredFile.schemas(file);
        List<String> before;
        List<String> after;
        try (SqliteDatabase database = SqliteDrivers.best().open(OpenRequest.readWrite(copy))) {
            before = content(database);
            forget(database);
            database.execute("PRAGMA foreign_keys=ON;BEGIN");
            write(database, schemas, PROFILE);
            for (String name : imports.split(" ")) {
                write(database, schemas, List.of(name));
            }
            database.execute("COMMIT");
            after = content(database);
        }
        assertThat(after).containsExactlyElementsOf(before);
    }

    private static void write(SqliteDatabase database, SchemaSet schemas, List<String> names) {
        SchemaImport.write(
                database,
                new SchemaSet(List.of()),
                schemas,
                names.stream().map(schemas::trySchema).collect(Collectors.toList()));
    }

    private static void forget(SqliteDatabase database) {
        database.execute("PRAGMA foreign_keys=OFF");
        texts(database, "SELECT Name FROM ec_Table WHERE Type IN (0,1,3)")
                .forEach(table -> database.execute("DROP TABLE [" + table + "]"));
        metadata(database).forEach(table -> database.execute("DELETE FROM [" + table + "]"));
    }

    private static List<String> metadata(SqliteDatabase database) {
        return texts(
                database,
                "SELECT name FROM sqlite_master WHERE type='table' AND name LIKE 'ec\\_%' ESCAPE '\\' ORDER BY name");
    }

    /** All rows of metadata, and the statements of all tables and indexes; ids of caches are free. */
    private static List<String> content(SqliteDatabase database) {
        List<String> content = new ArrayList<>();
        for (String table : metadata(database)) {
            String selected = texts(database, "SELECT name FROM pragma_table_info('" + table + "')").stream()
                    .filter(column -> !(table.startsWith("ec_cache_") && column.equals("Id")))
                    .map(column -> "quote([" + column + "])")
                    .collect(Collectors.joining("||','||"));
            content.addAll(
                    texts(database, "SELECT '" + table + " '||" + selected + " FROM [" + table + "] ORDER BY 1"));
        }
        content.addAll(
                texts(
                        database,
                        "SELECT type||' '||sql FROM sqlite_master WHERE sql IS NOT NULL AND type IN ('table','index') ORDER BY 1"));
        return content;
    }
}
