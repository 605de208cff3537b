package org.imodel4j.ec;

/** Names compare as SQLite's NOCASE does: only the letters of ASCII lose their case. */
final class Names {
    private Names() {}

    static String key(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (isUpper(name.charAt(i))) {
                return lower(name);
            }
        }
        return name;
    }

    private static String lower(String name) {
        char[] letters = name.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            if (isUpper(letters[i])) {
                letters[i] += 'a' - 'A';
            }
        }
        return new String(letters);
    }

    private static boolean isUpper(char letter) {
        return letter >= 'A' && letter <= 'Z';
    }
}
