package org.imodel4j.ec.map;

import java.util.Locale;

/** Names of classes, properties and columns compare without regard to the case of ASCII letters; they have no other letters. */
final class MapNames {
    private MapNames() {}

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /**
     * A name that SQL statements can have in brackets. Others come from hostile files and documents only.
     *
     * @throws org.imodel4j.error.IModelException SchemaUpgradeFailed for one that would end the brackets
     */
    static String quotable(String name) {
        if (name.indexOf(']') >= 0 || name.indexOf('\0') >= 0) {
            throw Refusal.of("A table, column or index can not have the name '" + name.replace('\0', '?') + "'.");
        }
        return name;
    }

    /** Whether a name ends with {@code id}, in any case. */
    static boolean endsWithId(String name) {
        return key(name).endsWith("id");
    }
}
