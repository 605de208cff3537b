package org.imodel4j.ec.units;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.imodel4j.ec.schema.NumericFormat.SignOption;
import org.imodel4j.ec.schema.NumericFormat.Trait;
import org.imodel4j.ec.units.QuantityFormat.Part;

/** Writes quantities; the rules are those that the formatter of iTwin.js 5.7 was observed to follow. */
final class QuantityFormatter {
    /** Between parts values are rounded to so many decimals at least: conversions leave dust behind. */
    private static final int KEPT_DECIMALS = 8;

    /** What misses a whole number by less is that number. */
    private static final double DUST = 1e-10;

    private final QuantityFormat format;
    private final NumberText numbers;

    QuantityFormatter(QuantityFormat format) {
        this.format = format;
        this.numbers = new NumberText(format);
    }

    String format(double value) {
        List<Part> parts = format.parts();
        double first = parts.get(0).fromPersistence().apply(value);
        if (Double.isNaN(first) || Double.isInfinite(first)) {
            return Double.isNaN(first) ? "NaN" : first > 0 ? "Infinity" : "-Infinity";
        }
        double magnitude = Math.abs(first);
        if (format.has(Trait.ZERO_EMPTY) && NumberText.isAlmostZero(magnitude)) {
            return "";
        }
        String text = format.isComposite() ? composite(first) : single(first);
        return signed(text, first < 0);
    }

    private String single(double value) {
        String number = numbers.ofSigned(value);
        if (!format.has(Trait.SHOW_UNIT_LABEL)) {
            return number;
        }
        String label = format.parts().get(0).label();
        return format.has(Trait.PREPEND_UNIT_LABEL)
                ? label + format.uomSeparator() + number
                : number + format.uomSeparator() + label;
    }

    private String composite(double value) {
        StringBuilder text = new StringBuilder();
        List<Part> parts = format.parts();
        double left = Math.abs(value);
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            boolean last = i == parts.size() - 1;
            if (i > 0) {
                text.append(format.spacer());
                left *= part.fromPersistence().factor()
                        / parts.get(i - 1).fromPersistence().factor();
            }
            if (last) {
                text.append(numbers.ofSigned(value < 0 ? -left : left));
            } else {
                left = dusted(left);
                double whole = Math.floor(left + DUST);
                text.append(numbers.ofWhole(whole));
                left = Math.max(0, left - whole);
            }
            if (format.has(Trait.SHOW_UNIT_LABEL)) {
                text.append(format.uomSeparator()).append(part.label());
            }
        }
        return text.toString();
    }

    private double dusted(double value) {
        int decimals = Math.max(KEPT_DECIMALS, format.numeric().precision());
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).doubleValue();
    }

    private String signed(String text, boolean negative) {
        SignOption given = format.numeric().showSignOption();
        return switch (given == null ? SignOption.ONLY_NEGATIVE : given) {
            case NO_SIGN -> text;
            case ONLY_NEGATIVE -> negative ? '-' + text : text;
            case SIGN_ALWAYS -> (negative ? '-' : '+') + text;
            case NEGATIVE_PARENTHESES -> negative ? '(' + text + ')' : text;
        };
    }
}
