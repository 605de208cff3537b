package org.imodel4j.ec.xml;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ec.schema.SchemaKey;
import org.imodel4j.ec.schema.SchemaVersion;
import org.jspecify.annotations.Nullable;

/** Versions as texts of schemas spell them: {@code 01.00.25}, in older ones {@code 01.25} for read and minor. */
final class SchemaVersions {
    static final SchemaVersion FIRST = new SchemaVersion(1, 0, 0);

    /** Further on iTwin.js does not look for the dots. */
    private static final int DOTS_WITHIN = 10;

    private SchemaVersions() {}

    /** Two or three numbers; {@link #FIRST} for none at all; null when it is no version. */
    static @Nullable SchemaVersion tryParse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return FIRST;
        }
        List<String> parts = new ArrayList<>();
        for (String part : text.split("\\.", -1)) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        if (parts.size() < 2) {
            return null;
        }
        Integer read = number(parts.get(0));
        Integer second = number(parts.get(1));
        if (read == null || second == null) {
            return null;
        }
        Integer third = parts.size() > 2 ? number(parts.get(2)) : null;
        return third == null ? new SchemaVersion(read, 0, second) : new SchemaVersion(read, second, third);
    }

    /** As {@link #tryParse} for a text of three numbers; null for any other. */
    static @Nullable SchemaVersion tryParseThree(@Nullable String text) {
        return text == null || dots(text) < 2 ? null : tryParse(text);
    }

    /** {@code Name.01.00.25} or, unless three numbers are asked for, {@code Name.01.25}; null when it is none. */
    static @Nullable SchemaKey tryParseFullName(String text, boolean three) {
        int dot = text.indexOf('.');
        if (dot < 1) {
            return null;
        }
        String name = text.substring(0, dot);
        if (dots(text.substring(dot)) < (three ? 3 : 2)) {
            return null;
        }
        SchemaVersion version = tryParse(text.substring(dot + 1));
        return version == null ? null : new SchemaKey(name, corrected(name, version));
    }

    /** There is no Unit_Attributes 1.1, but many schemas refer to it. */
    static SchemaVersion corrected(String name, SchemaVersion wanted) {
        boolean missing = name.equals("Unit_Attributes") && wanted.read() == 1 && wanted.minor() == 1;
        return missing ? new SchemaVersion(1, wanted.write(), 0) : wanted;
    }

    private static int dots(String text) {
        int dots = 0;
        for (int i = 0; i < Math.min(text.length(), DOTS_WITHIN); i++) {
            dots += text.charAt(i) == '.' ? 1 : 0;
        }
        return dots;
    }

    private static @Nullable Integer number(String text) {
        Long value = ScannedNumber.tryLong(text);
        return value == null || value < 0 || value > Integer.MAX_VALUE ? null : (Integer) value.intValue();
    }
}
