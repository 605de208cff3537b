package org.imodel4j.ecsql.functions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.sqlite.SqlFunction;
import org.jspecify.annotations.Nullable;

/**
 * {@code regexp(pattern, text)} and {@code regexp_extract(text, pattern [, rewrite])}.
 *
 * <p>The reference matches in linear time. Here the expressions of Java are tried with a bound on the number of steps, so that a
 * pattern made to run for ever fails instead. Used by one connection at a time.
 */
final class RegularExpressionFunctions {
    private static final int KEPT_PATTERNS = 32;
    private static final int MOST_STEPS = 5_000_000;

    private final Map<String, Pattern> patterns = new LinkedHashMap<>(16, 0.75f, true);

    static List<SqlFunction> all() {
        RegularExpressionFunctions functions = new RegularExpressionFunctions();
        return List.of(
                new SqlFunction.Scalar("regexp", 2, true, functions::matches),
                new SqlFunction.Scalar("regexp_extract", 2, true, functions::extract),
                new SqlFunction.Scalar("regexp_extract", 3, true, functions::extract));
    }

    private void matches(SqlFunction.Arguments arguments, SqlFunction.Result result) {
        Matcher matcher = matcher(arguments.textAt(0), arguments.textAt(1), "regex");
        if (matcher != null) {
            result.set(find(matcher) ? 1L : 0L);
        }
    }

    /** The first match rewritten: {@code \0} stands for all of it, {@code \1} to {@code \9} for its groups. NULL without a match. */
    private void extract(SqlFunction.Arguments arguments, SqlFunction.Result result) {
        Matcher matcher = matcher(arguments.textAt(1), arguments.textAt(0), "regexp_extract");
        if (matcher == null || !find(matcher)) {
            return;
        }
        String rewrite = arguments.count() == 3 ? arguments.textAt(2) : "\\0";
        if (rewrite != null) {
            result.set(rewritten(matcher, rewrite));
        }
    }

    private static boolean find(Matcher matcher) {
        try {
            return matcher.find();
        } catch (StackOverflowError e) {
            throw new IModelException(Status.BE_SQLITE_ERROR, "regex: the expression takes too many steps", e);
        }
    }

    private static String rewritten(Matcher matcher, String rewrite) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rewrite.length(); i++) {
            char c = rewrite.charAt(i);
            if (c != '\\' || i + 1 == rewrite.length()) {
                text.append(c);
                continue;
            }
            char next = rewrite.charAt(++i);
            if (next >= '0' && next <= '9') {
                int group = next - '0';
                String found = group <= matcher.groupCount() ? matcher.group(group) : null;
                text.append(found == null ? "" : found);
            } else {
                text.append(next);
            }
        }
        return text.toString();
    }

    private @Nullable Matcher matcher(@Nullable String pattern, @Nullable String text, String function) {
        return pattern == null || text == null
                ? null
                : compiled(pattern, function).matcher(new Steps(text, 0, text.length(), new int[1]));
    }

    private Pattern compiled(String text, String function) {
        Pattern known = patterns.get(text);
        if (known != null) {
            return known;
        }
        Pattern made;
        try {
            made = Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new IModelException(Status.BE_SQLITE_ERROR, function + ":" + e.getDescription() + ": " + text, e);
        } catch (StackOverflowError e) {
            throw new IModelException(Status.BE_SQLITE_ERROR, function + ": the expression is nested too deeply", e);
        }
        patterns.put(text, made);
        if (patterns.size() > KEPT_PATTERNS) {
            patterns.remove(patterns.keySet().iterator().next());
        }
        return made;
    }

    /** A text that counts how often it is looked at. */
    private record Steps(String text, int from, int to, int[] taken) implements CharSequence {
        @Override
        public int length() {
            return to - from;
        }

        @Override
        public char charAt(int index) {
            if (++taken[0] > MOST_STEPS) {
                throw new IModelException(Status.BE_SQLITE_ERROR, "regex: the expression takes too many steps");
            }
            return text.charAt(from + index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Steps(text, from + start, from + end, taken);
        }

        @Override
        public String toString() {
            return text.substring(from, to);
        }
    }
}
