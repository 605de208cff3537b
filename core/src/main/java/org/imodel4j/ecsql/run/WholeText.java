package org.imodel4j.ecsql.run;

/** Text that can be stored: lone surrogates become U+FFFD, as they do in JavaScript's UTF-8. */
final class WholeText {
    private static final char REPLACEMENT = '\uFFFD';

    private WholeText() {}

    /** The same text when nothing is wrong with it. */
    static String of(String text) {
        int at = firstLone(text, 0);
        if (at < 0) {
            return text;
        }
        StringBuilder whole = new StringBuilder(text);
        for (; at >= 0; at = firstLone(text, at + 1)) {
            whole.setCharAt(at, REPLACEMENT);
        }
        return whole.toString();
    }

    private static int firstLone(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else {
                return i;
            }
        }
        return -1;
    }
}
