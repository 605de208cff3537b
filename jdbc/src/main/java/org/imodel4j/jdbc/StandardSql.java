package org.imodel4j.jdbc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.imodel4j.jdbc.SqlWords.Kind;
import org.imodel4j.jdbc.SqlWords.Word;
import org.jspecify.annotations.Nullable;

/**
 * Puts the words that tools send into those of ECSQL, where the two differ only in words. Everything else stays as it is, and ECSQL
 * judges it; nothing is parsed here.
 *
 * <pre>
 * {d '…'} {t '…'} {ts '…'}                      DATE '…'  TIME '…'  TIMESTAMP '…'
 * TIMESTAMP '…' without Z                       CAST(JULIANDAY('…') AS TIMESTAMP), which compares with UTC and other properties
 * {fn f(…)}  {oj …}  {escape '…'}               f(…)  …  ESCAPE '…'
 * {limit n [offset m]}                          LIMIT n [OFFSET m]
 * OFFSET m ROWS [FETCH NEXT n ROWS ONLY]        LIMIT n OFFSET m
 * FETCH FIRST n ROWS ONLY                       LIMIT n
 * CAST(x AS VARCHAR(10) …)                      CAST(x AS STRING), and so on for the other types of the standard
 * "Model.Id"  "Origin.X"                        "Model"."Id"  "Origin"."X", unless it is an alias
 * N'…'  _UTF8'…'                                '…'
 * CHAR_LENGTH(…)  CEILING(…)  UCASE(…)           length(…)  ceil(…)  upper(…)
 * </pre>
 */
final class StandardSql {
    private static final String NO_LIMIT = String.valueOf(Long.MAX_VALUE);

    private final List<Word> words;
    private final StringBuilder out = new StringBuilder();
    private final Set<String> aliases = new HashSet<>();
    private final Deque<String> parentheses = new ArrayDeque<>();
    private int escapes;
    private int at;

    private StandardSql(List<Word> words) {
        this.words = words;
    }

    static String toECSql(String sql) {
        return new StandardSql(SqlWords.of(sql)).rewrite();
    }

    private String rewrite() {
        collectAliases();
        while (at < words.size()) {
            Word word = words.get(at);
            boolean done =
                    switch (word.kind()) {
                        case NAME -> name(word);
                        case QUOTED_NAME -> dotted(word);
                        case SYMBOL -> symbol(word);
                        case BLANK, STRING, NUMBER, OTHER_NAME -> false;
                    };
            if (!done) {
                out.append(word.text());
                at++;
            }
        }
        return out.toString();
    }

    /** The word that is so many significant words away; null beyond the ends. */
    private @Nullable Word near(int from, int distance) {
        int step = distance < 0 ? -1 : 1;
        int left = Math.abs(distance);
        for (int i = from + step; i >= 0 && i < words.size(); i += step) {
            if (words.get(i).kind() != Kind.BLANK && --left == 0) {
                return words.get(i);
            }
        }
        return null;
    }

    private static boolean is(@Nullable Word word, String... choices) {
        for (String choice : choices) {
            if (word != null && word.text().equalsIgnoreCase(choice)) {
                return true;
            }
        }
        return false;
    }

    /** Goes behind so many significant words. */
    private void skip(int count) {
        int left = count;
        while (left > 0 && at < words.size()) {
            if (words.get(at).kind() != Kind.BLANK) {
                left--;
            }
            at++;
        }
    }

    private void keep(int count) {
        int start = at;
        skip(count);
        for (Word word : words.subList(start, at)) {
            out.append(word.text());
        }
    }

    private void replace(int count, String text) {
        skip(count);
        out.append(text);
    }

    /**
     * An alias may have a dot in it. One that only repeats the name of the column before it is left away, so that the column is
     * found by its path from outside.
     */
    private void collectAliases() {
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (word.kind() == Kind.QUOTED_NAME
                    && word.isDotted()
                    && is(near(i, -1), "AS")
                    && !word.equals(near(i, -2))) {
                aliases.add(word.text().toLowerCase(Locale.ROOT));
            }
        }
    }

    private boolean dotted(Word word) {
        if (!word.isDotted()) {
            return false;
        }
        if (!aliases.contains(word.text().toLowerCase(Locale.ROOT))) {
            replace(1, word.text().replace(".", "\".\""));
            return true;
        }
        return false;
    }

    private boolean name(Word word) {
        return switch (word.text().toUpperCase(Locale.ROOT)) {
            case "AS" -> alias();
            case "OFFSET" -> offset();
            case "FETCH" -> fetch();
            case "N", "_UTF8", "_UTF16", "_ISO8859_1" -> prefix();
            case "CHAR_LENGTH", "CHARACTER_LENGTH" -> function("length");
            case "CEILING" -> function("ceil");
            case "UCASE" -> function("upper");
            case "LCASE" -> function("lower");
            case "TIMESTAMP" -> timestamp(1);
            default -> false;
        };
    }

    private boolean alias() {
        Word alias = near(at, 1);
        if ("CAST".equals(parentheses.peek())) {
            return type();
        }
        if (alias != null
                && alias.kind() == Kind.QUOTED_NAME
                && alias.isDotted()
                && alias.equals(near(at, -1))
                && !aliases.contains(alias.text().toLowerCase(Locale.ROOT))) {
            skip(2);
            return true;
        }
        return false;
    }

    /** Behind AS in CAST: a type of the standard with all that may follow it. */
    private boolean type() {
        Word first = near(at, 1);
        String type = first == null || first.kind() != Kind.NAME ? null : ecsqlType(first.text());
        if (type == null || is(near(at, 2), ".", ":", "[]")) {
            return false;
        }
        int depth = 0;
        int count = 1;
        for (Word word = near(at, count); word != null; word = near(at, count)) {
            depth += is(word, "(") ? 1 : is(word, ")") ? -1 : 0;
            if (depth < 0) {
                replace(count, "AS " + type);
                return true;
            }
            count++;
        }
        return false;
    }

    private static @Nullable String ecsqlType(String type) {
        return switch (type.toUpperCase(Locale.ROOT)) {
            case "VARCHAR", "CHAR", "CHARACTER", "NVARCHAR", "NCHAR", "LONGVARCHAR", "CLOB", "TEXT" -> "STRING";
            case "BIGINT" -> "INT64";
            case "SMALLINT", "TINYINT" -> "INTEGER";
            case "DECIMAL", "NUMERIC", "DOUBLE", "FLOAT", "REAL" -> "DOUBLE";
            case "VARBINARY", "BINARY", "LONGVARBINARY" -> "BINARY";
            case "TIMESTAMP" -> "TIMESTAMP";
            default -> null;
        };
    }

    private static boolean isCount(@Nullable Word word) {
        return word != null && (word.kind() == Kind.NUMBER || is(word, "?"));
    }

    private boolean offset() {
        Word skipped = near(at, 1);
        if (skipped == null || !isCount(skipped) || !is(near(at, 2), "ROW", "ROWS")) {
            return false;
        }
        String limit = NO_LIMIT;
        int length = 3;
        if (is(near(at, 3), "FETCH")) {
            Word count = near(at, 5);
            if (!isFetch(at, 3)) {
                return false;
            }
            if (is(count, "?") && is(skipped, "?")) {
                // They would change places; ECSQL will say that it does not know this form.
                keep(8);
                return true;
            }
            limit = count == null ? NO_LIMIT : count.text();
            length = 8;
        }
        replace(length, "LIMIT " + limit + " OFFSET " + skipped.text());
        return true;
    }

    /** {@code FETCH FIRST n ROWS ONLY}, with FETCH so many words behind. */
    private boolean isFetch(int from, int distance) {
        return is(near(from, distance + 1), "FIRST", "NEXT")
                && isCount(near(from, distance + 2))
                && is(near(from, distance + 3), "ROW", "ROWS")
                && is(near(from, distance + 4), "ONLY");
    }

    private boolean fetch() {
        Word count = near(at, 2);
        if (!isFetch(at, 0) || count == null) {
            return false;
        }
        replace(5, "LIMIT " + count.text());
        return true;
    }

    private boolean prefix() {
        Word next = at + 1 < words.size() ? words.get(at + 1) : null;
        if (next == null || next.kind() != Kind.STRING) {
            return false;
        }
        replace(1, "");
        return true;
    }

    /** The kind of a property (UTC, local) is nothing that the standard knows, and ECSQL compares only values of one kind. */
    private boolean timestamp(int distance) {
        Word literal = near(at, distance);
        if (literal == null || literal.kind() != Kind.STRING || literal.text().endsWith("Z'")) {
            return false;
        }
        replace(distance + 1, "CAST(JULIANDAY(" + literal.text() + ") AS TIMESTAMP)");
        return true;
    }

    private boolean function(String name) {
        if (!is(near(at, 1), "(") || is(near(at, -1), ".")) {
            return false;
        }
        replace(1, name);
        return true;
    }

    private boolean symbol(Word word) {
        switch (word.text()) {
            case "(" -> {
                Word before = near(at, -1);
                parentheses.push(before == null ? "" : before.text().toUpperCase(Locale.ROOT));
                return false;
            }
            case ")" -> {
                parentheses.poll();
                return false;
            }
            case "{" -> {
                return openEscape();
            }
            case "}" -> {
                if (escapes == 0) {
                    return false;
                }
                escapes--;
                replace(1, "");
                return true;
            }
            default -> {
                return false;
            }
        }
    }

    private boolean openEscape() {
        Word word = near(at, 1);
        String written =
                switch (word == null ? "" : word.text().toLowerCase(Locale.ROOT)) {
                    case "d" -> "DATE";
                    case "t" -> "TIME";
                    case "ts" -> "TIMESTAMP";
                    case "escape" -> "ESCAPE";
                    case "limit" -> "LIMIT";
                    case "fn", "oj" -> "";
                    default -> null;
                };
        if (written == null) {
            return false;
        }
        escapes++;
        if (!is(word, "ts") || !timestamp(2)) {
            replace(2, written);
        }
        return true;
    }
}
