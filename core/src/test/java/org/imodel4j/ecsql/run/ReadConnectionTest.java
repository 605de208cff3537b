package org.imodel4j.ecsql.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.error.IModelException;
import org.imodel4j.json.JsonWriter;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDrivers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadConnectionTest {
    @TempDir
    private Path folder;

    private ReadConnection connection;

    @BeforeEach
    void open() throws IOException {
        Path file = folder.resolve("types.bim");
        Files.write(file, Files.readAllBytes(Path.of(System.getProperty("imodel4j.fixtures"), "ecsql", "types.bim")));
        ECSchemas schemas = new ECSchemas(() -> SqliteDrivers.best().open(OpenRequest.readOnly(file)));
        connection = new ECSqlEngine(schemas).connect(SqliteDrivers.best().open(OpenRequest.readOnly(file)));
    }

    @AfterEach
    void close() {
        connection.close();
        connection.engine().schemas().close();
    }

    private List<Long> longs(String ecsql, QueryArguments arguments) {
        List<Long> found = new ArrayList<>();
        try (ECSqlCursor cursor = connection.query(ecsql, arguments)) {
            while (cursor.step()) {
                found.add(cursor.getLong(0));
            }
        }
        return found;
    }

    @Test
    void aStatementIsCompiledOnceForAllConnections() {
        String ecsql = "SELECT I FROM et.Thing";

        assertThat(connection.compile(ecsql, Door.READER))
                .isSameAs(connection.engine().compile(ecsql));
        assertThat(connection.compile(ecsql, Door.STATEMENT))
                .isNotSameAs(connection.engine().compile(ecsql));
    }

    @Test
    void laterReleasesTellTheVersionAndTheSqlOfAStatement() {
        assertThat(text("PRAGMA ecsql_ver")).isEqualTo("2.0.4.0");
        String ecsql = "SELECT I FROM et.Thing WHERE S='a'";
        assertThat(text("PRAGMA sqlite_sql(\"" + ecsql + "\")"))
                .isEqualTo(connection.compile(ecsql, Door.STATEMENT).sql());
        assertThatThrownBy(() -> text("PRAGMA sqlite_sql(\"SELECT * FROM no.Such\")"))
                .hasMessageContaining("failed to prepare ECSQL query");
        assertThatThrownBy(() -> text("PRAGMA sqlite_sql")).hasMessageContaining("expect a ECSQL query");
    }

    private String text(String ecsql) {
        try (ECSqlCursor cursor = connection.query(ecsql)) {
            assertThat(cursor.step()).isTrue();
            return String.valueOf(cursor.getString(0));
        }
    }

    @Test
    void endlessRecursionIsStoppedByTheProgressHandler() {
        int[] asked = {0};
        connection.onProgress(() -> ++asked[0] > 20);

        assertThatThrownBy(() -> longs(
                        "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM c) SELECT COUNT(*) FROM c",
                        QueryArguments.NONE))
                .isInstanceOfSatisfying(IModelException.class, e -> assertThat(e.errorNumber() & 0xff)
                        .isEqualTo(9));

        connection.onProgress(null);
        assertThat(longs("SELECT COUNT(*) FROM et.Thing", QueryArguments.NONE)).containsExactly(24L);
    }

    @Test
    void cartesianProductsAreStoppedByTheProgressHandler() {
        int[] asked = {0};
        connection.onProgress(() -> ++asked[0] > 20);

        assertThatThrownBy(() -> longs(
                        "SELECT COUNT(*) FROM bis.Element a, bis.Element b, bis.Element c, bis.Element d, bis.Element e",
                        QueryArguments.NONE))
                .isInstanceOf(IModelException.class);
        assertThat(asked[0]).isGreaterThan(20);
    }

    @Test
    void statementsThatStopInsideAFunctionCountAsStopped() {
        int[] asked = {0};
        connection.onProgress(() -> ++asked[0] > 40);

        assertThatThrownBy(() -> longs(
                        "SELECT COUNT(a.$->UserLabel?) FROM bis.Element a, bis.Element b, bis.Element c",
                        QueryArguments.NONE))
                .isInstanceOfSatisfying(IModelException.class, e -> assertThat(e.errorNumber() & 0xff)
                        .isEqualTo(9));
    }

    @Test
    void onlyTablesThatAreAskedForAreRead() {
        String sql = connection
                .compile("SELECT CodeValue FROM et.Thing", Door.READER)
                .sql();

        assertThat(sql).contains("bis_Element]").doesNotContain("GeometricElement3d");
        assertThat(connection.compile("SELECT I FROM et.Thing", Door.READER).sql())
                .doesNotContain("[bis_Element]")
                .doesNotContain("Overflow");
    }

    @Test
    void theRootOfATableNeedsNoClassFilter() {
        assertThat(connection
                        .compile("SELECT COUNT(*) FROM bis.Element", Door.READER)
                        .sql())
                .doesNotContain("WHERE");
    }

    @Test
    void limitsOfTheRequestCountAfterThoseOfTheStatement() {
        CompiledQuery query = connection.compile("SELECT I FROM et.Thing WHERE I>0 ORDER BY I LIMIT 4", Door.READER);
        List<Long> found = new ArrayList<>();
        try (ECSqlCursor cursor = connection.query(query, QueryArguments.NONE, 10, 2)) {
            while (cursor.step()) {
                found.add(cursor.getLong(0));
            }
        }

        assertThat(found).hasSize(2);
    }

    @Test
    void aCursorRunsAgainWithOtherArguments() {
        String ecsql = "SELECT I FROM et.Thing WHERE I=?";
        try (ECSqlCursor cursor = connection.query(ecsql, QueryArguments.of(QueryArgument.of(20)))) {
            assertThat(cursor.step()).isTrue();
            assertThat(cursor.getLong(0)).isEqualTo(20);
            cursor.restart(QueryArguments.of(QueryArgument.of(40)));
            assertThat(cursor.step()).isTrue();
            assertThat(cursor.getLong(0)).isEqualTo(40);
            assertThat(cursor.step()).isFalse();
        }
    }

    @Test
    void statementsTellTheTypesOfTheirParameters() {
        CompiledQuery query = connection.compile(
                "SELECT I FROM et.Thing WHERE I>:low AND P2=? AND I<>:low AND InVirtualSet(?,ECInstanceId)",
                Door.STATEMENT);

        assertThat(query.parameters())
                .extracting(parameter -> parameter.index() + " " + parameter.name() + " "
                        + parameter.type().typeName() + " " + parameter.idSet())
                .startsWith("1 low int false", "2 null point2d false")
                .hasSize(3);
        assertThat(query.parameters().get(2).idSet()).isTrue();
    }

    @Test
    void columnsThatAStarGaveAreTold() {
        CompiledQuery query = connection.compile(
                "SELECT q.*, q.P2 named FROM (SELECT t.*, t.P2 named FROM et.Thing t) q", Door.STATEMENT);

        assertThat(query.outputs())
                .filteredOn(output -> output.name().equals("P2"))
                .singleElement()
                .satisfies(output -> assertThat(output.fromStar()).isTrue());
        assertThat(query.outputs())
                .filteredOn(output -> output.name().startsWith("named"))
                .hasSize(2)
                .noneMatch(output -> output.fromStar());
    }

    @Test
    void unknownNamesOfArgumentsAreRefused() {
        QueryArguments arguments =
                QueryArguments.builder().set("y", QueryArgument.of(1)).build();

        assertThatThrownBy(() -> longs("SELECT I FROM et.Thing WHERE I=:x", arguments))
                .hasMessageContaining("named param 'y'");
    }

    @Test
    void failuresOfSqliteNameTheStatement() {
        assertThatThrownBy(() -> longs("SELECT soundex(S) FROM et.Thing", QueryArguments.NONE))
                .hasMessageContaining("Preparing the ECSQL 'SELECT soundex(S) FROM et.Thing' failed")
                .hasMessageContaining("no such function: soundex");
    }

    @Test
    void nullsAtTheEndOfARowAreNotWritten() {
        JsonWriter out = new JsonWriter();
        try (ECSqlCursor cursor = connection.query("SELECT 1, NULL, 'x', NULL, NULL")) {
            cursor.step();
            cursor.writeRowArray(out, ValueFormat.ECSQL_NAMES, RowOptions.DEFAULT);
            cursor.writeRowObject(out, RowFormat.JS, RowOptions.DEFAULT);
        }

        assertThat(new String(out.bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("[1,null,\"x\"],{\"1\":1,\"'x'\":\"x\"}");
    }

    @Test
    void veryLongStatementsRun() {
        StringBuilder ecsql = new StringBuilder("SELECT COUNT(*) FROM et.Thing WHERE I IN (0");
        for (int i = 1; i < 50_000; i++) {
            ecsql.append(',').append(i);
        }

        assertThat(longs(ecsql.append(')').toString(), QueryArguments.NONE)).containsExactly(17L);
    }
}
