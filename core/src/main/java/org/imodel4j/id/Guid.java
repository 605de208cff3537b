package org.imodel4j.id;

import java.util.Random;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;

/**
 * A GUID. Files keep it as 16 bytes in the order of the text (not in the mixed order of Windows), text is in lower case.
 */
public record Guid(long high, long low) implements Comparable<Guid> {
    /** Stands for "none", as in the iTwinId of a snapshot. */
    public static final Guid EMPTY = new Guid(0, 0);

    private static final String HEX = "0123456789abcdef";
    private static final int LENGTH = 36;

    /**
     * Reads {@code 8-4-4-4-12} hex digits in either case.
     *
     * @throws IModelException BAD_ARG for any other text
     */
    public static Guid parse(String text) {
        Guid guid = tryParse(text);
        if (guid == null) {
            throw new IModelException(Status.BAD_ARG, "Not a GUID")
                    .with("text", text.length() <= 40 ? text : text.substring(0, 40) + "…");
        }
        return guid;
    }

    public static boolean isGuid(String text) {
        return tryParse(text) != null;
    }

    /** As {@link #parse}, null for any other text. */
    public static @Nullable Guid tryParse(String text) {
        if (text.length() != LENGTH) {
            return null;
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                if (c != '-') {
                    return null;
                }
                continue;
            }
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return null;
            }
            if (i < 18) {
                high = high << 4 | digit;
            } else {
                low = low << 4 | digit;
            }
        }
        return new Guid(high, low);
    }

    /**
     * Reads the bytes of a file.
     *
     * @throws IModelException BAD_ARG unless there are 16
     */
    public static Guid ofBytes(byte[] bytes) {
        if (bytes.length != 16) {
            throw new IModelException(Status.BAD_ARG, "A GUID has 16 bytes").with("bytes", bytes.length);
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < 8; i++) {
            high = high << 8 | bytes[i] & 0xff;
            low = low << 8 | bytes[i + 8] & 0xff;
        }
        return new Guid(high, low);
    }

    /** A random GUID of version 4. */
    public static Guid random(Random random) {
        long high = random.nextLong() & ~0xf000L | 0x4000L;
        long low = random.nextLong() & ~(3L << 62) | 2L << 62;
        return new Guid(high, low);
    }

    /** The 16 bytes as files keep them. */
    public byte[] toBytes() {
        byte[] bytes = new byte[16];
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (high >> 56 - 8 * i);
            bytes[i + 8] = (byte) (low >> 56 - 8 * i);
        }
        return bytes;
    }

    public boolean isEmpty() {
        return high == 0 && low == 0;
    }

    @Override
    public int compareTo(Guid other) {
        int order = Long.compareUnsigned(high, other.high);
        return order != 0 ? order : Long.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int shift = 60; shift >= 0; shift -= 4) {
            text.append(HEX.charAt((int) (high >>> shift) & 15));
            if (shift == 32 || shift == 16 || shift == 0) {
                text.append('-');
            }
        }
        for (int shift = 60; shift >= 0; shift -= 4) {
            text.append(HEX.charAt((int) (low >>> shift) & 15));
            if (shift == 48) {
                text.append('-');
            }
        }
        return text.toString();
    }
}
