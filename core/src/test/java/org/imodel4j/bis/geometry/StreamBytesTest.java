package org.imodel4j.bis.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.imodel4j.ec.schema.StoredFile;
import org.imodel4j.snappy.SnappyPieces;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteStatement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Streams of iTwin.js that are read and written again have the same bytes, for queries that show them. */
class StreamBytesTest {
    private static final String IN_SPACE =
            "SELECT GeometryStream FROM bis_GeometricElement3d WHERE GeometryStream NOT NULL";
    private static final String IN_THE_PLANE =
            "SELECT GeometryStream FROM bis_GeometricElement2d WHERE GeometryStream NOT NULL";
    private static final String OF_PARTS = "SELECT js1 FROM bis_DefinitionElement WHERE ECClassId="
            + "(SELECT Id FROM ec_Class WHERE Name='GeometryPart')";

    static Stream<String> fixtures() {
        return Stream.of(
                "all-types.bim",
                "building.bim",
                "views.bim",
                "geometry/shapes.bim",
                "perf/small.bim",
                "ecsql/types.bim");
    }

    private static List<byte[]> streams(String fixture, String sql) {
        List<byte[]> streams = new ArrayList<>();
        try (SqliteDatabase file = StoredFile.open(fixture);
                SqliteStatement rows = file.prepare(sql)) {
            while (rows.step()) {
                streams.add(Objects.requireNonNull(rows.columnBlob(0)));
            }
        }
        return streams;
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void theOperationsAreThoseOfITwin(String fixture) {
        for (String sql : new String[] {IN_SPACE, IN_THE_PLANE, OF_PARTS}) {
            for (byte[] blob : streams(fixture, sql)) {
                byte[] written = GeometryStreamWriter.write(GeometryStreamReader.read(blob), !sql.equals(IN_THE_PLANE));
                assertThat(withoutPadding(unpacked(written))).isEqualTo(withoutPadding(unpacked(blob)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void theyArePackedAsByITwin(String fixture) {
        for (String sql : new String[] {IN_SPACE, IN_THE_PLANE, OF_PARTS}) {
            for (byte[] blob : streams(fixture, sql)) {
                byte[] content = unpacked(blob);
                assertThat(SnappyPieces.pack(content, content.length)).isEqualTo(blob);
            }
        }
    }

    private static byte[] unpacked(byte[] blob) {
        return Objects.requireNonNull(SnappyPieces.tryUnpack(blob));
    }

    /** Behind the flags of solids lies whatever lay there in the memory of iTwin.js: the rest of the last eight bytes that are no padding. */
    private static byte[] withoutPadding(byte[] stream) {
        byte[] kept = stream.clone();
        int at = GeometryStreamReader.HEAD;
        while (at < kept.length) {
            int opCode = GeometryStreamReader.int32(kept, at);
            int end = at + GeometryStreamReader.HEAD + GeometryStreamReader.int32(kept, at + Integer.BYTES);
            if (opCode == OpCode.SOLID_PRIMITIVE) {
                for (int i = end - 2 * Double.BYTES; i < end; i++) {
                    kept[i] = 0;
                }
            }
            at = end;
        }
        return kept;
    }
}
