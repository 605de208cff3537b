package org.imodel4j.id;

import java.util.Arrays;
import java.util.Locale;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/**
 * The compact text of a sorted set of ids that iTwin.js clients send.
 *
 * <pre>
 * set  = { "+" step [ "*" count ] } [ "+" ]
 * step, count = upper-case hex without leading zeros
 * </pre>
 *
 * The first step counts from 0; a count repeats the step: {@code +11+1*3} is 0x11, 0x12, 0x13, 0x14. The last plus sign, which clients read
 * over, names nothing.
 */
public final class CompressedId64Set {
    /** A text of a few bytes can name any number of ids; more than these are refused. */
    public static final int MAX_IDS = 16_000_000;

    private CompressedId64Set() {}

    public static String encode(IdSet ids) {
        StringBuilder text = new StringBuilder();
        long previous = 0;
        int i = 0;
        while (i < ids.size()) {
            long step = ids.get(i) - previous;
            int count = 0;
            while (i < ids.size() && ids.get(i) - previous == step) {
                previous = ids.get(i++);
                count++;
            }
            text.append('+').append(hex(step));
            if (count > 1) {
                text.append('*').append(hex(count));
            }
        }
        return text.toString();
    }

    private static String hex(long value) {
        return Long.toHexString(value).toUpperCase(Locale.ROOT);
    }

    /**
     * Reads the text of a set.
     *
     * @throws IModelException BAD_ARG when the text is malformed, its ids do not ascend or there are more than
     *     {@link #MAX_IDS}
     */
    public static IdSet decode(String text) {
        long[] ids = new long[16];
        int size = 0;
        long previous = 0;
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) != '+') {
                throw malformed(at);
            }
            if (at + 1 == text.length()) {
                break;
            }
            int stepEnd = digitsEnd(text, at + 1);
            long step = number(text, at + 1, stepEnd);
            long count = 1;
            at = stepEnd;
            if (at < text.length() && text.charAt(at) == '*') {
                int countEnd = digitsEnd(text, at + 1);
                count = number(text, at + 1, countEnd);
                at = countEnd;
            }
            if (Long.compareUnsigned(count, MAX_IDS - size) > 0) {
                throw new IModelException(Status.BAD_ARG, "A compressed set of ids holds too many")
                        .with("most", MAX_IDS);
            }
            if (size + (int) count > ids.length) {
                ids = Arrays.copyOf(ids, Math.max(2 * ids.length, size + (int) count));
            }
            for (long i = 0; i < count; i++) {
                long next = previous + step;
                if (Long.compareUnsigned(next, previous) <= 0) {
                    throw malformed(at);
                }
                previous = next;
                ids[size++] = next;
            }
        }
        return IdSet.of(Arrays.copyOf(ids, size));
    }

    private static int digitsEnd(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'F';
    }

    private static long number(String text, int from, int end) {
        if (end == from || end - from > 16) {
            throw malformed(from);
        }
        long value = Long.parseUnsignedLong(text, from, end, 16);
        if (value == 0) {
            throw malformed(from);
        }
        return value;
    }

    private static IModelException malformed(int at) {
        return new IModelException(Status.BAD_ARG, "Invalid CompressedId64Set").with("at", at);
    }
}
