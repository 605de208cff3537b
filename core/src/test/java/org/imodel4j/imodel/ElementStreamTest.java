package org.imodel4j.imodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.imodel4j.bis.ElementKey;
import org.imodel4j.bis.ElementOptions;
import org.imodel4j.bis.geometry.GeometryLookup;
import org.imodel4j.bis.geometry.GeometryStreamBuilder;
import org.imodel4j.bis.geometry.StreamEntry;
import org.imodel4j.bis.write.ElementStream;
import org.imodel4j.ec.schema.StoredFile;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.geometry.Placement3d;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.geometry.YawPitchRollAngles;
import org.imodel4j.geometry.shape.LineSegment3d;
import org.imodel4j.id.Guid;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bulk path writes what the props API writes. */
class ElementStreamTest {
    private static final long MODEL = 0x11;
    private static final long CATEGORY = 0x12;
    private static final Guid GUID = Guid.parse("11111111-2222-4333-8444-000000000077");

    @TempDir
    Path folder;

    private WritableIModelDb iModel;

    @BeforeEach
    void open() throws IOException {
        Path file = folder.resolve("all-types.bim");
        Files.copy(StoredFile.path("all-types.bim"), file);
        iModel = SnapshotDb.openForWrite(file);
    }

    @AfterEach
    void close() {
        iModel.close();
    }

    private JsonObject get(long id) {
        return iModel.elements().get(ElementKey.of(id), ElementOptions.DEFAULT.withGeometry(true, false));
    }

    private static @Nullable String codeValue(JsonObject props) {
        JsonObject code = props.object("code");
        return code == null ? null : code.text("value");
    }

    private ElementStream stream(String... properties) {
        return iModel.edit().stream("AllTypes:ATElem", properties).model(MODEL).category(CATEGORY);
    }

    @Test
    void valuesReadBackAsThoseOfProps() {
        long streamed = stream("pStr", "pInt", "pDouble", "pBool", "pP3", "pStruct.In.N")
                .codeSpec(0x21, MODEL)
                .code(" streamed ")
                .userLabel("label")
                .federationGuid(GUID)
                .jsonProperties("{\"a\":1}")
                .setText(0, "text")
                .setLong(1, 42)
                .setDouble(2, 1.5)
                .setBoolean(3, true)
                .setPoint(4, 1, 2, 3)
                .setLong(5, 7)
                .insert();
        JsonObject props = get(streamed);
        assertThat(props.text("pStr")).isEqualTo("text");
        assertThat(props.text("userLabel")).isEqualTo("label");
        assertThat(props.text("federationGuid")).isEqualTo(GUID.toString());
        assertThat(codeValue(props)).isEqualTo("streamed");
        assertThat(props.object("pP3")).isEqualTo(TestProps.of("{\"x\":1,\"y\":2,\"z\":3}"));
        assertThat(props.object("pStruct")).isEqualTo(TestProps.of("{\"in\":{\"n\":7}}"));
        long inserted = iModel.edit()
                .elements()
                .insert(TestProps.of("{\"classFullName\":\"AllTypes:ATElem\",\"model\":\"0x11\",\"category\":\"0x12\","
                        + "\"code\":{\"spec\":\"0x21\",\"scope\":\"0x11\",\"value\":\"other\"},\"userLabel\":\"label\","
                        + "\"jsonProperties\":{\"a\":1},\"pStr\":\"text\",\"pInt\":42,\"pDouble\":1.5,\"pBool\":true,"
                        + "\"pP3\":[1,2,3],\"pStruct\":{\"in\":{\"n\":7}}}"));
        assertThat(without(get(inserted))).isEqualTo(without(props));
    }

    private static JsonObject without(JsonObject props) {
        JsonObject.Builder rest = JsonObject.builder();
        props.members().forEach((name, value) -> {
            if (!List.of("id", "federationGuid", "code").contains(name)) {
                rest.put(name, value);
            }
        });
        return rest.build();
    }

    @Test
    void geometryAndPlacementReadBack() {
        GeometryStreamBuilder builder = GeometryStreamBuilder.forElement(CATEGORY, true, GeometryLookup.NOTHING);
        var built = builder.append(new StreamEntry.Shape(new LineSegment3d(Point3d.ZERO, new Point3d(1, 2, 3))))
                .build();
        Placement3d placement = new Placement3d(new Point3d(5, 6, 7), new YawPitchRollAngles(45, 0, 0), built.box());
        JsonObject props = get(stream().geometry(built.blob(), placement).insert());
        assertThat(props.object("placement"))
                .isEqualTo(TestProps.of(
                        "{\"origin\":[5,6,7],\"angles\":{\"yaw\":45},\"bbox\":{\"low\":[0,0,0],\"high\":[1,2,3]}}"));
        assertThat(props.get("geom"))
                .isEqualTo(TestProps.array("[{\"header\":{\"flags\":0}},{\"lineString\":[[0,0,0],[1,2,3]]}]"));
    }

    @Test
    void valuesOfOneElementAreNotThoseOfTheNext() {
        ElementStream stream = stream("pStr");
        stream.setText(0, "first").userLabel("first").insert();
        JsonObject second = get(stream.insert());
        assertThat(second.members()).doesNotContainKeys("pStr", "userLabel");
        assertThat(second.text("model")).isEqualTo(Id64.toHex(MODEL));
    }

    @Test
    void refusedElementsLeaveTheStreamUsable() {
        ElementStream stream = stream("pStr").codeSpec(0x21, MODEL);
        stream.code("taken").insert();
        assertRefused(Status.DUPLICATE_CODE, () -> stream.code("TAKEN").insert());
        assertThat(codeValue(get(stream.code("free").insert()))).isEqualTo("free");
    }

    @Test
    void theRulesOfElementsHold() {
        assertRefused(Status.INVALID_CATEGORY, () -> stream().category(0x999).insert());
        assertRefused(Status.WRONG_MODEL, () -> stream().model(1).insert());
        assertRefused(Status.WRONG_MODEL, () -> stream().model(0x999).insert());
        assertRefused(Status.INVALID_PARENT, () -> stream().parent(0x1b, 0).insert());
        assertRefused(Status.BAD_ARG, () -> stream("NoSuchProperty"));
        assertRefused(Status.BAD_ARG, () -> iModel.edit().stream("AllTypes:NoSuchClass"));
        assertRefused(Status.WRITE_ERROR, () -> iModel.edit().stream("BisCore:PhysicalElement"));
    }

    @Test
    void aPlacementInThePlaneIsNoneInSpace() {
        Placement3d nowhere = new Placement3d(Point3d.ZERO, YawPitchRollAngles.ZERO, Range3d.of(0, 0, 0, 1, 1, 1));
        assertRefused(
                Status.WRONG_CLASS, () -> iModel.edit().stream("AllTypes:AT2d").placement(nowhere));
        assertRefused(Status.WRONG_CLASS, () -> iModel.edit().stream("AllTypes:ATDefinition")
                .placement(nowhere));
    }

    private static void assertRefused(Status status, org.assertj.core.api.ThrowableAssert.ThrowingCallable edit) {
        assertThatThrownBy(edit).isInstanceOfSatisfying(IModelException.class, e -> assertThat(e.errorNumber())
                .isEqualTo(status.number()));
    }
}
