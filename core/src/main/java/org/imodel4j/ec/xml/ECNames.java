package org.imodel4j.ec.xml;

import org.jspecify.annotations.Nullable;

/**
 * What may be a name in a schema: ASCII letters, digits and {@code _}, not beginning with a digit. Any other character is
 * written as {@code __xHHHH__}.
 */
final class ECNames {
    private static final int ENCODED = "__x0000__".length();

    private ECNames() {}

    /** The text when it is a name, else null. */
    static @Nullable String check(@Nullable String text, int longest) {
        if (text == null || text.isEmpty() || text.length() > longest || isDigit(text.charAt(0))) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isPart(text.charAt(i))) {
                return null;
            }
        }
        return text;
    }

    /** A name that stands for any text that is not empty. */
    static String encode(String text) {
        StringBuilder name = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (isPart(character) && (i > 0 || !isDigit(character))) {
                name.append(character);
            } else {
                name.append("__x");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    name.append("0123456789ABCDEF".charAt(character >> shift & 0xF));
                }
                name.append("__");
            }
        }
        return name.toString();
    }

    /** The text that a name stands for; null when nothing in it is encoded. */
    static @Nullable String decode(String name) {
        StringBuilder text = new StringBuilder(name.length());
        boolean encoded = false;
        for (int i = 0; i < name.length(); i++) {
            int code = codeAt(name, i);
            if (code < 0) {
                text.append(name.charAt(i));
            } else {
                text.append((char) code);
                encoded = true;
                i += ENCODED - 1;
            }
        }
        return encoded ? text.toString() : null;
    }

    private static int codeAt(String name, int at) {
        if (!name.startsWith("__x", at) || !name.startsWith("__", at + ENCODED - 2)) {
            return -1;
        }
        int code = 0;
        for (int i = at + 3; i < at + ENCODED - 2; i++) {
            int digit = Character.digit(name.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = code << 4 | digit;
        }
        return code;
    }

    private static boolean isPart(char character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character == '_'
                || isDigit(character);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
