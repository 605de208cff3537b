package org.imodel4j.bis.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.imodel4j.error.IModelException;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.id.Id64;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What surrounds geometry is read, written and left out as the reference does it; the README beside the records tells where not. */
@NullUnmarked
class RecordedStylesTest {
    /** The reference makes matrices of the angles of rotations and new angles of these, which costs the last digits. */
    private static final double LAST_DIGITS = 1e-11;

    record RecordedStyle(JsonObject row) {
        byte[] blob() {
            String blob = row.text("blob");
            return blob == null ? null : Base64.getDecoder().decode(blob);
        }

        GeometryStreamBuilder builder() {
            return row.text("kind").equals("part")
                    ? GeometryStreamBuilder.forPart(true, SHAPES)
                    : GeometryStreamBuilder.forElement(
                            Id64.parse(row.text("category")), row.text("kind").equals("3d"), SHAPES);
        }

        @Override
        public String toString() {
            return row.text("name");
        }
    }

    /** The categories and the part of the file that the records come from. */
    private static final GeometryLookup SHAPES = new GeometryLookup() {
        @Override
        public Range3d tryPartRange(long partId) {
            return partId == 0x39 ? OneLookup.PART : null;
        }

        @Override
        public long categoryOf(long subCategoryId) {
            return subCategoryId == 0x13 ? 0x12 : subCategoryId == 0x15 || subCategoryId == 0x16 ? 0x14 : 0;
        }
    };

    static Stream<RecordedStyle> styles() {
        return lines("styles.jsonl");
    }

    static Stream<RecordedStyle> stylesWithBox() {
        return styles().filter(style -> style.row.array("bbox") != null && style.row.get("here") != JsonValue.NULL);
    }

    static Stream<RecordedStyle> streams() {
        return lines("streams.jsonl");
    }

    static Stream<RecordedStyle> stored() {
        return Stream.concat(styles(), streams()).filter(style -> style.blob() != null);
    }

    private static Stream<RecordedStyle> lines(String name) {
        try (InputStream file = RecordedStylesTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().map(line -> new RecordedStyle((JsonObject) Json.parse(line))).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("stored")
    void aStoredStreamIsGivenAsTheReferenceGivesIt(RecordedStyle style) {
        assertThat(Json.write(json(style.blob()))).isEqualTo(Json.write(style.row.array("answer")));
    }

    @ParameterizedTest
    @MethodSource("stored")
    void aStoredStreamIsWrittenAsItWas(RecordedStyle style) {
        boolean is3d = !"2d".equals(style.row.text("kind"));
        byte[] written = GeometryStreamWriter.write(GeometryStreamReader.read(style.blob()), is3d);
        assertThat(GeometryStreamReader.read(written)).isEqualTo(GeometryStreamReader.read(style.blob()));
    }

    @ParameterizedTest
    @MethodSource("styles")
    void aStreamIsBuiltAsTheReferenceBuildsIt(RecordedStyle style) {
        JsonValue expected = style.row.members().getOrDefault("here", style.row.get("answer"));
        if (expected == JsonValue.NULL) {
            assertThatThrownBy(() ->
                            style.builder().appendJson(style.row.array("input")).build())
                    .isInstanceOf(IModelException.class);
            return;
        }
        BuiltGeometry built =
                style.builder().appendJson(style.row.array("input")).build();
        assertEqual(json(built.blob()), (JsonArray) expected);
    }

    @ParameterizedTest
    @MethodSource("stylesWithBox")
    void theBoxHoldsTheBoxOfTheReference(RecordedStyle style) {
        JsonArray box = style.row.array("bbox");
        Range3d built =
                style.builder().appendJson(style.row.array("input")).build().box();
        Point3d least = new Point3d(1e-9, 1e-9, 1e-9);
        Range3d room = new Range3d(built.low().minus(least), built.high().plus(least));
        assertThat(room.contains(new Range3d(corner(box.get(0)), corner(box.get(1)))))
                .as("%s in %s", box, built)
                .isTrue();
    }

    private static Point3d corner(JsonValue corner) {
        JsonArray xyz = (JsonArray) corner;
        return new Point3d(number(xyz.get(0)), number(xyz.get(1)), xyz.size() < 3 ? 0 : number(xyz.get(2)));
    }

    private static JsonArray json(byte[] blob) {
        JsonWriter out = new JsonWriter();
        GeometryStreamJson.write(blob, true, out);
        return (JsonArray) Json.parse(out.bytes());
    }

    /** To the order of members. */
    private static void assertEqual(JsonArray ours, JsonArray expected) {
        assertThat(rounded(ours)).isEqualTo(rounded(expected));
    }

    private static String rounded(JsonArray array) {
        return Json.write(Json.replaced(
                array,
                value -> value instanceof JsonValue.Number number
                        ? JsonValue.of(Math.rint(number.value() / LAST_DIGITS) * LAST_DIGITS)
                        : null));
    }

    private static double number(JsonValue value) {
        return ((JsonValue.Number) value).value();
    }
}
