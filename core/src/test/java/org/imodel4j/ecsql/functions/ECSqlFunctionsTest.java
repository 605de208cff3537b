package org.imodel4j.ecsql.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.run.Door;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.ECSqlEngine;
import org.imodel4j.ecsql.run.QueryArguments;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.ecsql.run.RowOptions;
import org.imodel4j.ecsql.run.ValueFormat;
import org.imodel4j.error.IModelException;
import org.imodel4j.json.JsonWriter;
import org.imodel4j.sqlite.OpenRequest;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteDrivers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ECSqlFunctionsTest {
    private static final String BOX = "iModel_bbox(0,0,0,1,2,3)";
    private static final String PLACEMENT = "iModel_placement(iModel_point(1,2,3),iModel_angles(30,10,20)," + BOX + ")";

    private ECSchemas schemas;
    private ReadConnection connection;

    @BeforeAll
    void open(@TempDir Path dir) throws IOException {
        Path file = Files.copy(
                Path.of(System.getProperty("imodel4j.fixtures", "."), "building.bim"), dir.resolve("building.bim"));
        schemas = new ECSchemas(() -> connect(file));
        connection = new ECSqlEngine(schemas).connect(connect(file));
    }

    @AfterAll
    void close() {
        connection.close();
        schemas.close();
    }

    private static SqliteDatabase connect(Path file) {
        return SqliteDrivers.best()
                .open(new OpenRequest(file, OpenRequest.Mode.READ_ONLY, java.time.Duration.ofSeconds(1)));
    }

    @Test
    void geometryFunctionsHaveTheirFirstNamesInTheStatementDoorOnly() {
        String ecsql = "SELECT DGN_bbox_width(DGN_bbox(0,0,0,4,2,3))";
        try (ECSqlCursor cursor = connection.query(connection.compile(ecsql, Door.STATEMENT), QueryArguments.NONE)) {
            assertThat(cursor.step()).isTrue();
            assertThat(cursor.getDouble(0)).isEqualTo(4);
        }
        assertThatThrownBy(() -> connection.query(ecsql)).hasMessageContaining("no such function: DGN_bbox");
    }

    /** All rows as the reader gives them. */
    private String select(String expressions) {
        JsonWriter json = new JsonWriter();
        json.beginArray();
        try (ECSqlCursor cursor = connection.query("SELECT " + expressions)) {
            while (cursor.step()) {
                cursor.writeRowArray(json, ValueFormat.ECSQL_NAMES, RowOptions.DEFAULT);
            }
        }
        return new String(json.endArray().bytes(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            text.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
        }
        return text.toString();
    }

    private String blob(String expression) {
        try (ECSqlCursor cursor = connection.query("SELECT " + expression)) {
            assertThat(cursor.step()).isTrue();
            byte[] bytes = cursor.getBlob(0);
            return bytes == null ? "null" : hex(bytes);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iModel_bbox_areaxy(iModel_bbox(0,0,0,1,2,3)) | [[2]]",
                "iModel_bbox_volume(iModel_bbox(0,0,0,1,2,3)) | [[6]]",
                "iModel_bbox_width(iModel_bbox(0,0,0,1,2,3)) | [[1]]",
                "iModel_bbox_height(iModel_bbox(0,0,0,1,2,3)) | [[3]]",
                "iModel_bbox_depth(iModel_bbox(0,0,0,1,2,3)) | [[2]]",
                "iModel_bbox_value(iModel_bbox(0,0,0,1,2,3),4) | [[2]]",
                "iModel_bbox_overlaps(iModel_bbox(0,0,0,1,2,3),iModel_bbox(1,0,0,2,1,1)) | [[1]]",
                "iModel_bbox_contains(iModel_bbox(0,0,0,1,2,3),iModel_bbox(0.5,0.5,0.5,4,5,6)) | [[0]]",
                "iModel_bbox_contains(iModel_bbox(0,0,0,1,2,3),iModel_bbox(0,0,0,1,1,1)) | [[1]]",
                "iModel_angles_maxdiff(iModel_angles(30,10,20),iModel_angles(-45,5,100)) | [[80]]",
                "iModel_angles_maxdiff(iModel_angles(170,0,0),iModel_angles(-170,0,0)) | [[340]]",
                "iModel_angles_value(iModel_angles(30,10,20),1) | [[10]]",
                "iModel_point_value(iModel_point(1,2,3),2) | [[3]]",
                "iModel_point_distance(iModel_point(1,2,3),iModel_point(4,6,3)) | [[5]]",
                "iModel_point_min_distance_to_bbox(iModel_point(5,5,5),iModel_bbox(0,0,0,1,2,3)) | [[5.385164807134504]]",
                "iModel_point_min_distance_to_bbox(iModel_point(.5,.5,.5),iModel_bbox(0,0,0,1,2,3)) | [[0]]",
                "iModel_bbox_volume(iModel_bbox(5,5,5,1,1,1)) | [[64]]",
                "iModel_placement_aabb(NULL) | [[]]",
                "iModel_bbox_union(NULL) FROM bis.SpatialIndex | [[]]",
                "regexp('a+','caat') | [[true]]",
                "regexp('^a','caat') | [[false]]",
                "regexp('A','a') | [[false]]",
                "regexp(NULL,'a') | [[]]",
                "regexp_extract('john.doe@x.com','(\\w+)\\.(\\w+)@','\\2 \\1') | [[\"doe john\"]]",
                "regexp_extract('abc','(z)','\\1') | [[]]",
                "regexp_extract('abc','b','[\\0]') | [[\"[b]\"]]",
                "regexp_extract('abc','(b)(c)') | [[\"bc\"]]",
                "regexp_extract('xaby','(a)(b)','$1') | [[\"$1\"]]",
                "IdToHex(28) | [[\"0x1c\"]]",
                "CAST(base36(35) AS TEXT), CAST(base36(36) AS TEXT), base36(0) | [[\"Z\",\"10\",0]]",
                "CAST(base36(-5) AS TEXT), base36('12'), base36(NULL) | [[\"3W5E11264SGSB\"]]",
                "IdToHex(0) | [[\"0\"]]",
                "IdToHex(-1) | [[\"0xffffffffffffffff\"]]",
                "IdToHex('12') | [[]]",
                "HexToId('0x1c') | [[28]]",
                "HexToId('1c') | [[28]]",
                "HexToId('zz') | [[0]]",
                "HexToId(28) | [[]]",
                "HexToId('0xffffffffffffffffff') | [[-1]]",
                "StrToGuid('bad') | [[]]",
                "GuidToStr(StrToGuid('33333333-2222-4333-8444-55555555555F')) | [[\"33333333-2222-4333-8444-55555555555f\"]]",
                "GuidToStr('abc') | [[]]",
                "ec_classname(ECClassId) FROM bis.Element WHERE ECInstanceId=0x30 | [[\"Bldg:Wall\"]]",
                "ec_classname(ECClassId,'s.c'),ec_classname(ECClassId,1),ec_classname(ECClassId,'zz') FROM bis.Element WHERE ECInstanceId=0x30 | [[\"Bldg.Wall\",\"bldg:Wall\"]]",
                "ec_classname(99999) | [[]]",
                "ec_classid('nope') | [[]]",
                "ec_instanceof(ECClassId,'bis.GeometricElement3d') FROM bis.Element WHERE ECInstanceId IN (1,0x30) | [[0],[1]]"
            })
    void functionsAnswerAsTheReferenceDoes(String expression, String rows) {
        assertThat(select(expression)).isEqualTo(rows);
    }

    @Test
    void geometryIsPassedAsLittleEndianDoubles() {
        assertThat(blob("iModel_point(1,2,3)")).isEqualTo("000000000000f03f00000000000000400000000000000840");
        assertThat(blob("iModel_point('a',2,NULL)")).isEqualTo("000000000000000000000000000000400000000000000000");
        assertThat(blob(PLACEMENT)).hasSize(192).startsWith("000000000000f03f");
        assertThat(blob("iModel_placement_origin(" + PLACEMENT + ")")).isEqualTo(blob("iModel_point(1,2,3)"));
        assertThat(blob("iModel_placement_angles(" + PLACEMENT + ")")).isEqualTo(blob("iModel_angles(30,10,20)"));
        assertThat(blob("iModel_placement_eabb(" + PLACEMENT + ")")).isEqualTo(blob(BOX));
        assertThat(blob("iModel_placement_aabb(" + PLACEMENT + ")"))
                .isEqualTo(
                        "60bc2e4e93caa5bfa878af7287bbeb3f00000000000008401eadd7b63f12ff3f122b5d0a103e1040dd7ac9dd827e1a40");
        assertThat(
                        blob(
                                "iModel_placement_aabb(iModel_placement(iModel_point(1,2,3),iModel_angles(30,10,20),iModel_bbox(0,0,0,0,0,0)))"))
                .isEqualTo(
                        "96438b6ce7fbef3fcba145b6f3fdff3fe5d022dbf9fe0740355eba490c02f03f1b2fdd24060100401b2fdd2406010840");
        assertThat(
                        blob(
                                "iModel_bbox_union(iModel_bbox(MinX,MinY,MinZ,MaxX,MaxY,MaxZ)) FROM bis.SpatialIndex WHERE ECInstanceId<0x30"))
                .isEqualTo(
                        "000000000000000000000000000014c00000000000000000000000a0991945400000000000002e400000000000000840");
    }

    @Test
    void whatIsNoGeometryIsRefused() {
        for (String bad : new String[] {
            "iModel_bbox_volume(NULL)",
            "iModel_bbox_volume(1)",
            "iModel_bbox_value(" + BOX + ",6)",
            "iModel_point_value(iModel_point(1,2,3),-1)"
        }) {
            assertThatThrownBy(() -> select(bad))
                    .isInstanceOf(IModelException.class)
                    .hasMessageContaining("Illegal input to iModel_");
        }
    }

    @Test
    void brokenAndEndlessExpressionsEnd() {
        assertThatThrownBy(() -> select("regexp('(','a')"))
                .isInstanceOf(IModelException.class)
                .hasMessageContaining("regex:");
        assertThatThrownBy(() -> select("regexp('(a|aa)+\\1c','" + "a".repeat(200) + "')"))
                .isInstanceOf(IModelException.class)
                .hasMessageContaining("too many steps");
        assertThatThrownBy(() -> select("regexp('(a|b)*c','" + "ab".repeat(50_000) + "')"))
                .isInstanceOf(IModelException.class);
        assertThat(select("regexp('a','a')")).isEqualTo("[[true]]");
    }
}
