package org.imodel4j.imodel.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.imodel4j.ec.schema.StoredFile.texts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imodel4j.ec.schema.StoredFile;
import org.imodel4j.error.IModelException;
import org.imodel4j.id.Guid;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteDrivers;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class NewFilesTest {
    private static final Guid ID = Guid.parse("11111111-2222-4333-8444-555555555555");
    private static final NewIModelValues VALUES =
            new NewIModelValues(ID, "Subject", "what it is", "", "{}", "{}", null);

    /** Enumerators without their descriptions. */
    private static final String UNDESCRIBED =
            "(SELECT json_group_array(json_remove(value,'$.Description')) FROM json_each(EnumValues))";

    @TempDir
    Path folder;

    private NewFiles files() {
        return new NewFiles(
                SqliteDrivers.best(),
                folder.resolve("cache"),
                Clock.fixed(Instant.parse("2026-01-02T03:04:05.678Z"), ZoneOffset.UTC));
    }

    @Test
    void anEmptyIModelHasAllThatOneOfTheReferenceHas() {
        Path file = folder.resolve("new.bim");
        files().createIModel(file, VALUES);
        try (SqliteDatabase ours = SqliteDrivers.best().open(OpenRequest.readOnly(file));
                SqliteDatabase theirs = StoredFile.open("empty.bim")) {
            List<String> made = content(ours);
            List<String> wanted = content(theirs);
            assertThat(minus(made, wanted)).as("too much").isEmpty();
            assertThat(minus(wanted, made)).as("missing").isEmpty();
        }
    }

    private static List<String> minus(List<String> rows, List<String> others) {
        List<String> rest = new ArrayList<>(rows);
        rest.removeAll(Set.copyOf(others));
        return rest;
    }

    @Test
    void theSecondFileComesFromTheCacheAndIsTheSame() throws IOException {
        files().createIModel(folder.resolve("one.bim"), VALUES);
        List<Path> kept = entries();
        files().createIModel(folder.resolve("two.bim"), VALUES);
        assertThat(entries()).isEqualTo(kept).hasSize(1);
        try (SqliteDatabase one = SqliteDrivers.best().open(OpenRequest.readOnly(folder.resolve("one.bim")));
                SqliteDatabase two = SqliteDrivers.best().open(OpenRequest.readOnly(folder.resolve("two.bim")))) {
            assertThat(content(two)).containsExactlyElementsOf(content(one));
        }
    }

    @Test
    void aDamagedCacheIsMadeAnew() throws IOException {
        files().createECDb(folder.resolve("one.ecdb"), ID);
        Path kept = entries().get(0);
        byte[] bytes = Files.readAllBytes(kept);
        bytes[5000] ^= 1;
        Files.write(kept, bytes);
        files().createECDb(folder.resolve("two.ecdb"), ID);
        assertThat(Files.readAllBytes(folder.resolve("two.ecdb")))
                .isEqualTo(Files.readAllBytes(folder.resolve("one.ecdb")));
        assertThat(entries()).hasSize(1);
    }

    @Test
    void aCacheThatCanNotBeWrittenIsNoFailure() throws IOException {
        Path notAFolder = Files.createFile(folder.resolve("cache"));
        files().createECDb(folder.resolve("one.ecdb"), ID);
        assertThat(folder.resolve("one.ecdb")).isNotEmptyFile();
        assertThat(notAFolder).isEmptyFile();
    }

    @Test
    void anExistingFileIsLeftAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("there.bim"), "mine");
        assertThatThrownBy(() -> files().createIModel(file, VALUES))
                .isInstanceOfSatisfying(
                        IModelException.class, e -> assertThat(e.errorNumber()).isEqualTo(16777226));
        assertThat(file).hasContent("mine");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> files().createECDb(folder.resolve("no/where.ecdb"), ID))
                .isInstanceOfSatisfying(
                        IModelException.class, e -> assertThat(e.errorNumber()).isEqualTo(14))
                .hasMessageContaining("where.ecdb");
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> entries = Files.list(folder.resolve("cache/empty"))) {
            return entries.collect(Collectors.toList());
        }
    }

    /** All rows but what tells two files apart, and the statements of all tables, indexes and triggers. Descriptions are left out. */
    private static List<String> content(SqliteDatabase database) {
        List<String> content = new ArrayList<>();
        for (String table : texts(
                database,
                "SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                        + " AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'dgn\\_SpatialIndex%' ESCAPE '\\'"
                        + " ORDER BY name")) {
            String selected = texts(database, "SELECT name FROM pragma_table_info('" + table + "')").stream()
                    .filter(column -> !isFree(table, column))
                    .map(column -> column.equals("EnumValues") ? UNDESCRIBED : "quote([" + column + "])")
                    .collect(Collectors.joining("||','||"));
            content.addAll(texts(
                    database,
                    "SELECT '" + table + " '||" + selected + " FROM [" + table + "]"
                            + (table.equals("be_Prop")
                                    ? " WHERE Name NOT IN ('BeSQLiteBuild','CreationDate','Client','Extents','Units','DbGuid')"
                                    : "")
                            + " ORDER BY 1"));
        }
        content.addAll(texts(database, "SELECT type||' '||sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY 1"));
        content.addAll(texts(database, "PRAGMA page_size"));
        content.addAll(texts(database, "PRAGMA application_id"));
        content.addAll(texts(database, "PRAGMA user_version"));
        return content;
    }

    private static boolean isFree(String table, String column) {
        return column.equals("Description")
                || (table.startsWith("ec_cache_") && column.equals("Id"))
                || (table.equals("bis_Element")
                        && List.of("LastMod", "FederationGuid", "CodeValue").contains(column))
                || (table.equals("bis_InformationReferenceElement") && column.equals("js1"))
                || (table.equals("bis_Model") && column.equals("LastMod"));
    }
}
