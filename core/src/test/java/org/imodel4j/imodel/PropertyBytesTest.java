package org.imodel4j.imodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.junit.jupiter.api.Test;

class PropertyBytesTest {
    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater(3);
        deflater.setInput(bytes);
        deflater.finish();
        byte[] out = new byte[bytes.length + 1000];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }

    private static void assertDamaged(byte[] data, long rawSize) {
        assertThatThrownBy(() -> PropertyBytes.inflate(data, rawSize))
                .isInstanceOfSatisfying(IModelException.class, e -> assertThat(e.errorNumber())
                        .isEqualTo(Status.BE_SQLITE_CORRUPT.number()));
    }

    @Test
    void streamsOfAnySizeInflate() {
        for (int size : new int[] {0, 1, 101, 64 << 10, (64 << 10) + 1, 1 << 20}) {
            byte[] bytes = new byte[size];
            new Random(size).nextBytes(bytes);
            Arrays.fill(bytes, size / 2, size, (byte) 7);
            assertThat(PropertyBytes.inflate(deflated(bytes), size)).isEqualTo(bytes);
        }
    }

    @Test
    void aSizeThatTheStreamDoesNotBearOutIsDamage() {
        byte[] stream = deflated(new byte[1000]);
        for (long size : new long[] {-1, 0, 1, 999, 1001, 1 << 20, PropertyBytes.LARGEST, 1L << 40, Long.MAX_VALUE}) {
            assertDamaged(stream, size);
        }
    }

    @Test
    void aStreamThatInflatesWithoutEndIsStoppedAtItsSize() {
        assertDamaged(deflated(new byte[50 << 20]), 1000);
    }

    @Test
    void damagedStreamsAreReported() {
        byte[] stream = deflated(new byte[1000]);
        assertDamaged(new byte[0], 1000);
        assertDamaged(Arrays.copyOf(stream, stream.length - 1), 1000);
        assertDamaged(new byte[] {1, 2, 3, 4, 5, 6}, 6);
        byte[] wrongSum = stream.clone();
        wrongSum[stream.length - 1]++;
        assertDamaged(wrongSum, 1000);
        byte[] dictionary = {0x78, (byte) 0xbb, 0, 0, 0, 1, 3, 0};
        assertDamaged(dictionary, 10);
    }
}
