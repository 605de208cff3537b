package org.imodel4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imodel4j.jdbc.SampleFiles.rows;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.calcite.adapter.jdbc.JdbcSchema;
import org.apache.calcite.jdbc.CalciteConnection;
import org.apache.calcite.runtime.Hook;
import org.apache.calcite.schema.SchemaPlus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Apache Calcite plans its own SQL over our tables and sends us what it can push down. */
class CalciteTest {
    @TempDir
    private Path folder;

    private Connection direct;
    private Connection calcite;
    private final List<String> pushed = new ArrayList<>();

    @BeforeEach
    void open() throws SQLException {
        SampleFiles files = new SampleFiles(folder);
        direct = files.connect("building.bim");
        IModelDataSource source = new IModelDataSource(files.url("building.bim") + "?composites=json");
        Properties names = new Properties();
        names.setProperty("unquotedCasing", "UNCHANGED");
        names.setProperty("caseSensitive", "false");
        calcite = DriverManager.getConnection("jdbc:calcite:", names);
        SchemaPlus root = calcite.unwrap(CalciteConnection.class).getRootSchema();
        for (String schema : List.of("BisCore", "Bldg")) {
            root.add(schema, JdbcSchema.create(root, schema, source, null, schema));
        }
    }

    @AfterEach
    void close() throws SQLException {
        calcite.close();
        direct.close();
    }

    private List<List<String>> ask(String sql) throws SQLException {
        pushed.clear();
        Consumer<Object> listener = text -> pushed.add(text.toString().replaceAll("\\s+", " "));
        try (Hook.Closeable listening = Hook.QUERY_PLAN.addThread(listener);
                Statement statement = calcite.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            assertThat(listening).isNotNull();
            return rows(results);
        }
    }

    /** Numbers print alike for both. */
    private List<List<String>> askDirectly(String ecsql) throws SQLException {
        List<List<String>> numbers = new ArrayList<>();
        for (List<String> row : rows(direct, ecsql)) {
            List<String> values = new ArrayList<>();
            for (String value : row) {
                values.add(
                        value != null && value.startsWith("0x")
                                ? Long.decode(value).toString()
                                : value);
            }
            numbers.add(values);
        }
        return numbers;
    }

    @Test
    void filtersOrdersAndLimitsArePushedDown() throws SQLException {
        assertThat(ask(
                        "SELECT \"ECInstanceId\", \"CodeValue\", \"Model.Id\" FROM BisCore.\"Element\" WHERE \"ECInstanceId\" > 40"
                                + " AND \"CodeValue\" LIKE 'W%' ORDER BY \"ECInstanceId\" LIMIT 5"))
                .isEqualTo(
                        askDirectly("SELECT ECInstanceId, CodeValue, Model.Id FROM bis.Element WHERE ECInstanceId > 40"
                                + " AND CodeValue LIKE 'W%' ORDER BY ECInstanceId LIMIT 5"))
                .hasSize(5);
        assertThat(pushed)
                .containsExactly("SELECT \"ECInstanceId\", \"CodeValue\", \"Model.Id\" FROM \"BisCore\".\"Element\""
                        + " WHERE \"ECInstanceId\" > 40 AND \"CodeValue\" LIKE 'W%' ORDER BY \"ECInstanceId\" NULLS LAST"
                        + " FETCH NEXT 5 ROWS ONLY");
    }

    @Test
    void pagesArePushedDown() throws SQLException {
        assertThat(
                        ask(
                                "SELECT \"ECInstanceId\" FROM BisCore.\"Element\" ORDER BY 1 OFFSET 3 ROWS FETCH NEXT 4 ROWS ONLY"))
                .isEqualTo(askDirectly("SELECT ECInstanceId FROM bis.Element ORDER BY ECInstanceId LIMIT 4 OFFSET 3"))
                .hasSize(4);
        assertThat(pushed).singleElement().asString().contains("OFFSET 3 ROWS FETCH NEXT 4 ROWS ONLY");
    }

    @Test
    void groupsAndAggregatesArePushedDown() throws SQLException {
        assertThat(
                        ask(
                                "SELECT \"Model.Id\", COUNT(*), MAX(\"Length\") FROM Bldg.Wall GROUP BY \"Model.Id\" ORDER BY 1"))
                .isEqualTo(askDirectly(
                        "SELECT Model.Id, COUNT(*), MAX(Length) FROM Bldg.Wall GROUP BY Model.Id ORDER BY Model.Id"))
                .hasSize(3);
        assertThat(pushed).singleElement().asString().contains("GROUP BY \"Model.Id\"");
    }

    @Test
    void joinsGiveWhatECSqlGives() throws SQLException {
        assertThat(
                        ask(
                                "SELECT w.\"CodeValue\", c.\"CodeValue\" FROM Bldg.Wall w JOIN BisCore.SpatialCategory c"
                                        + " ON w.\"Category.Id\" = c.\"ECInstanceId\" WHERE w.\"IsExternal\" ORDER BY w.\"ECInstanceId\""))
                .isEqualTo(askDirectly("SELECT w.CodeValue, c.CodeValue FROM Bldg.Wall w JOIN bis.SpatialCategory c"
                        + " ON w.Category.Id = c.ECInstanceId WHERE w.IsExternal ORDER BY w.ECInstanceId"))
                .hasSize(36);
    }

    @Test
    void joinsArePushedDownWithTheirSubqueries() throws SQLException {
        assertThat(ask("SELECT a.\"CodeValue\", b.\"CodeValue\", b.\"Parent.Id\" FROM BisCore.\"Element\" a LEFT JOIN"
                        + " BisCore.\"Element\" b ON a.\"ECInstanceId\" = b.\"Parent.Id\" ORDER BY 1 LIMIT 3"))
                .hasSize(3);
        assertThat(pushed)
                .singleElement()
                .asString()
                .contains("LEFT JOIN (SELECT")
                .contains("\"t0\".\"ECInstanceId\" = \"t1\".\"Parent.Id\"");
    }

    @Test
    void everyColumnOfATableIsRead() throws SQLException {
        assertThat(ask("SELECT * FROM Bldg.Wall WHERE \"CodeValue\" = 'W-0-0'"))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("W-0-0", "{\"X\":0,\"Y\":0,\"Z\":0}"));
        assertThat(pushed).containsExactly("SELECT * FROM \"Bldg\".\"Wall\" WHERE \"CodeValue\" = 'W-0-0'");
    }

    @Test
    void expressionsAndSetsArePushedDown() throws SQLException {
        assertThat(ask(
                        "SELECT UPPER(\"CodeValue\"), CHAR_LENGTH(\"CodeValue\"), CAST(\"FireRating\" AS VARCHAR(20)), \"Length\" + 1,"
                                + " CASE WHEN \"Length\" > 3 THEN 'l' ELSE 's' END FROM Bldg.Wall WHERE \"ECInstanceId\" IN (34, 35, 36)"
                                + " ORDER BY \"ECInstanceId\""))
                .isEqualTo(askDirectly(
                        "SELECT UPPER(CodeValue), LENGTH(CodeValue), CAST(FireRating AS STRING), Length + 1,"
                                + " CASE WHEN Length > 3 THEN 'l' ELSE 's' END FROM Bldg.Wall WHERE ECInstanceId IN (34, 35, 36)"
                                + " ORDER BY ECInstanceId"))
                .hasSize(3);
        assertThat(ask("SELECT \"CodeValue\" FROM Bldg.Wall UNION ALL SELECT \"CodeValue\" FROM Bldg.Door"))
                .hasSize(108);
        assertThat(pushed).singleElement().asString().contains("UNION ALL");
    }

    @Test
    void momentsAreComparedByUs() throws SQLException {
        assertThat(ask("SELECT COUNT(*) FROM Bldg.Wall WHERE \"LastMod\" > TIMESTAMP '2020-01-01 00:00:00'"))
                .containsExactly(List.of("72"));
        assertThat(pushed).singleElement().asString().contains("\"LastMod\" > TIMESTAMP '2020-01-01 00:00:00");
    }
}
