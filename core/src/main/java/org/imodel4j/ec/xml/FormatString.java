package org.imodel4j.ec.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A format with what is overridden of it: {@code Name(precision)[unit|label]…}, up to four units.
 *
 * @param format with its alias
 * @param units with their aliases
 * @param labels of the units with the bar in front, empty for the unit's own label
 */
record FormatString(String format, @Nullable Integer precision, List<String> units, List<String> labels) {
    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9_,:]+)(?:\\(([^)]+)\\))?((?:\\[[^|\\]]+[|]?[^\\]]*\\]){0,4})");
    private static final Pattern UNIT = Pattern.compile("\\[([^|\\]]+)([|]?[^\\]]*)\\]");

    /** Null for what is not of that form. */
    static @Nullable FormatString tryParse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        Integer precision = null;
        String override = matcher.group(2);
        if (override != null) {
            String first = override.split(",", -1)[0].trim();
            precision = first.chars().allMatch(Character::isDigit) ? ScannedNumber.tryInt(first) : null;
            if (precision == null) {
                return null;
            }
        }
        List<String> units = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        Matcher unit = UNIT.matcher(String.valueOf(matcher.group(3)));
        while (unit.find()) {
            units.add(unit.group(1));
            labels.add(unit.group(2));
        }
        return new FormatString(String.valueOf(matcher.group(1)), precision, units, labels);
    }
}
