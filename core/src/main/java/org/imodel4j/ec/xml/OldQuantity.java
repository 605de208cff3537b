package org.imodel4j.ec.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.UnitDef;
import org.jspecify.annotations.Nullable;

/**
 * The units and formats of a kind of quantity of ECXML 3.0 and 3.1, such as {@code FT(real4u)}, in the form of 3.2, such as
 * {@code f:DefaultRealU(4)[u:FT]}. What can not be expressed in it is dropped, but an unknown unit is not accepted.
 *
 * @param persistenceUnit with its alias
 */
record OldQuantity(String persistenceUnit, List<String> formats) {
    private static final String UNITS = "u:";
    private static final String FORMATS = "f:";

    /** Tells what is wrong with a format string of 3.2, null when nothing is. */
    @FunctionalInterface
    interface Check {
        @Nullable
        String breach(String format, ItemName persistenceUnit);
    }

    /** A unit with the name of a format, null for none. */
    private record Described(String unit, @Nullable String format) {
        static Described parse(String text) {
            int end = text.indexOf('|');
            int start = end < 0 ? text.lastIndexOf('(') : end;
            if (start < 0 || (end < 0 && !text.endsWith(")")) || isUnitPart(text, start)) {
                return new Described(text.trim(), null);
            }
            int last = text.length() - (text.endsWith(")") || text.endsWith("|") && start < text.length() - 1 ? 1 : 0);
            String format = text.substring(start + 1, Math.max(start + 1, last)).trim();
            return new Described(text.substring(0, start).trim(), format.isEmpty() ? null : format);
        }

        /** Some old units have brackets in their names: {@code W/(SQ.M*K)}. */
        private static boolean isUnitPart(String text, int bracket) {
            return bracket == 0 || text.charAt(bracket - 1) == '/';
        }
    }

    static OldQuantity convert(
            Reading reading, Declarations.Item item, String persistenceText, List<String> formatTexts, Check check) {
        Described persistence = Described.parse(persistenceText);
        ItemName unit = unit(reading, item, persistence.unit);
        List<String> formats = new ArrayList<>();
        for (String text : formatTexts) {
            Described described = Described.parse(text);
            ItemName presentation = unit(reading, item, described.unit);
            String name = described.format == null ? "DefaultReal" : OldFormatNames.tryConvert(described.format);
            if (name != null) {
                add(name, presentation, unit, check, formats);
            }
        }
        if (formats.isEmpty() && persistence.format != null) {
            String name = OldFormatNames.tryConvert(persistence.format);
            if (name != null) {
                add(name, unit, unit, check, formats);
            }
        }
        return new OldQuantity(UNITS + unit.name(), formats);
    }

    /** Most formats take the unit that is shown, some bring units of their own. */
    private static void add(String name, ItemName shown, ItemName persistence, Check check, List<String> into) {
        String bare = FORMATS + name;
        String withUnit = bare + '[' + UNITS + shown.name() + ']';
        if (!name.endsWith("]") && check.breach(withUnit, persistence) == null) {
            into.add(withUnit);
        } else if (check.breach(bare, persistence) == null) {
            into.add(bare);
        }
    }

    private static ItemName unit(Reading reading, Declarations.Item item, String name) {
        String modern = modern(name);
        ItemName found = modern == null ? null : reading.scope().find(UNITS + modern, UnitDef.class);
        if (found == null) {
            throw reading.problem(
                    item.element(), item.name(), "the old unit '" + Reading.shorten(name) + "' is unknown");
        }
        return found;
    }

    /** Units that came without an old name are qualified; some have several old names. */
    private static @Nullable String modern(String name) {
        if (name.regionMatches(true, 0, UNITS, 0, UNITS.length())) {
            return name.substring(UNITS.length());
        }
        String modern = LegacyUnitNames.standard().tryName(name);
        if (modern != null) {
            return modern;
        }
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "KIPF" -> "KPF";
            case "N/SQ.MM" -> "MEGAPASCAL";
            case "CAPITA", "CUSTOMER", "EMPLOYEE", "GUEST", "PASSENGER", "RESIDENT", "STUDENT" -> "PERSON";
            case "HUNDRED_CAPITA" -> "HUNDRED_PERSON";
            case "THOUSAND_CAPITA" -> "THOUSAND_PERSON";
            default -> null;
        };
    }
}
