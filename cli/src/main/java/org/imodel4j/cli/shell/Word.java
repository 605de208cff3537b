package org.imodel4j.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word of ECSQL text that may be unfinished or wrong: what the parser would refuse is some word here too. Comments and blanks
 * are left out.
 *
 * @param start where it begins in the text
 * @param end behind its last character
 * @param closed false for a string, a quoted name or a comment that the text ends inside of
 */
record Word(Kind kind, String text, int start, int end, boolean closed) {
    enum Kind {
        NAME,
        QUOTED,
        SYMBOL,
        COMMENT
    }

    /** All words of a text; a comment is one of them only when it does not end. */
    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            Word word = next(text, at);
            if (word.kind != Kind.COMMENT || !word.closed) {
                if (!word.text.isBlank()) {
                    words.add(word);
                }
            }
            at = word.end;
        }
        return words;
    }

    private static Word next(String text, int start) {
        char c = text.charAt(start);
        if (text.startsWith("--", start) || text.startsWith("//", start)) {
            int end = text.indexOf('\n', start);
            return word(Kind.COMMENT, text, start, end < 0 ? text.length() : end, true);
        }
        if (text.startsWith("/*", start)) {
            int end = text.indexOf("*/", start + 2);
            return word(Kind.COMMENT, text, start, end < 0 ? text.length() : end + 2, end >= 0);
        }
        return switch (c) {
            case '\'', '"', '`' -> quoted(text, start, c);
            case '[' -> quoted(text, start, ']');
            default -> {
                int end = start;
                while (end < text.length() && isNamePart(text.charAt(end))) {
                    end++;
                }
                yield end > start
                        ? word(Kind.NAME, text, start, end, true)
                        : word(Kind.SYMBOL, text, start, start + 1, true);
            }
        };
    }

    /** A doubled quote inside stands for itself; its halves are two words here, which makes no difference to anyone. */
    private static Word quoted(String text, int start, char quote) {
        int end = text.indexOf(quote, start + 1);
        return word(Kind.QUOTED, text, start, end < 0 ? text.length() : end + 1, end >= 0);
    }

    private static Word word(Kind kind, String text, int start, int end, boolean closed) {
        return new Word(kind, text.substring(start, end), start, end, closed);
    }

    static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c > 127;
    }

    boolean is(String symbolOrKeyword) {
        return kind != Kind.QUOTED && text.equalsIgnoreCase(symbolOrKeyword);
    }

    boolean isName() {
        return kind == Kind.NAME || (kind == Kind.QUOTED && text.charAt(0) != '\'');
    }

    /** The name without its quotes. */
    String name() {
        return kind == Kind.QUOTED && closed && text.length() >= 2 ? text.substring(1, text.length() - 1) : text;
    }

    String upper() {
        return text.toUpperCase(Locale.ROOT);
    }
}
