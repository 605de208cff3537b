package org.imodel4j.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.imodel4j.cli.query.OpenFile;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECProperty;
import org.imodel4j.ec.ECSchema;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ec.PrimitiveType;
import org.imodel4j.ecsql.parse.ReservedWords;
import org.imodel4j.ecsql.resolve.SystemProperty;
import org.jspecify.annotations.Nullable;

/** Knows what can stand at a place of a statement that is being typed: classes, properties of its classes, functions. */
final class Completion {
    private static final Set<String> CLAUSES =
            Set.of("SELECT", "FROM", "JOIN", "WHERE", "ON", "GROUP", "ORDER", "HAVING", "LIMIT", "USING", "UNION");
    private static final Set<String> BEFORE_CLASS = Set.of("FROM", "JOIN", "ONLY", ",");

    private final OpenFile file;
    private final ECSchemas schemas;
    private @Nullable List<ClassList> classes;

    Completion(OpenFile file) {
        this.file = file;
        this.schemas = file.schemas();
    }

    /** Where the word begins that ends at the cursor: names with the dots and colons between them. */
    static int startOfWord(String text, int cursor) {
        int start = cursor;
        while (start > 0 && isPathPart(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isPathPart(char c) {
        return Word.isNamePart(c) || c == '.' || c == ':';
    }

    /** All that could stand there and begins, without regard to case, with what is typed of it. */
    List<Suggestion> at(String text, int cursor) {
        List<Suggestion> all =
                Statements.isDotCommand(text) ? new DotCompletion(this).at(text, cursor) : ecsql(text, cursor);
        String typed = text.substring(startOfWord(text, cursor), cursor).toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(one -> one.value().toLowerCase(Locale.ROOT).startsWith(typed))
                .distinct()
                .toList();
    }

    private List<Suggestion> ecsql(String text, int cursor) {
        int begin = Statements.startOfStatementAt(text, cursor);
        int start = startOfWord(text, cursor);
        List<Word> before = Word.of(text.substring(begin, Math.max(begin, start)));
        if (!before.isEmpty() && !before.get(before.size() - 1).closed()) {
            return List.of();
        }
        // Without the word that is being typed: behind a class it would pass for an alias.
        String others = text.substring(begin, Math.max(begin, start)) + " " + text.substring(cursor);
        List<Source> sources = Source.of(Word.of(others), schemas);
        String path = text.substring(start, cursor);
        int dot = Math.max(path.lastIndexOf('.'), path.lastIndexOf(':'));
        if (dot >= 0) {
            return below(path.substring(0, dot), path.substring(0, dot + 1), sources);
        }
        if (before.isEmpty()) {
            return words(List.of("SELECT", "WITH", "VALUES", "PRAGMA"), path, "keywords");
        }
        return isClassExpected(before) ? schemaNames() : anything(path, sources);
    }

    private static boolean isClassExpected(List<Word> before) {
        String clause = "";
        for (Word word : before) {
            clause = CLAUSES.contains(word.upper()) ? word.upper() : clause;
        }
        return (clause.equals("FROM") || clause.equals("JOIN"))
                && BEFORE_CLASS.contains(before.get(before.size() - 1).upper());
    }

    private List<Suggestion> anything(String path, List<Source> sources) {
        List<Suggestion> all = new ArrayList<>();
        for (Source source : sources) {
            all.addAll(properties(source.ecClass(), ""));
        }
        for (Source source : sources) {
            all.add(new Suggestion(source.name(), source.name(), "aliases", false));
        }
        if (!path.isEmpty()) {
            all.addAll(words(FunctionNames.ALL.stream().map(name -> name + "(").toList(), path, "functions"));
            all.addAll(words(List.copyOf(ReservedWords.all()), path, "keywords"));
            all.addAll(schemaNames());
        }
        return all;
    }

    /** Keywords and functions in small letters for those who type them so. */
    private static List<Suggestion> words(List<String> words, String typed, String group) {
        boolean small = !typed.isEmpty() && typed.equals(typed.toLowerCase(Locale.ROOT));
        List<Suggestion> all = new ArrayList<>();
        for (String word : words) {
            boolean plain = word.equals(word.toUpperCase(Locale.ROOT));
            String value = small && plain ? word.toLowerCase(Locale.ROOT) : word;
            all.add(new Suggestion(value, value, group, !word.endsWith("(")));
        }
        return all;
    }

    List<Suggestion> schemaNames() {
        List<Suggestion> all = new ArrayList<>();
        for (ECSchema schema : schemas.schemas()) {
            all.add(new Suggestion(schema.alias() + ".", schema.alias(), "schemas", false));
            all.add(new Suggestion(schema.name() + ".", schema.name(), "schemas", false));
        }
        return all;
    }

    /**
     * The classes of a schema.
     *
     * @param prefix stands before each
     * @param queried only those that can stand behind FROM
     */
    List<Suggestion> classNames(String schema, String prefix, boolean queried) {
        List<Suggestion> all = new ArrayList<>();
        for (ClassList one : classes()) {
            boolean inSchema =
                    one.schema().equalsIgnoreCase(schema) || one.alias().equalsIgnoreCase(schema);
            if (inSchema && (one.isQueried() || !queried)) {
                all.add(new Suggestion(prefix + one.name(), one.name(), "classes", true));
            }
        }
        return all;
    }

    private List<ClassList> classes() {
        List<ClassList> known = classes;
        if (known == null) {
            known = file.read(ClassList::all);
            classes = known;
        }
        return known;
    }

    private List<Suggestion> below(String path, String prefix, List<Source> sources) {
        String[] steps = path.split("[.:]");
        if (steps.length == 0) {
            return List.of();
        }
        List<Suggestion> all = new ArrayList<>();
        for (Source source : sources) {
            boolean named = source.name().equalsIgnoreCase(steps[0]);
            all.addAll(members(source.ecClass(), steps, named ? 1 : 0, prefix));
        }
        if (steps.length == 1) {
            all.addAll(classNames(steps[0], prefix, true));
        }
        return all;
    }

    private List<Suggestion> members(ECClass of, String[] steps, int from, String prefix) {
        if (from == steps.length) {
            return properties(of, prefix);
        }
        ECProperty property = of.tryProperty(steps[from]);
        if (property == null) {
            return List.of();
        }
        if (property.kind() == ECProperty.Kind.STRUCT && property.structClassId() != null) {
            ECClass struct = schemas.classById(property.structClassId());
            return from + 1 == steps.length ? declared(struct, prefix) : members(struct, steps, from + 1, prefix);
        }
        return from + 1 == steps.length ? parts(property, prefix) : List.of();
    }

    private static List<Suggestion> parts(ECProperty property, String prefix) {
        List<String> names = List.of();
        if (property.kind() == ECProperty.Kind.NAVIGATION) {
            names = List.of("Id", "RelECClassId");
        } else if (property.kind() == ECProperty.Kind.PRIMITIVE) {
            names = property.primitive() == PrimitiveType.POINT3D
                    ? List.of("X", "Y", "Z")
                    : property.primitive() == PrimitiveType.POINT2D ? List.of("X", "Y") : List.of();
        }
        return names.stream()
                .map(name -> new Suggestion(prefix + name, name, "properties", true))
                .toList();
    }

    private List<Suggestion> properties(ECClass ecClass, String prefix) {
        List<Suggestion> all = new ArrayList<>();
        for (SystemProperty property : SystemProperty.values()) {
            boolean everywhere = property == SystemProperty.INSTANCE_ID || property == SystemProperty.CLASS_ID;
            if (everywhere || ecClass.type() == ECClass.Type.RELATIONSHIP) {
                all.add(new Suggestion(prefix + property.ecName(), property.ecName(), "properties", true));
            }
        }
        all.addAll(declared(ecClass, prefix));
        return all;
    }

    private static List<Suggestion> declared(ECClass ecClass, String prefix) {
        List<Suggestion> all = new ArrayList<>();
        for (ECProperty property : ecClass.properties()) {
            boolean whole =
                    switch (property.kind()) {
                        case NAVIGATION, STRUCT -> false;
                        case PRIMITIVE, PRIMITIVE_ARRAY, STRUCT_ARRAY -> true;
                    };
            all.add(new Suggestion(prefix + property.name(), property.name(), "properties", whole));
        }
        return all;
    }
}
