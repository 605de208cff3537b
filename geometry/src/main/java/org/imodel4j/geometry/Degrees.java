package org.imodel4j.geometry;

/**
 * Sine and cosine of angles in degrees. Multiples of 30 and 45 degrees beyond the first eighth of a turn give the very numbers of
 * that eighth: the cosine of 90 is 0 and that of 135 is minus the sine of 45.
 *
 * <p>Ranges of models depend on the last bit of these numbers, so it has to be that of iTwin.js, on every machine. Its library turns
 * the angle into less than 45 degrees before it makes radians of it and rounds correctly but for one number in some thousands;
 * these always do. {@link StrictMath} is one unit off too often, and {@link Math} differs between machines.
 */
final class Degrees {
    private static final double RADIANS = Math.PI / 180;
    private static final double DEGREES = 180 / Math.PI;

    /** Squares below it, and above its inverse, leave no room for the digits that are computed with. */
    private static final double SMALL = 1e-200;

    private static final double SPLITTER = (1 << 27) + 1;

    /** From this power on the terms of the series are too small to move a bit, for an eighth of a turn. */
    private static final int LAST_POWER = 23;

    private Degrees() {}

    static double sin(double degrees) {
        return degrees > 0 ? sinOfPositive(degrees) : -sinOfPositive(-degrees);
    }

    static double cos(double degrees) {
        return cosOfPositive(Math.abs(degrees));
    }

    /**
     * The angle of a point as seen from the origin, in degrees. As iTwin.js does it is taken from the nearest axis, and then rounded
     * correctly while it is in radians.
     */
    static double atan2(double y, double x) {
        double across = Math.abs(x);
        double along = Math.abs(y);
        if (across > along) {
            double angle = angleOfEighth(y, across) * DEGREES;
            return x > 0 ? angle : y >= 0 ? 180 - angle : -180 - angle;
        }
        double angle = angleOfEighth(x, along) * DEGREES;
        return y >= 0 ? 90 - angle : angle - 90;
    }

    /** In radians, for a point that is no farther from the x axis than from the y axis: moves a good angle by what it misses. */
    private static double angleOfEighth(double y, double x) {
        double angle = StrictMath.atan2(y, x);
        double square = x * x + y * y;
        if (!(square > SMALL && square < 1 / SMALL)) {
            return angle;
        }
        double[] cos = series(angle, 2);
        double[] sin = series(angle, 3);
        double one = y * cos[0];
        double other = x * sin[0];
        double rest = restOfProduct(y, cos[0], one) - restOfProduct(x, sin[0], other) + y * cos[1] - x * sin[1];
        return angle + (one - other + rest) / StrictMath.sqrt(square);
    }

    private static double sinOfPositive(double degrees) {
        double once = withinOneTurn(degrees);
        if (once < 45) {
            return sinOfEighth(once * RADIANS);
        }
        if (once < 135) {
            return cosOfEighth((90 - once) * RADIANS);
        }
        return once < 225 ? sinOfEighth((180 - once) * RADIANS) : -cosOfEighth((270 - once) * RADIANS);
    }

    private static double cosOfPositive(double degrees) {
        double once = withinOneTurn(degrees);
        if (once < 45) {
            return cosOfEighth(once * RADIANS);
        }
        if (once < 135) {
            return sinOfEighth((90 - once) * RADIANS);
        }
        return once < 225 ? -cosOfEighth((180 - once) * RADIANS) : sinOfEighth((once - 270) * RADIANS);
    }

    /** From -45 to less than 315 degrees; 0 for what is no number or too large to have a direction. */
    private static double withinOneTurn(double degrees) {
        if (degrees < 315) {
            return degrees;
        }
        double rest = degrees < 720 ? degrees - 360 : degrees - Math.floor(degrees / 360) * 360;
        if (!(rest < degrees) || rest < -45) {
            return 0;
        }
        return rest < 315 ? rest : rest - 360;
    }

    private static double sinOfEighth(double x) {
        return sumOfSeries(x, 3);
    }

    private static double cosOfEighth(double x) {
        return sumOfSeries(x, 2);
    }

    /**
     * The Taylor series of the sine (from power 3) or the cosine (from power 2), from its end to its begin: each step multiplies what is known
     * by x² / (n·(n-1)) and takes it from 1. All numbers are sums of two doubles, of which the second is what the first leaves out.
     */
    private static double sumOfSeries(double x, int firstPower) {
        double[] sum = series(x, firstPower);
        return sum[0] + sum[1];
    }

    /** As {@link #sumOfSeries}, as the sum of two doubles. */
    private static double[] series(double x, int firstPower) {
        boolean sine = firstPower == 3;
        double square = x * x;
        if (square == 0) {
            return new double[] {sine ? x : 1, 0};
        }
        double squareRest = restOfProduct(x, x, square);
        double sum = 1;
        double sumRest = 0;
        for (int power = firstPower + LAST_POWER - 3; power >= firstPower; power -= 2) {
            double product = square * sum;
            double productRest = restOfProduct(square, sum, product) + square * sumRest + squareRest * sum;
            double divisor = (double) power * (power - 1);
            double quotient = product / divisor;
            double back = quotient * divisor;
            double quotientRest = (product - back - restOfProduct(quotient, divisor, back) + productRest) / divisor;
            sum = 1 - quotient;
            sumRest = 1 - sum - quotient - quotientRest;
        }
        if (!sine) {
            return new double[] {sum, sumRest};
        }
        double product = x * sum;
        return new double[] {product, restOfProduct(x, sum, product) + x * sumRest};
    }

    /** What the rounded product of two doubles leaves out, exactly. */
    private static double restOfProduct(double a, double b, double product) {
        double aHigh = high(a);
        double aLow = a - aHigh;
        double bHigh = high(b);
        double bLow = b - bHigh;
        return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
    }

    /** The upper half of the bits. */
    private static double high(double a) {
        double scaled = SPLITTER * a;
        return scaled - (scaled - a);
    }
}
