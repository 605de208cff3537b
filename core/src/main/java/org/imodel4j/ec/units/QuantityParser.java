package org.imodel4j.ec.units;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.NumericFormat;
import org.imodel4j.ec.units.QuantityFormat.Part;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;

/**
 * Reads quantities: a sign or parentheses around numbers, each with a unit before or behind it or with none. A number is decimal,
 * {@code 1e3}, {@code 3/4}, {@code 1 3/4} or {@code 1-3/4}; with a format of stations also {@code 1+23.4}.
 */
final class QuantityParser {
    private static final int LONGEST = 1000;
    private static final Pattern FRACTION = Pattern.compile("(?:(\\d{1,15})[ \\-])?(\\d{1,15})/(\\d{1,15})");

    private final QuantityFormat format;
    private final Units units;
    private final ItemName persistenceUnit;
    private final Pattern number;
    private final Pattern station;

    QuantityParser(QuantityFormat format, Units units, ItemName persistenceUnit) {
        this.format = format;
        this.units = units;
        this.persistenceUnit = persistenceUnit;
        String point = Pattern.quote(String.valueOf(format.decimalSeparator()));
        String group = Pattern.quote(String.valueOf(format.thousandSeparator()));
        String groups = group.equals(point) ? "" : "\\d+(?:" + group + "\\d{3})+|";
        this.number = Pattern.compile("(" + groups + "\\d*)(?:" + point + "(\\d*))?(?:[eE]([+\\-]?\\d{1,4}))?");
        this.station = Pattern.compile(
                "(\\d+)" + Pattern.quote(String.valueOf(format.stationSeparator())) + "(\\d+)(?:" + point + "(\\d*))?");
    }

    double parse(String text) {
        if (text.length() > LONGEST) {
            throw new IModelException(Status.BAD_ARG, "the text is too long for a quantity");
        }
        return new Reading(text).quantity();
    }

    /** One text while it is read. */
    private final class Reading {
        private final String text;
        private int at;
        private boolean negative;
        private double sum;
        private int items;
        private int next;

        Reading(String text) {
            this.text = text.trim();
        }

        double quantity() {
            boolean parentheses = take("(");
            negative = parentheses;
            skipBetween(false);
            if (!parentheses && !take("+")) {
                negative = take("-") || take("\u2212");
            }
            skipBetween(false);
            while (at < text.length() && text.charAt(at) != ')') {
                boolean labelled = item();
                boolean separated = at > 0 && text.charAt(at - 1) <= ' ';
                int end = at;
                skipBetween(true);
                if (!labelled && !separated && at == end && at < text.length() && text.charAt(at) != ')') {
                    throw unreadable();
                }
            }
            if (items == 0 || parentheses != take(")") || at < text.length()) {
                throw unreadable();
            }
            return sum;
        }

        /** Whether there was a label at the number. */
        private boolean item() {
            String before = label();
            skipBetween(false);
            if (before != null && items > 0 && at == text.length() && indexOf(before) >= 0) {
                // The part before the label is zero and the format writes no zeros.
                return true;
            }
            double magnitude = number();
            skipSeparator();
            String label = before == null ? label() : before;
            add(negative ? -magnitude : magnitude, toPersistence(label));
            return label != null;
        }

        /** Scales with an offset have it once: further parts are differences. */
        private void add(double value, UnitConversion conversion) {
            sum += items == 0 ? conversion.apply(value) : value * conversion.factor();
            items++;
        }

        private UnitConversion toPersistence(@Nullable String label) {
            int index = label == null ? next : indexOf(label);
            if (index < 0) {
                return units.conversion(unitOf(String.valueOf(label)), persistenceUnit);
            }
            if (index >= format.parts().size()) {
                throw unreadable();
            }
            next = index + 1;
            return format.parts().get(index).fromPersistence().inverse();
        }

        private double number() {
            Matcher found = FRACTION.matcher(text).region(at, text.length());
            if (found.lookingAt()) {
                at = found.end();
                double denominator = Double.parseDouble(found.group(3));
                if (denominator == 0) {
                    throw unreadable();
                }
                double whole = found.group(1) == null ? 0 : Double.parseDouble(found.group(1));
                return whole + Double.parseDouble(found.group(2)) / denominator;
            }
            found = station.matcher(text).region(at, text.length());
            if (format.numeric().type() == NumericFormat.Type.STATION && found.lookingAt()) {
                at = found.end();
                Integer size = format.numeric().stationOffsetSize();
                return Double.parseDouble(found.group(1)) * Math.pow(10, size == null ? 1 : size)
                        + Double.parseDouble(found.group(2) + '.' + digits(found.group(3)));
            }
            found = number.matcher(text).region(at, text.length());
            if (!found.lookingAt()
                    || digits(found.group(1)).isEmpty()
                            && digits(found.group(2)).isEmpty()) {
                throw unreadable();
            }
            at = found.end();
            String whole = digits(found.group(1)).replace(String.valueOf(format.thousandSeparator()), "");
            String exponent = found.group(3);
            double value = Double.parseDouble(
                    '0' + whole + '.' + digits(found.group(2)) + '0' + (exponent == null ? "" : 'e' + exponent));
            return found.group(2) == null && exponent == null ? value + fractionBehind() : value;
        }

        /** The fraction behind a whole part that is written in groups. */
        private double fractionBehind() {
            Matcher found = FRACTION.matcher(text).region(Math.min(at + 1, text.length()), text.length());
            boolean joined = at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '-');
            if (!joined || !found.lookingAt() || found.group(1) != null) {
                return 0;
            }
            at++;
            return number();
        }

        /** The longest label of the format that stands here, else the word that does; null before a number or at the end. */
        private @Nullable String label() {
            String best = null;
            for (Part part : format.parts()) {
                String label = part.label();
                if (!label.isEmpty()
                        && text.startsWith(label, at)
                        && (best == null || label.length() > best.length())) {
                    best = label;
                }
            }
            if (best == null) {
                int end = at;
                while (end < text.length() && isOfWord(text.charAt(end), end > at)) {
                    end++;
                }
                best = end == at ? null : text.substring(at, end);
            }
            at += best == null ? 0 : best.length();
            return best;
        }

        private boolean isOfWord(char c, boolean inside) {
            boolean digit = c >= '0' && c <= '9';
            return c > ' '
                    && c != ')'
                    && c != '+'
                    && (inside
                            ? !digit || text.charAt(at) != '-'
                            : !digit && c != '-' && c != format.decimalSeparator());
        }

        private void skipSeparator() {
            String separator = format.uomSeparator();
            if (!separator.isEmpty() && text.startsWith(separator, at)) {
                at += separator.length();
            }
            skipBetween(false);
        }

        private void skipBetween(boolean spacerToo) {
            skipBlanks();
            if (spacerToo && (!format.spacer().isBlank() && take(format.spacer()) || take("-"))) {
                skipBlanks();
            }
        }

        private void skipBlanks() {
            while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\u00a0')) {
                at++;
            }
        }

        private boolean take(String expected) {
            boolean found = text.startsWith(expected, at);
            at += found ? expected.length() : 0;
            return found;
        }

        private IModelException unreadable() {
            return new IModelException(Status.BAD_ARG, "the text is no quantity")
                    .with("text", text)
                    .with("at", at);
        }
    }

    private static String digits(@Nullable String group) {
        return group == null ? "" : group;
    }

    private int indexOf(String label) {
        for (int i = 0; i < format.parts().size(); i++) {
            if (format.parts().get(i).label().equals(label)) {
                return i;
            }
        }
        return -1;
    }

    private ItemName unitOf(String label) {
        List<ItemName> found = units.byLabelOrName(label);
        for (ItemName unit : found) {
            if (units.areCompatible(unit, persistenceUnit)) {
                return unit;
            }
        }
        throw new IModelException(Status.BAD_ARG, "the unit of a quantity is not known").with("unit", label);
    }
}
