package org.imodel4j.ecsql.parse;

/**
 * Cuts ECSQL text into words, one at a time.
 *
 * <pre>
 * name     = letter { letter | digit } | "[" … "]" | '"' … '"' | "`" … "`"    (any character beyond ASCII is a letter;
 *                                                                              a doubled closing quote stands for itself)
 * string   = "'" … "'"
 * integer  = digits | "0x" hex-digits
 * real     = digits "." [digits] [exponent] | "." digits [exponent] | digits exponent
 * comment  = "--" … line end | "//" … line end | "/*" … "*&#47;"
 * </pre>
 */
final class Lexer {
    private final String text;
    private final SyntaxError errors;
    private int position;

    /** The current word and where it stands. */
    Token token = Token.END_OF_TEXT;

    int start;
    int end;

    Lexer(String text, SyntaxError errors) {
        this.text = text;
        this.errors = errors;
        next();
    }

    /** Goes back to a word that was current before. */
    void rewindTo(int wordStart) {
        position = wordStart;
        next();
    }

    void next() {
        skipBlanksAndComments();
        start = position;
        token = position < text.length() ? scan(text.charAt(position)) : Token.END_OF_TEXT;
        end = position;
    }

    /** The content of the current name or string, without quotes. */
    String content() {
        return switch (token) {
            case QUOTED_NAME, STRING_LITERAL -> unquoted();
            default -> text.substring(start, end);
        };
    }

    /** The current word as messages show it. */
    String shown() {
        return switch (token) {
            case END_OF_TEXT -> "the end";
            case NAME, QUOTED_NAME, STRING_LITERAL, INTEGER_LITERAL, REAL_LITERAL, OTHER ->
                text.substring(start, Math.min(end, start + 60));
            default -> token.shown();
        };
    }

    private String unquoted() {
        char quote = text.charAt(end - 1);
        String inside = text.substring(start + 1, end - 1);
        if (inside.indexOf(quote) < 0) {
            return inside;
        }
        String one = String.valueOf(quote);
        return inside.replace(one + one, one);
    }

    /** The zero width space, which comes along when text is copied from web pages, counts as a blank. */
    private static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r') || c == '\u200b';
    }

    private void skipBlanksAndComments() {
        int length = text.length();
        while (position < length) {
            char c = text.charAt(position);
            if (isBlank(c)) {
                position++;
            } else if ((c == '-' || c == '/') && follows(c)) {
                int lineEnd = text.indexOf('\n', position);
                position = lineEnd < 0 ? length : lineEnd + 1;
            } else if (c == '/' && follows('*')) {
                int commentEnd = text.indexOf("*/", position + 2);
                position = commentEnd < 0 ? length : commentEnd + 2;
            } else {
                return;
            }
        }
    }

    private boolean follows(char c) {
        return position + 1 < text.length() && text.charAt(position + 1) == c;
    }

    private Token scan(char c) {
        if (isLetter(c)) {
            return word();
        }
        if (isDigit(c)) {
            return number();
        }
        return switch (c) {
            case '(' -> one(Token.LEFT_PAREN);
            case ')' -> one(Token.RIGHT_PAREN);
            case ',' -> one(Token.COMMA);
            case '.' -> position + 1 < text.length() && isDigit(text.charAt(position + 1)) ? number() : one(Token.DOT);
            case ':' -> one(Token.COLON);
            case ';' -> one(Token.SEMICOLON);
            case '?' -> one(Token.QUESTION);
            case '$' -> one(Token.DOLLAR);
            case '*' -> one(Token.STAR);
            case '/' -> one(Token.SLASH);
            case '%' -> one(Token.PERCENT);
            case '+' -> one(Token.PLUS);
            case '-' -> follows('>') ? two(Token.ARROW) : one(Token.MINUS);
            case '~' -> one(Token.TILDE);
            case '&' -> one(Token.AMPERSAND);
            case '|' -> follows('|') ? two(Token.CONCAT) : one(Token.PIPE);
            case '=' -> one(Token.EQUAL);
            case '<' ->
                follows('=')
                        ? two(Token.LESS_OR_EQUAL)
                        : follows('>') ? two(Token.NOT_EQUAL) : follows('<') ? two(Token.SHIFT_LEFT) : one(Token.LESS);
            case '>' ->
                follows('=') ? two(Token.GREATER_OR_EQUAL) : follows('>') ? two(Token.SHIFT_RIGHT) : one(Token.GREATER);
            case '!' -> bang();
            case '\'' -> quoted('\'', Token.STRING_LITERAL);
            case '"' -> quoted('"', Token.QUOTED_NAME);
            case '`' -> quoted('`', Token.QUOTED_NAME);
            case '[' -> follows(']') ? two(Token.BRACKETS) : quoted(']', Token.QUOTED_NAME);
            case ']', '{', '}' -> one(Token.OTHER);
            default -> throw errors.invalidSymbol(position);
        };
    }

    private Token one(Token found) {
        position++;
        return found;
    }

    private Token two(Token found) {
        position += 2;
        return found;
    }

    private Token bang() {
        if (!follows('=')) {
            throw errors.invalidSymbol(position);
        }
        return two(Token.NOT_EQUAL);
    }

    private Token word() {
        int from = position;
        int length = text.length();
        int i = from + 1;
        while (i < length && (isLetter(text.charAt(i)) || isDigit(text.charAt(i)))) {
            i++;
        }
        position = i;
        return ReservedWords.at(text, from, i);
    }

    private Token quoted(char quote, Token found) {
        int from = position;
        int i = from + 1;
        while (true) {
            i = text.indexOf(quote, i);
            if (i < 0) {
                throw errors.unterminated(from, "a closing " + quote);
            }
            if (i + 1 >= text.length() || text.charAt(i + 1) != quote) {
                position = i + 1;
                return found;
            }
            i += 2;
        }
    }

    private Token number() {
        if (text.charAt(position) == '0' && (follows('x') || follows('X'))) {
            int i = skipHex(position + 2);
            if (i > position + 2) {
                position = i;
                return Token.INTEGER_LITERAL;
            }
        }
        int i = skipDigits(position);
        boolean real = false;
        if (i < text.length() && text.charAt(i) == '.') {
            real = true;
            i = skipDigits(i + 1);
        }
        int exponent = exponentEnd(i);
        position = Math.max(i, exponent);
        return real || exponent > i ? Token.REAL_LITERAL : Token.INTEGER_LITERAL;
    }

    /** Behind the exponent that begins at i, or -1 when there is none: {@code 1e} is a number and a name. */
    private int exponentEnd(int i) {
        if (i >= text.length() || (text.charAt(i) | 0x20) != 'e') {
            return -1;
        }
        int digits = i + 1;
        if (digits < text.length() && (text.charAt(digits) == '+' || text.charAt(digits) == '-')) {
            digits++;
        }
        int behind = skipDigits(digits);
        return behind > digits ? behind : -1;
    }

    private int skipDigits(int from) {
        int i = from;
        while (i < text.length() && isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int skipHex(int from) {
        int i = from;
        while (i < text.length() && (isDigit(text.charAt(i)) || isHexLetter(text.charAt(i)))) {
            i++;
        }
        return i;
    }

    private static boolean isLetter(char c) {
        int lower = c | 0x20;
        return (lower >= 'a' && lower <= 'z') || c == '_' || c >= 0x80;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isHexLetter(char c) {
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f';
    }
}
