package org.imodel4j.ec.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the number of a quantity is written; what is null was not given.
 *
 * @param precision decimals (0 to 12), or the largest denominator of a fraction (a power of two up to 256)
 * @param traits in the order of {@link Trait}
 */
public record NumericFormat(
        Type type,
        int precision,
        @Nullable Double roundFactor,
        @Nullable Integer minWidth,
        @Nullable ScientificType scientificType,
        @Nullable SignOption showSignOption,
        List<Trait> traits,
        @Nullable String decimalSeparator,
        @Nullable String thousandSeparator,
        @Nullable String uomSeparator,
        @Nullable String stationSeparator,
        @Nullable Integer stationOffsetSize) {
    public NumericFormat {
        traits = List.copyOf(traits);
    }

    public enum Type {
        DECIMAL,
        FRACTIONAL,
        SCIENTIFIC,
        STATION
    }

    public enum ScientificType {
        NORMALIZED,
        ZERO_NORMALIZED
    }

    public enum SignOption {
        NO_SIGN,
        ONLY_NEGATIVE,
        SIGN_ALWAYS,
        NEGATIVE_PARENTHESES
    }

    public enum Trait {
        TRAIL_ZEROES,
        KEEP_SINGLE_ZERO,
        ZERO_EMPTY,
        KEEP_DECIMAL_POINT,
        APPLY_ROUNDING,
        FRACTION_DASH,
        SHOW_UNIT_LABEL,
        PREPEND_UNIT_LABEL,
        USE_1000_SEPARATOR,
        EXPONENT_ONLY_NEGATIVE
    }
}
