package org.imodel4j.ecsql.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteDrivers;
import org.imodel4j.sqlite.SqliteStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code PRAGMA integrity_check} finds what is broken, and nothing in a file that is not. */
class IntegrityCheckTest {
    private static final String OPTION = " OPTIONS enable_experimental_features";

    @TempDir
    private Path folder;

    @Test
    void filesThatAreWholePassAllChecks() throws IOException {
        for (String name : List.of("types.bim", "bis.bim", "plain.ecdb")) {
            assertThat(rows(copy(name), "PRAGMA integrity_check" + OPTION))
                    .hasSize(9)
                    .allSatisfy(row -> assertThat(row.get(2)).isEqualTo("1"));
            for (IntegrityCheck check : IntegrityCheck.values()) {
                assertThat(rows(copy(name), "PRAGMA integrity_check(" + check.text() + ')' + OPTION))
                        .isEmpty();
            }
        }
    }

    @Test
    void navigationToNothingIsFound() throws IOException {
        Path file = copy("bis.bim");
        change(file, "UPDATE bis_Element SET ParentId=999999 WHERE Id=(SELECT MAX(Id) FROM bis_Element)");

        assertThat(rows(file, "PRAGMA integrity_check(check_nav_ids)" + OPTION))
                .anySatisfy(row -> assertThat(row).contains("BisCore:Element", "Parent", "0xf423f"));
        assertThat(rows(file, "PRAGMA integrity_check" + OPTION))
                .anySatisfy(row -> assertThat(row.subList(1, 3)).containsExactly("check_nav_ids", "0"));
    }

    @Test
    void rowsOfUnknownClassesAreFound() throws IOException {
        Path file = copy("plain.ecdb");
        change(file, "UPDATE pl_Animal SET ECClassId=9999 WHERE Id=(SELECT MIN(Id) FROM pl_Animal)");

        assertThat(rows(file, "PRAGMA integrity_check(check_class_ids)" + OPTION))
                .anySatisfy(row -> assertThat(row).contains("Plain:Animal", "0x270f"));
    }

    @Test
    void rowsThatLackTheirOtherHalfAreFound() throws IOException {
        Path file = copy("plain.ecdb");
        change(file, "DELETE FROM pl_Dog");

        assertThat(rows(file, "PRAGMA integrity_check(check_missing_child_rows)" + OPTION))
                .anySatisfy(row -> assertThat(row).contains("pl_Dog"));
    }

    private Path copy(String name) throws IOException {
        Path copy = Files.createTempDirectory(folder, "check").resolve(name);
        Files.write(copy, Files.readAllBytes(Path.of(System.getProperty("imodel4j.fixtures"), "ecsql", name)));
        return copy;
    }

    private static void change(Path file, String sql) {
        try (SqliteDatabase database = SqliteDrivers.best().open(OpenRequest.readWrite(file))) {
            for (String each :
                    List.of("PRAGMA foreign_keys=OFF", "DROP TRIGGER IF EXISTS bis_Element_CurrentTimeStamp", sql)) {
                try (SqliteStatement statement = database.prepare(each)) {
                    statement.step();
                }
            }
        }
    }

    private static List<List<String>> rows(Path file, String ecsql) {
        List<List<String>> rows = new ArrayList<>();
        try (ECSchemas schemas = new ECSchemas(() -> SqliteDrivers.best().open(OpenRequest.readOnly(file)));
                ReadConnection connection =
                        new ECSqlEngine(schemas).connect(SqliteDrivers.best().open(OpenRequest.readOnly(file)));
                ECSqlCursor cursor = connection.query(ecsql)) {
            while (cursor.step()) {
                List<String> row = new ArrayList<>();
                for (int i = 0; i < cursor.query().columns().size(); i++) {
                    String text = cursor.getString(i);
                    row.add(text == null ? "" : text);
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
