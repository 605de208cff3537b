package org.imodel4j.json;

/**
 * Prints numbers as ECMAScript's {@code Number::toString} does: the shortest digits that read back as the same double,
 * the closest of them, and no exponent from 1e-6 up to 1e21.
 */
final class NumberText {
    /** No double takes more bytes. */
    static final int LONGEST = 25;

    private static final byte[] PAIRS = new byte[200];

    static {
        for (int i = 0; i < 100; i++) {
            PAIRS[2 * i] = (byte) ('0' + i / 10);
            PAIRS[2 * i + 1] = (byte) ('0' + i % 10);
        }
    }

    private NumberText() {}

    static int write(long value, byte[] to, int at) {
        if (value >= 0) {
            return writeDigits(value, to, at);
        }
        if (value == Long.MIN_VALUE) {
            to[at] = '-';
            int end = writeDigits(922337203685477580L, to, at + 1);
            to[end] = '8';
            return end + 1;
        }
        to[at] = '-';
        return writeDigits(-value, to, at + 1);
    }

    /** {@code value} is finite. */
    static int write(double value, byte[] to, int at) {
        long integer = (long) value;
        if (integer == value && integer < 1L << 53 && integer > -1L << 53) {
            return write(integer, to, at);
        }
        int position = at;
        double magnitude = value;
        if (value < 0) {
            to[position++] = '-';
            magnitude = -value;
        }
        // A decimal of at most 15 digits that divides out to the same double is its shortest form; coordinates and
        // quantities that people typed end here, at the price of one division.
        if (magnitude >= 1e-3 && magnitude < 1e8) {
            long digits = (long) (magnitude * 1e7 + 0.5);
            if (digits / 1e7 == magnitude) {
                return writePoint(digits, to, position);
            }
        }
        return Shortest.write(magnitude, to, position);
    }

    /** Writes so many ten-millionths without the zeros at the end. */
    private static int writePoint(long digits, byte[] to, int at) {
        long whole = digits / 10_000_000;
        int fraction = (int) (digits - whole * 10_000_000);
        int places = 7;
        while (fraction % 10 == 0) {
            fraction /= 10;
            places--;
        }
        int end = writeDigits(whole, to, at);
        to[end++] = '.';
        for (int i = end + places - 1; i >= end; i--) {
            int tenth = fraction / 10;
            to[i] = (byte) ('0' + (fraction - 10 * tenth));
            fraction = tenth;
        }
        return end + places;
    }

    /** Writes a number that is not negative. */
    static int writeDigits(long value, byte[] to, int at) {
        int end = at + digitCount(value);
        int i = end;
        long rest = value;
        while (rest > Integer.MAX_VALUE) {
            long hundredth = rest / 100;
            int pair = (int) (rest - hundredth * 100) << 1;
            to[--i] = PAIRS[pair + 1];
            to[--i] = PAIRS[pair];
            rest = hundredth;
        }
        int small = (int) rest;
        while (small >= 100) {
            int hundredth = small / 100;
            int pair = (small - hundredth * 100) << 1;
            to[--i] = PAIRS[pair + 1];
            to[--i] = PAIRS[pair];
            small = hundredth;
        }
        if (small >= 10) {
            to[--i] = PAIRS[2 * small + 1];
            to[--i] = PAIRS[2 * small];
        } else {
            to[--i] = (byte) ('0' + small);
        }
        return end;
    }

    static int digitCount(long value) {
        long power = 10;
        for (int count = 1; count < 19; count++) {
            if (value < power) {
                return count;
            }
            power *= 10;
        }
        return 19;
    }
}
