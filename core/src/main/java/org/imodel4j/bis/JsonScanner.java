package org.imodel4j.bis;

import org.imodel4j.ec.StoredNumber;

/** Checks JSON text in one pass over its bytes, without building anything. */
final class JsonScanner {
    private static final int DEEPEST = 200;

    /** What a scan finds. */
    enum Kind {
        /** Nothing but blanks. */
        EMPTY,
        /** Well formed, and every reader reads it alike. */
        PLAIN,
        /** Well formed, but with nulls or with numbers of many digits. */
        MIXED,
        /** Well formed but for bytes in strings that may be no UTF-8, or with members that {@link OldProperties} may change. */
        ODD,
        MALFORMED
    }

    private final byte[] text;
    private int at;
    private boolean mixed;
    private boolean odd;

    private JsonScanner(byte[] text) {
        this.text = text;
    }

    static Kind scan(byte[] utf8) {
        JsonScanner scanner = new JsonScanner(utf8);
        scanner.skipBlanks();
        if (scanner.at == utf8.length) {
            return Kind.EMPTY;
        }
        boolean wellFormed = scanner.value(0);
        scanner.skipBlanks();
        if (!wellFormed || scanner.at < utf8.length) {
            return Kind.MALFORMED;
        }
        return scanner.odd ? Kind.ODD : scanner.mixed ? Kind.MIXED : Kind.PLAIN;
    }

    private boolean value(int depth) {
        if (at >= text.length || depth > DEEPEST) {
            return false;
        }
        return switch (text[at]) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> {
                mixed = true;
                yield word("null");
            }
            default -> number();
        };
    }

    private boolean object(int depth) {
        at++;
        skipBlanks();
        if (next('}')) {
            return true;
        }
        while (true) {
            int name = at + 1;
            if (at >= text.length || text[at] != '"' || !string()) {
                return false;
            }
            odd |= OldProperties.concerns(text, name, at - 1);
            skipBlanks();
            if (!next(':')) {
                return false;
            }
            skipBlanks();
            if (!value(depth + 1)) {
                return false;
            }
            skipBlanks();
            if (next('}')) {
                return true;
            }
            if (!next(',')) {
                return false;
            }
            skipBlanks();
        }
    }

    private boolean array(int depth) {
        at++;
        skipBlanks();
        if (next(']')) {
            return true;
        }
        while (true) {
            if (!value(depth + 1)) {
                return false;
            }
            skipBlanks();
            if (next(']')) {
                return true;
            }
            if (!next(',')) {
                return false;
            }
            skipBlanks();
        }
    }

    private boolean string() {
        at++;
        while (at < text.length) {
            byte next = text[at++];
            if (next == '"') {
                return true;
            }
            if (next == '\\') {
                if (!escape()) {
                    return false;
                }
            } else if (next >= 0 && next < ' ') {
                return false;
            } else if (next < 0) {
                sequence(next & 0xff);
            }
        }
        return false;
    }

    private boolean escape() {
        if (at >= text.length) {
            return false;
        }
        byte escaped = text[at++];
        if (escaped != 'u') {
            return "\"\\/bfnrt".indexOf(escaped) >= 0;
        }
        for (int i = 0; i < 4; i++) {
            if (at >= text.length || Character.digit(text[at++], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /** The bytes behind the first one of a character that is not ASCII. */
    private void sequence(int first) {
        int more = first >= 0xc2 && first < 0xe0
                ? 1
                : first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xf0 && first < 0xf5 ? 3 : 0;
        int second = at < text.length ? text[at] & 0xff : 0;
        boolean overlong = first == 0xe0 && second < 0xa0 || first == 0xf0 && second < 0x90;
        boolean outside = first == 0xed && second > 0x9f || first == 0xf4 && second > 0x8f;
        odd |= more == 0 || overlong || outside;
        for (int i = 0; i < more; i++) {
            if (at < text.length && (text[at] & 0xc0) == 0x80) {
                at++;
            } else {
                odd = true;
            }
        }
    }

    private boolean number() {
        next('-');
        int start = at;
        if (!next('0') && digits() == 0) {
            return false;
        }
        boolean fraction = next('.');
        if (fraction && digits() == 0) {
            return false;
        }
        boolean exact = StoredNumber.isExact(at - start - (fraction ? 1 : 0));
        if (next('e') || next('E')) {
            if (!next('+')) {
                next('-');
            }
            mixed = true;
            return digits() > 0;
        }
        mixed |= fraction && !exact;
        return true;
    }

    private int digits() {
        int start = at;
        while (at < text.length && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at - start;
    }

    private boolean word(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at >= text.length || text[at++] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean next(char expected) {
        if (at < text.length && text[at] == expected) {
            at++;
            return true;
        }
        return false;
    }

    private void skipBlanks() {
        while (at < text.length && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) {
            at++;
        }
    }
}
