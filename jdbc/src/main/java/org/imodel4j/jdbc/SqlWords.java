package org.imodel4j.jdbc;

import java.util.ArrayList;
import java.util.List;

/** Cuts SQL into words, blanks and comments included, so that their texts together are the text. Takes whatever comes. */
final class SqlWords {
    enum Kind {
        /** White space and comments. */
        BLANK,
        NAME,
        /** A name in double quotes, the quotes of the driver. */
        QUOTED_NAME,
        /** A name in brackets or back quotes, which only people write. */
        OTHER_NAME,
        STRING,
        NUMBER,
        SYMBOL
    }

    record Word(Kind kind, String text) {
        /** A name in quotes such as {@code "Model.Id"}, of parts that are not empty. */
        boolean isDotted() {
            return text.indexOf('.') > 1
                    && text.endsWith("\"")
                    && !text.endsWith(".\"")
                    && !text.contains("..")
                    && !text.contains("\"\"");
        }
    }

    private final String text;
    private int position;

    private SqlWords(String text) {
        this.text = text;
    }

    static List<Word> of(String text) {
        SqlWords words = new SqlWords(text);
        List<Word> found = new ArrayList<>();
        while (words.position < text.length()) {
            int start = words.position;
            Kind kind = words.next();
            found.add(new Word(kind, text.substring(start, words.position)));
        }
        return found;
    }

    private boolean at(String part) {
        return text.startsWith(part, position);
    }

    private Kind next() {
        char c = text.charAt(position);
        if (c <= ' ') {
            position++;
            return Kind.BLANK;
        }
        if (at("--") || at("//")) {
            return to("\n", Kind.BLANK);
        }
        if (at("/*")) {
            position += 2;
            return to("*/", Kind.BLANK);
        }
        return switch (c) {
            case '\'' -> quoted('\'', Kind.STRING);
            case '"' -> quoted('"', Kind.QUOTED_NAME);
            case '`' -> quoted('`', Kind.OTHER_NAME);
            case '[' -> at("[]") ? symbol(2) : quoted(']', Kind.OTHER_NAME);
            default -> {
                if (isLetter(c)) {
                    yield word(Kind.NAME);
                }
                yield c >= '0' && c <= '9' ? word(Kind.NUMBER) : symbol(1);
            }
        };
    }

    private Kind to(String end, Kind kind) {
        int found = text.indexOf(end, position);
        position = found < 0 ? text.length() : found + end.length();
        return kind;
    }

    private Kind symbol(int length) {
        position += length;
        return Kind.SYMBOL;
    }

    private Kind quoted(char quote, Kind kind) {
        position++;
        while (position < text.length()) {
            if (text.charAt(position) != quote) {
                position++;
            } else if (position + 1 < text.length() && text.charAt(position + 1) == quote) {
                position += 2;
            } else {
                position++;
                return kind;
            }
        }
        return kind;
    }

    private Kind word(Kind kind) {
        while (position < text.length()) {
            char c = text.charAt(position);
            boolean point = c == '.' && kind == Kind.NUMBER;
            if (!isLetter(c) && !(c >= '0' && c <= '9') && !point) {
                break;
            }
            position++;
        }
        return kind;
    }

    private static boolean isLetter(char c) {
        int lower = c | 0x20;
        return (lower >= 'a' && lower <= 'z') || c == '_' || c >= 0x80;
    }
}
