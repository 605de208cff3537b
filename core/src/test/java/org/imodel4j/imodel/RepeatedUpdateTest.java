package org.imodel4j.imodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.imodel4j.bis.ElementKey;
import org.imodel4j.bis.ElementOptions;
import org.imodel4j.ec.schema.StoredFile;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Updates with props as they were read, of which little or nothing has changed. */
class RepeatedUpdateTest {
    private static final long WALL = 0x22;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void copy() throws IOException {
        file = folder.resolve("building.bim");
        Files.copy(StoredFile.path("building.bim"), file);
    }

    private static double lastMod(WritableIModelDb iModel) {
        try (ECSqlCursor cursor =
                iModel.reader().query("SELECT CAST(LastMod AS DOUBLE) FROM bis.Element WHERE ECInstanceId=" + WALL)) {
            assertThat(cursor.step()).isTrue();
            return cursor.getDouble(0);
        }
    }

    private static JsonObject read(WritableIModelDb iModel) {
        return iModel.elements().get(ElementKey.of(WALL), ElementOptions.DEFAULT.withGeometry(true, true));
    }

    @Test
    void propsThatAreGivenBackChangeNothingButTheTime() {
        try (WritableIModelDb iModel = SnapshotDb.openForWrite(file)) {
            JsonObject before = read(iModel);
            double time = lastMod(iModel);
            iModel.edit().elements().update(before);
            assertThat(read(iModel)).isEqualTo(before);
            assertThat(lastMod(iModel)).isGreaterThan(time);
        }
    }

    @Test
    void aCodeThatDiffersInCaseOnlyIsWritten() {
        try (WritableIModelDb iModel = SnapshotDb.openForWrite(file)) {
            JsonObject code = code(iModel, "wall x");
            assertThat(code.text("value")).isEqualTo("wall x");
            assertThat(code(iModel, "WALL X").text("value")).isEqualTo("WALL X");
        }
    }

    private static JsonObject code(WritableIModelDb iModel, String value) {
        iModel.edit().elements().update((JsonObject) Json.parse("""
                {"id":"0x22","code":{"spec":"0x1","scope":"0x1","value":"%s"}}""".formatted(value)));
        return Objects.requireNonNull(read(iModel).object("code"));
    }

    @Test
    void aPlacementThatMovesMovesTheSpatialIndexToo() {
        try (WritableIModelDb iModel = SnapshotDb.openForWrite(file)) {
            JsonObject before = read(iModel);
            JsonObject.Builder moved = JsonObject.builder();
            before.members().forEach(moved::put);
            iModel.edit()
                    .elements()
                    .update(moved.put("placement", Json.parse("{\"origin\":[30,20,10],\"angles\":{}}"))
                            .build());
            iModel.saveChanges();
            try (ECSqlCursor cursor =
                    iModel.reader().query("SELECT MinX,MinZ FROM bis.SpatialIndex WHERE ECInstanceId=" + WALL)) {
                assertThat(cursor.step()).isTrue();
                assertThat(cursor.getDouble(0)).isBetween(25.0, 31.0);
                assertThat(cursor.getDouble(1)).isBetween(9.0, 11.0);
            }
        }
    }
}
