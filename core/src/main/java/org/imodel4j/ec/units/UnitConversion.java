package org.imodel4j.ec.units;

/**
 * How values of one unit become values of another: {@code value × factor + offset}, where one of the two is an inverted unit with
 * {@code 1 ÷} before or behind that.
 */
public record UnitConversion(double factor, double offset, Inversion inversion) {
    public static final UnitConversion IDENTITY = new UnitConversion(1, 0, Inversion.NONE);

    /** Which side of the conversion is inverted. */
    public enum Inversion {
        NONE,
        SOURCE,
        TARGET
    }

    /** The converted value; infinite where zero would have to be inverted. NaN stays NaN. */
    public double apply(double value) {
        return switch (inversion) {
            case NONE -> value * factor + offset;
            case SOURCE -> 1 / value * factor + offset;
            case TARGET -> 1 / (value * factor + offset);
        };
    }

    /** The way back. */
    public UnitConversion inverse() {
        Inversion back =
                switch (inversion) {
                    case NONE -> Inversion.NONE;
                    case SOURCE -> Inversion.TARGET;
                    case TARGET -> Inversion.SOURCE;
                };
        return new UnitConversion(1 / factor, -offset / factor, back);
    }
}
