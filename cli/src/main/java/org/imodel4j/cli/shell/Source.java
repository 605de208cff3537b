package org.imodel4j.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.parse.ReservedWords;
import org.jspecify.annotations.Nullable;

/**
 * What a statement names after FROM and JOIN, in it and in its subqueries, as far as it is typed yet.
 *
 * @param name the alias, else the name of the class
 */
record Source(String name, ECClass ecClass) {
    private static final Set<String> QUALIFIERS = Set.of("ONLY", "ALL", "+");

    static List<Source> of(List<Word> words, ECSchemas schemas) {
        List<Source> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).is("FROM") || words.get(i).is("JOIN")) {
                addList(words, i + 1, schemas, found);
            }
        }
        return found;
    }

    /** One class, and those that follow it after commas. */
    private static void addList(List<Word> words, int start, ECSchemas schemas, List<Source> found) {
        int at = start;
        while (true) {
            while (at < words.size() && QUALIFIERS.contains(words.get(at).upper())) {
                at++;
            }
            if (at + 2 >= words.size()
                    || !(words.get(at + 1).is(".") || words.get(at + 1).is(":"))) {
                return;
            }
            Word schema = words.get(at);
            Word name = words.get(at + 2);
            at += 3;
            Word alias = null;
            if (at < words.size() && words.get(at).is("AS")) {
                at++;
            }
            if (at < words.size() && isAlias(words.get(at))) {
                alias = words.get(at);
                at++;
            }
            add(schema, name, alias, schemas, found);
            if (at >= words.size() || !words.get(at).is(",")) {
                return;
            }
            at++;
        }
    }

    private static boolean isAlias(Word word) {
        return word.isName() && (word.kind() == Word.Kind.QUOTED || !ReservedWords.contains(word.text()));
    }

    private static void add(Word schema, Word name, @Nullable Word alias, ECSchemas schemas, List<Source> found) {
        ECClass ecClass = schema.isName() && name.isName() ? schemas.tryClass(schema.name(), name.name()) : null;
        if (ecClass != null) {
            found.add(new Source(alias == null ? ecClass.name() : alias.name(), ecClass));
        }
    }
}
