package org.imodel4j.ec.map;

import java.util.Locale;

/** Names of classes, properties and columns compare without regard to the case of ASCII letters; they have no other letters. */
final class MapNames {
    private MapNames() {}

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Whether a name ends with {@code id}, in any case. */
    static boolean endsWithId(String name) {
        return key(name).endsWith("id");
    }
}
