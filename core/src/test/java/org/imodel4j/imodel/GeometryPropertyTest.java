package org.imodel4j.imodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.imodel4j.bis.ElementKey;
import org.imodel4j.bis.ElementOptions;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.RowOptions;
import org.imodel4j.ecsql.run.ValueFormat;
import org.imodel4j.id.Id64;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A property that is geometry, with the bytes and answers of iTwin.js. */
class GeometryPropertyTest {
    private static final String SEGMENT = "{\"lineSegment\":[[0,0,0],[1,0,0]]}";

    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private long element;

    @BeforeEach
    void insert() throws Exception {
        file = DoctoredFile.copy("all-types.bim", folder);
        String props = "{\"classFullName\":\"AllTypes:ATElem\",\"model\":\"0x11\",\"category\":\"0x12\","
                + "\"code\":{\"spec\":\"0x1\",\"scope\":\"0x1\"},\"pGeom\":" + SEGMENT + "}";
        try (WritableIModelDb iModel = SnapshotDb.openForWrite(file)) {
            element = iModel.edit().elements().insert((JsonObject) Json.parse(props.getBytes(StandardCharsets.UTF_8)));
            iModel.saveChanges();
        }
    }

    private String select(String expression) {
        try (SnapshotDb iModel = SnapshotDb.open(file)) {
            return iModel.read(connection -> {
                String ecsql =
                        "SELECT " + expression + " FROM AllTypes.ATElem WHERE ECInstanceId=" + Id64.toHex(element);
                try (ECSqlCursor cursor = connection.query(ecsql)) {
                    JsonWriter out = new JsonWriter();
                    assertThat(cursor.step()).isTrue();
                    cursor.writeRowArray(out, ValueFormat.ECSQL_NAMES, RowOptions.DEFAULT);
                    return new String(out.bytes(), StandardCharsets.UTF_8);
                }
            });
        }
    }

    private void damage(String sql) {
        Path unused =
                DoctoredFile.change(file, "UPDATE bis_GeometricElement3d SET js18=" + sql + " WHERE js18 IS NOT NULL");
    }

    private boolean isRead() {
        try (SnapshotDb iModel = SnapshotDb.open(file)) {
            return iModel.elements()
                            .get(ElementKey.of(element), ElementOptions.DEFAULT)
                            .get("pGeom")
                    != null;
        }
    }

    @Test
    void queriesAnswerWithItsJson() {
        assertThat(select("pGeom")).isEqualTo("[" + SEGMENT + "]");
        assertThat(isRead()).isTrue();
    }

    @Test
    void itsBytesBeginAsThoseOfITwin() {
        assertThat(select("hex(pGeom)")).startsWith("[\"6267303030316662");
    }

    @Test
    void bytesThatAreDamagedAreAbsent() {
        for (String bytes : new String[] {"x'00'", "x''", "zeroblob(100)", "substr(js18,1,40)", "'text'"}) {
            damage(bytes);
            assertThat(isRead()).as(bytes).isFalse();
            assertThat(select("pGeom")).as(bytes).isIn("[]", "[null]");
        }
    }
}
