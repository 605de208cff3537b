package org.imodel4j.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.ReadConnection;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a file, as its own meta schema tells them: that loads none of them.
 *
 * @param kind such as {@code abstract Entity}
 */
record ClassList(String schema, String alias, String name, String kind) {
    private static final String ALL = "SELECT s.Name, s.Alias, c.Name, c.Type, c.Modifier FROM meta.ECClassDef c "
            + "JOIN meta.ECSchemaDef s ON s.ECInstanceId=c.Schema.Id ORDER BY s.Name, c.Name";
    private static final List<String> TYPES = List.of("Entity", "Relationship", "Struct", "CustomAttribute");
    private static final List<String> MODIFIERS = List.of("", "abstract ", "sealed ");

    static List<ClassList> all(ReadConnection connection) {
        List<ClassList> all = new ArrayList<>();
        try (ECSqlCursor cursor = connection.query(ALL)) {
            while (cursor.step()) {
                all.add(new ClassList(
                        text(cursor.getString(0)),
                        text(cursor.getString(1)),
                        text(cursor.getString(2)),
                        of(MODIFIERS, cursor.getLong(4)) + of(TYPES, cursor.getLong(3))));
            }
        }
        return all;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String of(List<String> names, long number) {
        return number >= 0 && number < names.size() ? names.get((int) number) : "";
    }

    boolean isQueried() {
        return kind.endsWith("Entity") || kind.endsWith("Relationship");
    }

    private String line() {
        String full = schema + "." + name;
        return full + " ".repeat(Math.max(2, 56 - full.length())) + kind;
    }

    /** Those whose {@code Schema.Class} or {@code alias.Class} holds the pattern, or is like one with * and ?. */
    static List<String> lines(ReadConnection connection, String pattern) {
        Pattern like = like(pattern.replace(':', '.'));
        List<String> lines = all(connection).stream()
                .filter(one -> like.matcher(one.schema + "." + one.name).find()
                        || like.matcher(one.alias + "." + one.name).find())
                .map(ClassList::line)
                .toList();
        return lines.isEmpty() ? List.of("(no classes)") : lines;
    }

    private static Pattern like(String pattern) {
        StringBuilder regex = new StringBuilder();
        boolean wild = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            wild |= c == '*' || c == '?';
            regex.append(
                    switch (c) {
                        case '*' -> ".*";
                        case '?' -> ".";
                        default -> Pattern.quote(String.valueOf(c));
                    });
        }
        // A pattern without a schema is for the names of classes.
        String prefix = pattern.indexOf('.') < 0 ? "^[^.]*\\." : "^";
        return Pattern.compile(wild ? prefix + regex + "$" : regex.toString(), Pattern.CASE_INSENSITIVE);
    }
}
