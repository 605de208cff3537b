package org.imodel4j.ecsql.run;

import java.util.Arrays;
import org.imodel4j.snappy.SnappyPieces;

/**
 * Unpacks geometry streams. What is packed is a header of two little-endian {@code uint32}, a signature and a size, and as many
 * bytes as that size says. A blob that has another form is answered as it is.
 */
final class SnappyBlob {
    private static final int HEADER = 8;

    private SnappyBlob() {}

    static byte[] unpack(byte[] packed) {
        byte[] plain = SnappyPieces.tryUnpack(packed);
        if (plain == null || plain.length < HEADER) {
            return packed;
        }
        int size = plain[4] & 0xff | (plain[5] & 0xff) << 8 | (plain[6] & 0xff) << 16 | plain[7] << 24;
        return size < 0 || size > plain.length - HEADER ? packed : Arrays.copyOfRange(plain, HEADER, HEADER + size);
    }
}
