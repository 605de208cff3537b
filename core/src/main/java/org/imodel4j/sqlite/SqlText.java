package org.imodel4j.sqlite;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads as much of a SQL text as is needed to know its parameters, by SQLite's rules (sqlite.org/lang_expr.html, "Parameters"): an equal
 * name is an equal parameter, {@code ?5} has the number 5, a bare {@code ?} the next one.
 */
final class SqlText {
    private SqlText() {}

    /** Whether there is nothing to compile before the first semicolon. */
    static boolean isEmpty(String sql) {
        int at = 0;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == ' ' || c >= '\t' && c <= '\r') {
                at++;
            } else if (sql.startsWith("--", at)) {
                at = after(sql, at, "\n");
            } else if (sql.startsWith("/*", at)) {
                at = after(sql, at + 2, "*/");
            } else {
                return c == ';' || c == 0;
            }
        }
        return true;
    }

    /** The name of a parameter with its prefix, or null for {@code ?}. */
    static @Nullable String parameterName(String sql, int parameter) {
        List<@Nullable String> names = names(sql);
        return parameter >= 1 && parameter <= names.size() ? names.get(parameter - 1) : null;
    }

    private static List<@Nullable String> names(String sql) {
        List<@Nullable String> names = new ArrayList<>();
        int at = 0;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            switch (c) {
                case '\'', '"', '`' -> at = afterQuote(sql, at, c);
                case '[' -> at = after(sql, at, "]");
                case '-' -> at = sql.startsWith("--", at) ? after(sql, at, "\n") : at + 1;
                case '/' -> at = sql.startsWith("/*", at) ? after(sql, at + 2, "*/") : at + 1;
                case '?', ':', '@', '$' -> {
                    int end = wordEnd(sql, at + 1);
                    add(names, sql.substring(at, end));
                    at = end;
                }
                default -> at = isWord(c) ? wordEnd(sql, at) : at + 1;
            }
        }
        return names;
    }

    private static void add(List<@Nullable String> names, String token) {
        if (token.equals("?")) {
            names.add(null);
        } else if (token.charAt(0) == '?') {
            int number = Integer.parseInt(token, 1, token.length(), 10);
            while (names.size() < number) {
                names.add(null);
            }
            names.set(number - 1, token);
        } else if (token.length() > 1 && !names.contains(token)) {
            names.add(token);
        }
    }

    private static int afterQuote(String sql, int start, char quote) {
        int at = start + 1;
        while (at < sql.length()) {
            if (sql.charAt(at) != quote) {
                at++;
            } else if (at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
                at += 2;
            } else {
                return at + 1;
            }
        }
        return at;
    }

    private static int after(String sql, int start, String end) {
        int found = sql.indexOf(end, start);
        return found < 0 ? sql.length() : found + end.length();
    }

    private static int wordEnd(String sql, int start) {
        int at = start;
        while (at < sql.length() && isWord(sql.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c >= 0x80;
    }
}
