package org.imodel4j.snappy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever is packed is unpacked again; whatever is unpacked is content or nothing. */
class SnappyProperties {
    @Property
    void packedContentUnpacks(@ForAll byte[] content) {
        assertThat(SnappyPieces.tryUnpack(SnappyPieces.pack(content, content.length)))
                .isEqualTo(content);
    }

    /** Bytes in which runs, repetitions and noise take turns, up to some pieces long. */
    @Property(tries = 300)
    void contentThatRepeatsItselfUnpacksAndGetsSmaller(
            @ForAll long seed, @ForAll @IntRange(max = 5 * SnappyPieces.PIECE) int length) {
        byte[] content = repetitive(new Random(seed), length);
        byte[] packed = SnappyPieces.pack(content, length);
        assertThat(SnappyPieces.tryUnpack(packed)).isEqualTo(content);
        assertThat(packed.length).isLessThanOrEqualTo(length + length / 6 + 64);
    }

    @Property
    void damagedBlobsUnpackToContentOrNothing(
            @ForAll long seed,
            @ForAll @IntRange(max = 3000) int length,
            @ForAll @IntRange(min = 1, max = 8) int damages) {
        Random random = new Random(seed);
        byte[] packed = SnappyPieces.pack(repetitive(random, length), length);
        for (int i = 0; i < damages && packed.length > 0; i++) {
            packed[random.nextInt(packed.length)] = (byte) random.nextInt(256);
        }
        byte[] content = SnappyPieces.tryUnpack(packed);
        assertThat(content == null || content.length <= 22L * packed.length).isTrue();
    }

    @Property
    void anyBytesUnpackToContentOrNothing(@ForAll @Size(max = 400) byte[] bytes) {
        byte[] content = SnappyPieces.tryUnpack(bytes);
        assertThat(content == null || content.length <= 22L * bytes.length).isTrue();
    }

    @Property
    void onlyTheBytesThatCountArePacked(@ForAll @Size(min = 1, max = 100) byte[] content) {
        int count = content.length / 2;
        assertThat(SnappyPieces.tryUnpack(SnappyPieces.pack(content, count))).isEqualTo(Arrays.copyOf(content, count));
    }

    private static byte[] repetitive(Random random, int length) {
        byte[] content = new byte[length];
        int at = 0;
        while (at < length) {
            int count = Math.min(length - at, 1 + random.nextInt(300));
            int kind = random.nextInt(3);
            int distance = 1 + random.nextInt(Math.max(1, at));
            byte same = (byte) random.nextInt(256);
            for (int i = at; i < at + count; i++) {
                content[i] = kind == 0
                        ? (byte) random.nextInt(256)
                        : kind == 1 || i < distance ? same : content[i - distance];
            }
            at += count;
        }
        return content;
    }
}
