package org.imodel4j.snappy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SnappyPiecesTest {
    @Test
    void aLongRunTakesLittleRoomInEachPiece() {
        byte[] packed = SnappyPieces.pack(new byte[3 * SnappyPieces.PIECE], 3 * SnappyPieces.PIECE);
        assertThat(packed.length).isLessThan(3 * 1600);
        assertThat(SnappyPieces.tryUnpack(packed)).isEqualTo(new byte[3 * SnappyPieces.PIECE]);
    }

    @Test
    void emptyContentIsAnEmptyBlob() {
        assertThat(SnappyPieces.pack(new byte[0], 0)).isEmpty();
        assertThat(SnappyPieces.tryUnpack(new byte[0])).isEmpty();
    }

    @Test
    void aCopyThatOverlapsItselfRepeatsItsBegin() {
        // A literal of "ab", then 10 bytes from 2 before.
        assertThat(SnappyPieces.tryUnpack(new byte[] {8, 0, 12, 1 << 2, 'a', 'b', 1 | 6 << 2, 2}))
                .isEqualTo("abababababab".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    @Test
    void aPieceThatClaimsMoreThanItCanHoldIsRefusedBeforeMemoryIsTaken() {
        byte[] claims = new byte[8000];
        for (int i = 0; i < claims.length; i += 8) {
            // 64 KiB from five bytes.
            byte[] piece = {8, 0, (byte) 0x80, (byte) 0x80, 4, 0, 0, 0};
            System.arraycopy(piece, 0, claims, i, piece.length);
        }
        assertThat(SnappyPieces.tryUnpack(claims)).isNull();
    }

    @Test
    void aTruncatedBlobIsRefused() {
        byte[] content = SnappyPieces.class.getName().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] packed = SnappyPieces.pack(content, content.length);
        for (int length = 1; length < packed.length; length++) {
            assertThat(SnappyPieces.tryUnpack(Arrays.copyOf(packed, length))).isNull();
        }
    }
}
