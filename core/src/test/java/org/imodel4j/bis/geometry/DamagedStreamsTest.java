package org.imodel4j.bis.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.imodel4j.bis.geometry.RecordedStreams.RecordedStream;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonWriter;
import org.imodel4j.snappy.SnappyPieces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes a stream has, it reads as entries whose JSON and box can be made, or ends in the one exception. */
class DamagedStreamsTest {
    static Stream<RecordedStream> streams() {
        return RecordedStreams.all();
    }

    @ParameterizedTest
    @MethodSource("streams")
    void everyChangedByteOfABlobEndsInAValueOrAFailure(RecordedStream stream) {
        byte[] blob = stream.blob();
        for (int i = 0; i < blob.length; i++) {
            for (int change : new int[] {0xff, 0x01, 0x80}) {
                blob[i] ^= (byte) change;
                use(blob);
                blob[i] ^= (byte) change;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("streams")
    void everyTruncatedBlobIsRefused(RecordedStream stream) {
        for (int length = 0; length < stream.blob().length; length++) {
            byte[] truncated = Arrays.copyOf(stream.blob(), length);
            assertThatThrownBy(() -> GeometryStreamReader.read(truncated))
                    .isInstanceOfSatisfying(IModelException.class, DamagedStreamsTest::isReadError);
        }
    }

    /** Behind the compression, so that what is damaged are the tables. */
    @ParameterizedTest
    @MethodSource("streams")
    void everyChangedByteOfAnOperationEndsInAValueOrAFailure(RecordedStream stream) {
        byte[] plain = content(stream.blob());
        for (int i = 0; i < plain.length; i++) {
            for (int change : new int[] {0xff, 0x01, 0x80, 0x08}) {
                plain[i] ^= (byte) change;
                useUnpacked(plain);
                plain[i] ^= (byte) change;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("streams")
    void everyTruncatedStreamEndsInAValueOrAFailure(RecordedStream stream) {
        byte[] plain = content(stream.blob());
        for (int length = 0; length < plain.length; length++) {
            useUnpacked(Arrays.copyOf(plain, length));
        }
    }

    @Test
    void randomDamageEndsInAValueOrAFailure() {
        Random random = new Random(20_260_101);
        List<byte[]> contents =
                RecordedStreams.all().map(stream -> content(stream.blob())).toList();
        for (int round = 0; round < 40_000; round++) {
            byte[] plain = contents.get(random.nextInt(contents.size())).clone();
            for (int i = random.nextInt(6); i >= 0; i--) {
                plain[random.nextInt(plain.length)] = (byte) random.nextInt();
            }
            useUnpacked(plain);
        }
    }

    /** Curves of curves, of which each two are one: read as it looks, there were 2^25 at the end. */
    @Test
    void tablesThatShareTheirPartsAreRefusedBeforeTheyFillTheMemory() {
        assertThatThrownBy(() -> GeometryStreamReader.readUnpacked(curvesOfTheSameCurves(25)))
                .isInstanceOfSatisfying(IModelException.class, DamagedStreamsTest::isReadError);
        assertThat(GeometryStreamReader.readUnpacked(curvesOfTheSameCurves(3))).hasSize(1);
    }

    private static byte[] curvesOfTheSameCurves(int levels) {
        ByteBuffer out = ByteBuffer.allocate(20 + 52 * levels).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(OpCode.CURVE_VECTOR).putInt(out.capacity() - 8).put(ShapeReader.PREFIX);
        out.putInt(12);
        for (int level = 1; level <= levels; level++) {
            // The index of a variant and the variant, with its kind and the distance to the curves.
            out.putShort((short) 8).putShort((short) 12).putShort((short) 8).putShort((short) 4);
            out.putInt(8).putInt(16).put((byte) ShapeWriter.CURVE_COLLECTION).put(new byte[3]);
            // The index of the curves and the curves, with their type and a vector of two variants.
            out.putShort((short) 8).putShort((short) 12).putShort((short) 4).putShort((short) 8);
            int items = level < levels ? 2 : 0;
            out.putInt(8).putInt(1).putInt(4).putInt(items).putInt(16).putInt(12);
        }
        return out.array();
    }

    private static void isReadError(IModelException failure) {
        assertThat(failure.errorNumber()).isEqualTo(Status.READ_ERROR.number());
    }

    private static byte[] content(byte[] blob) {
        byte[] plain = Objects.requireNonNull(SnappyPieces.tryUnpack(blob));
        return Arrays.copyOfRange(plain, GeometryStreamReader.HEAD, plain.length);
    }

    private static void use(byte[] blob) {
        tolerating(() -> use(GeometryStreamReader.read(blob)));
    }

    private static void useUnpacked(byte[] stream) {
        tolerating(() -> use(GeometryStreamReader.readUnpacked(stream)));
    }

    private static void use(List<StreamEntry> entries) {
        JsonWriter json = new JsonWriter();
        tolerating(() -> {
            GeometryStreamJson.write(entries, true, json);
            Json.parse(json.bytes());
        });
        tolerating(() -> StreamBox.of(entries, 1, new OneLookup(1)));
        assertThat(GeometryStreamReader.read(GeometryStreamWriter.write(entries, true)))
                .isNotEmpty();
    }

    private static void tolerating(Runnable use) {
        try {
            use.run();
        } catch (IModelException e) {
            assertThat(e.errorNumber()).isPositive();
        }
    }
}
