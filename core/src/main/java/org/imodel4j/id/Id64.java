package org.imodel4j.id;

import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/**
 * A 64-bit identifier: 24 bits of briefcase id above 40 bits of local id. As text it is lower-case hex with {@code 0x}
 * and no leading zeros; the invalid id 0 is {@code 0}. Loops use the bare {@code long} and the static methods.
 */
public record Id64(long value) implements Comparable<Id64> {
    public static final Id64 INVALID = new Id64(0);

    private static final int LOCAL_BITS = 40;
    private static final String HEX = "0123456789abcdef";

    public static Id64 of(String text) {
        return new Id64(parse(text));
    }

    /**
     * The number of a well-formed id.
     *
     * @throws IModelException INVALID_ID for anything that {@link #isId} refuses
     */
    public static long parse(String text) {
        if (!isId(text)) {
            throw new IModelException(Status.INVALID_ID, "Not an id")
                    .with("text", text.length() <= 40 ? text : text.substring(0, 40) + "…");
        }
        return text.length() == 1 ? 0 : digits(text);
    }

    /** The number of an id, or 0 when the text is no id; leading zeros and upper case are accepted as iTwin.js does. */
    public static long parseLenient(String text) {
        String trimmed = text.trim();
        if (trimmed.length() < 3 || trimmed.length() > 66 || trimmed.charAt(0) != '0') {
            return 0;
        }
        char x = trimmed.charAt(1);
        if (x != 'x' && x != 'X') {
            return 0;
        }
        long value = 0;
        for (int i = 2; i < trimmed.length(); i++) {
            int digit = trimmed.charAt(i) < 0x80 ? Character.digit(trimmed.charAt(i), 16) : -1;
            if (digit < 0 || value >>> 60 != 0) {
                return 0;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static long digits(String text) {
        long value = 0;
        for (int i = 2; i < text.length(); i++) {
            char c = text.charAt(i);
            value = value << 4 | (c <= '9' ? c - '0' : c - 'a' + 10);
        }
        return value;
    }

    /** Whether the text is an id in exactly the form that ids are written in, the invalid one included. */
    public static boolean isId(String text) {
        int length = text.length();
        if (length < 3 || length > 18) {
            return text.equals("0");
        }
        if (text.charAt(0) != '0' || text.charAt(1) != 'x' || text.charAt(2) == '0') {
            return false;
        }
        for (int i = 2; i < length; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    public static String toHex(long id) {
        return id == 0 ? "0" : appendHex(new StringBuilder(18), id).toString();
    }

    public static StringBuilder appendHex(StringBuilder to, long id) {
        if (id == 0) {
            return to.append('0');
        }
        to.append("0x");
        int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(id) & ~3;
        for (; shift >= 0; shift -= 4) {
            to.append(HEX.charAt((int) (id >>> shift) & 15));
        }
        return to;
    }

    /** The id that a briefcase gives for one of its local numbers. */
    public static long ofParts(int briefcaseId, long localId) {
        return (long) briefcaseId << LOCAL_BITS | localId;
    }

    public static int briefcaseId(long id) {
        return (int) (id >>> LOCAL_BITS);
    }

    public static long localId(long id) {
        return id & (1L << LOCAL_BITS) - 1;
    }

    public boolean isValid() {
        return value != 0;
    }

    @Override
    public int compareTo(Id64 other) {
        return Long.compareUnsigned(value, other.value);
    }

    @Override
    public String toString() {
        return toHex(value);
    }
}
