package org.imodel4j.json;

import java.math.BigInteger;

/**
 * The shortest decimal of a double, by the method of Raffaello Giulietti, "The Schubfach way to render doubles" (2020):
 * one multiplication with a rounded-up 126-bit power of ten decides between at most four candidates.
 */
final class Shortest {
    private static final int FRACTION_BITS = 52;
    private static final long IMPLICIT_BIT = 1L << FRACTION_BITS;
    private static final int SMALLEST_EXPONENT = -1074;
    private static final long LOW_63 = Long.MAX_VALUE;

    private Shortest() {}

    /** floor(log10(2^e)) for the exponents of doubles; the constant is floor(2^41 log10(2)). */
    static int floorLog10OfPower2(int e) {
        return (int) (e * 661_971_961_083L >> 41);
    }

    /** floor(log10(3/4 2^e)); the constant is floor(2^41 log10(3/4)). */
    static int floorLog10OfThreeQuartersPower2(int e) {
        return (int) (e * 661_971_961_083L - 274_743_187_321L >> 41);
    }

    /** floor(log2(10^e)); the constant is floor(2^38 log2(10)). */
    static int floorLog2OfPower10(int e) {
        return (int) (e * 913_124_641_741L >> 38);
    }

    /** Writes a positive finite double. */
    static int write(double value, byte[] to, int at) {
        long bits = Double.doubleToRawLongBits(value);
        long fraction = bits & IMPLICIT_BIT - 1;
        int exponent = (int) (bits >>> FRACTION_BITS) & 0x7ff;
        long c = exponent == 0 ? fraction : fraction | IMPLICIT_BIT;
        int q = Math.max(exponent, 1) - 1 + SMALLEST_EXPONENT;
        // Below a power of two the neighbours are half as far apart as above it.
        boolean even = c != IMPLICIT_BIT || q == SMALLEST_EXPONENT;
        int k = even ? floorLog10OfPower2(q) : floorLog10OfThreeQuartersPower2(q);
        int shift = q + floorLog2OfPower10(-k) + 2;
        long high = Powers.HIGH[Powers.index(-k)];
        long low = Powers.LOW[Powers.index(-k)];
        long middle = 4 * c;
        long v = roundToOdd(high, low, middle << shift);
        long lower = roundToOdd(high, low, middle - (even ? 2 : 1) << shift);
        long upper = roundToOdd(high, low, middle + 2 << shift);
        int open = (int) c & 1;
        long s = v >> 2;
        if (s >= 10) {
            long shorter = s / 10 * 10;
            boolean belowFits = lower + open <= shorter << 2;
            boolean aboveFits = (shorter + 10 << 2) + open <= upper;
            if (belowFits != aboveFits) {
                return render(belowFits ? shorter : shorter + 10, k, to, at);
            }
        }
        boolean belowFits = lower + open <= s << 2;
        boolean aboveFits = (s + 1 << 2) + open <= upper;
        if (belowFits != aboveFits) {
            return render(belowFits ? s : s + 1, k, to, at);
        }
        long distance = v - (2 * s + 1 << 1);
        boolean below = distance < 0 || distance == 0 && (s & 1) == 0;
        return render(below ? s : s + 1, k, to, at);
    }

    /** The product shifted right by 126 bits, its last bit set when anything was cut off. */
    private static long roundToOdd(long high, long low, long factor) {
        long carry = Math.multiplyHigh(low, factor);
        long under = high * factor;
        long over = Math.multiplyHigh(high, factor);
        long sum = (under >>> 1) + carry;
        return over + (sum >>> 63) | (sum & LOW_63) + LOW_63 >>> 63;
    }

    /** Writes {@code digits} times ten to the {@code exponent} in ECMAScript's form. */
    private static int render(long digits, int exponent, byte[] to, int at) {
        long significand = digits;
        int scale = exponent;
        while (significand % 10 == 0) {
            significand /= 10;
            scale++;
        }
        int count = NumberText.digitCount(significand);
        int point = count + scale;
        if (scale >= 0 && point <= 21) {
            return zeros(NumberText.writeDigits(significand, to, at), scale, to);
        }
        if (point > 0 && point <= 21) {
            int end = NumberText.writeDigits(significand, to, at + 1);
            System.arraycopy(to, at + 1, to, at, point);
            to[at + point] = '.';
            return end;
        }
        if (point > -6 && point <= 0) {
            to[at] = '0';
            to[at + 1] = '.';
            return NumberText.writeDigits(significand, to, zeros(at + 2, -point, to));
        }
        int end = NumberText.writeDigits(significand, to, at + 1);
        to[at] = to[at + 1];
        if (count == 1) {
            end = at + 1;
        } else {
            to[at + 1] = '.';
        }
        to[end++] = 'e';
        int power = point - 1;
        to[end++] = (byte) (power < 0 ? '-' : '+');
        return NumberText.writeDigits(Math.abs(power), to, end);
    }

    private static int zeros(int at, int count, byte[] to) {
        for (int i = 0; i < count; i++) {
            to[at + i] = '0';
        }
        return at + count;
    }

    /** floor(10^e 2^r) + 1 in two halves of 63 bits, r such that 126 bits are used; made when first needed. */
    private static final class Powers {
        private static final int FIRST = -292;
        private static final int LAST = 324;
        static final long[] HIGH = new long[LAST - FIRST + 1];
        static final long[] LOW = new long[LAST - FIRST + 1];

        static {
            BigInteger power = BigInteger.ONE;
            for (int e = 0; e <= LAST; e++) {
                int surplus = power.bitLength() - 126;
                put(e, surplus >= 0 ? power.shiftRight(surplus) : power.shiftLeft(-surplus));
                if (e > 0 && -e >= FIRST) {
                    put(-e, BigInteger.ONE.shiftLeft(125 + power.bitLength()).divide(power));
                }
                power = power.multiply(BigInteger.TEN);
            }
        }

        private Powers() {}

        static int index(int e) {
            return e - FIRST;
        }

        private static void put(int e, BigInteger floor) {
            BigInteger g = floor.add(BigInteger.ONE);
            HIGH[index(e)] = g.shiftRight(63).longValue();
            LOW[index(e)] = g.longValue() & LOW_63;
        }
    }
}
