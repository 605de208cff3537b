package org.imodel4j.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imodel4j.ecsql.parse.Position;
import org.imodel4j.error.IModelException;
import org.jspecify.annotations.Nullable;

/** A failed statement as people want to see it: the line with a caret below the place, then what is wrong. */
final class Place {
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'|no such function: (\\S+)");
    private static final int WIDEST = 100;

    private Place() {}

    static List<String> lines(String statement, IModelException failure) {
        List<String> lines = new ArrayList<>();
        Position position = position(statement, failure);
        if (position != null) {
            caret(statement, position, lines);
        }
        lines.add("error: " + problem(failure));
        return lines;
    }

    private static void caret(String statement, Position position, List<String> lines) {
        String line = statement.lines().skip(position.line() - 1L).findFirst().orElse("");
        int column = Math.min(position.column() - 1, line.length());
        // Of a long line the part around the place.
        int from = column > WIDEST * 3 / 4 ? column - WIDEST / 2 : 0;
        int to = Math.min(line.length(), from + WIDEST);
        lines.add("  " + line.substring(from, to).replace('\t', ' '));
        lines.add("  " + " ".repeat(column - from) + "^");
    }

    private static @Nullable Position position(String statement, IModelException failure) {
        if (failure.context().get("at") instanceof Position known) {
            return known;
        }
        // Failures that come after parsing name the expression as it was written, or nearly so.
        Matcher quoted = QUOTED.matcher(failure.text());
        while (quoted.find()) {
            String name = quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
            int offset = find(statement, name);
            if (offset >= 0) {
                return Position.of(statement, offset);
            }
        }
        return null;
    }

    private static int find(String statement, String name) {
        String where = statement.toLowerCase(Locale.ROOT);
        String what = name.toLowerCase(Locale.ROOT);
        for (int at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + 1)) {
            int end = at + what.length();
            boolean starts = at == 0 || !Word.isNamePart(where.charAt(at - 1)) || !Word.isNamePart(what.charAt(0));
            boolean ends = end == where.length() || !Word.isNamePart(where.charAt(end));
            if (starts && ends && what.length() < where.length()) {
                return at;
            }
        }
        return -1;
    }

    /** Without the statement, which stands above already. */
    private static String problem(IModelException failure) {
        String text = failure.text();
        int syntax = text.startsWith("Failed to parse ECSQL '") ? text.lastIndexOf("': ") : -1;
        if (syntax >= 0) {
            String problem = text.substring(syntax + 3);
            Object expected = failure.context().get("expected");
            Object found = failure.context().get("found");
            return problem
                    + (expected == null ? "" : "; expected " + expected)
                    + (found == null ? "" : ", found " + found);
        }
        int function = text.indexOf("no such function: ");
        if (function >= 0) {
            return text.substring(function).split(" \\(", 2)[0];
        }
        return String.valueOf(failure.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
