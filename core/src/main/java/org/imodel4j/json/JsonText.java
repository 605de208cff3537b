package org.imodel4j.json;

/** Escapes strings as {@code JSON.stringify} does: only quote, backslash, control characters and lone surrogates. */
final class JsonText {
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private JsonText() {}

    /** Number of leading bytes that stand for themselves. */
    static int plainPrefix(byte[] utf8, int offset, int count) {
        for (int i = 0; i < count; i++) {
            byte b = utf8[offset + i];
            // Bytes from 0x80 are negative, so the first comparison also stops at them.
            if (b < 0x20 || b == '"' || b == '\\') {
                return i;
            }
        }
        return count;
    }

    /** Writes the content of a string; three bytes for each char are free at {@code at}. Answers the new length. */
    static int write(String text, byte[] to, int at, JsonWriter owner) {
        int chars = text.length();
        byte[] buffer = to;
        int length = at;
        for (int i = 0; i < chars; i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c < 0x80 && c != '"' && c != '\\') {
                buffer[length++] = (byte) c;
            } else if (c < 0x80 || Character.isSurrogate(c)) {
                boolean pair =
                        Character.isHighSurrogate(c) && i + 1 < chars && Character.isLowSurrogate(text.charAt(i + 1));
                buffer = owner.growInside(length, 6 + 3 * (chars - i));
                if (pair) {
                    length = four(buffer, length, Character.toCodePoint(c, text.charAt(++i)));
                } else {
                    length = escape(buffer, length, c);
                }
            } else if (c < 0x800) {
                buffer[length++] = (byte) (0xc0 | c >> 6);
                buffer[length++] = (byte) (0x80 | c & 0x3f);
            } else {
                length = three(buffer, length, c);
            }
        }
        return length;
    }

    /** Writes UTF-8 as the content of a string; one byte for each byte is free at {@code at}. Answers the new length. */
    static int writeUtf8(byte[] utf8, int from, int end, byte[] to, int at, JsonWriter owner) {
        byte[] buffer = to;
        int length = at;
        int i = from;
        while (i < end) {
            byte b = utf8[i];
            int size = b >= 0 ? 1 : sequence(utf8, i, end);
            if (b >= 0x20 && b != '"' && b != '\\' || size > 1) {
                for (int k = 0; k < size; k++) {
                    buffer[length++] = utf8[i + k];
                }
                i += size;
            } else {
                buffer = owner.growInside(length, 6 + (end - i));
                if (size == 1) {
                    length = escape(buffer, length, (char) b);
                    i++;
                } else {
                    length = three(buffer, length, '\ufffd');
                    i -= size;
                }
            }
        }
        return length;
    }

    /**
     * Length of the well-formed sequence that starts here (RFC 3629), or minus the number of bytes that one replacement
     * character stands for.
     */
    private static int sequence(byte[] utf8, int i, int end) {
        int b = utf8[i] & 0xff;
        int size = b < 0xc2 ? 0 : b < 0xe0 ? 2 : b < 0xf0 ? 3 : b < 0xf5 ? 4 : 0;
        if (size == 0) {
            return -1;
        }
        int lowest = b == 0xe0 ? 0xa0 : b == 0xf0 ? 0x90 : 0x80;
        int highest = b == 0xed ? 0x9f : b == 0xf4 ? 0x8f : 0xbf;
        for (int k = 1; k < size; k++) {
            int next = i + k < end ? utf8[i + k] & 0xff : 0;
            if (next < lowest || next > highest) {
                return -k;
            }
            lowest = 0x80;
            highest = 0xbf;
        }
        return size;
    }

    private static int three(byte[] to, int at, char c) {
        to[at] = (byte) (0xe0 | c >> 12);
        to[at + 1] = (byte) (0x80 | c >> 6 & 0x3f);
        to[at + 2] = (byte) (0x80 | c & 0x3f);
        return at + 3;
    }

    private static int four(byte[] to, int at, int codePoint) {
        to[at] = (byte) (0xf0 | codePoint >> 18);
        to[at + 1] = (byte) (0x80 | codePoint >> 12 & 0x3f);
        to[at + 2] = (byte) (0x80 | codePoint >> 6 & 0x3f);
        to[at + 3] = (byte) (0x80 | codePoint & 0x3f);
        return at + 4;
    }

    private static int escape(byte[] to, int at, char c) {
        to[at] = '\\';
        char letter =
                switch (c) {
                    case '"', '\\' -> c;
                    case '\b' -> 'b';
                    case '\t' -> 't';
                    case '\n' -> 'n';
                    case '\f' -> 'f';
                    case '\r' -> 'r';
                    default -> 'u';
                };
        to[at + 1] = (byte) letter;
        if (letter != 'u') {
            return at + 2;
        }
        to[at + 2] = HEX[c >> 12];
        to[at + 3] = HEX[c >> 8 & 15];
        to[at + 4] = HEX[c >> 4 & 15];
        to[at + 5] = HEX[c & 15];
        return at + 6;
    }
}
