package org.imodel4j.jdbc;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of {@code DatabaseMetaData}: {@code %} for any characters, {@code _} for one, a backslash before one that is meant itself.
 * Case does not count, as in ECSQL.
 */
final class NamePattern {
    static final String ESCAPE = "\\";

    /** The characters that are meant themselves, with these two for the wild ones. */
    private static final char ANY = '\uE000';

    private static final char ONE = '\uE001';

    private final String pattern;

    private NamePattern(String pattern) {
        this.pattern = pattern;
    }

    /** @param pattern null for all names */
    static NamePattern of(@Nullable String pattern) {
        if (pattern == null) {
            return new NamePattern(String.valueOf(ANY));
        }
        StringBuilder compiled = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == ESCAPE.charAt(0) && i + 1 < pattern.length()) {
                i++;
                compiled.append(pattern.charAt(i));
            } else {
                compiled.append(c == '%' ? ANY : c == '_' ? ONE : c);
            }
        }
        return new NamePattern(compiled.toString().toLowerCase(Locale.ROOT));
    }

    /** The one name that fits, null when there may be several. */
    @Nullable
    String literal() {
        return pattern.indexOf(ANY) < 0 && pattern.indexOf(ONE) < 0 ? pattern : null;
    }

    /** Goes back to the last {@code %} only, so time is bounded by the product of the lengths. */
    boolean matches(String name) {
        String text = name.toLowerCase(Locale.ROOT);
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == ANY) {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && (pattern.charAt(p) == ONE || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == ANY) {
            p++;
        }
        return p == pattern.length();
    }
}
