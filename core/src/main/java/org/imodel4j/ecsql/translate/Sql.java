package org.imodel4j.ecsql.translate;

/** Quoting. */
final class Sql {
    private Sql() {}

    static String name(String name) {
        return '[' + name.replace("]", "]]") + ']';
    }

    static String text(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    static String list(long[] numbers) {
        StringBuilder list = new StringBuilder();
        for (long number : numbers) {
            list.append(list.length() == 0 ? "" : ",").append(number);
        }
        return list.toString();
    }
}
