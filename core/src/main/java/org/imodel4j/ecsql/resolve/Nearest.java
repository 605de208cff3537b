package org.imodel4j.ecsql.resolve;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds, among names that exist, the one that was probably meant by one that does not. */
final class Nearest {
    private static final int LONGEST = 100;
    private static final int MOST = 20_000;

    private final String wanted;
    private int left = MOST;
    private int least;
    private @Nullable String found;

    Nearest(String wanted) {
        this.wanted = wanted.toLowerCase(Locale.ROOT);
        // One slip in three letters; more than that is another word.
        this.least = Math.max(1, wanted.length() / 3) + 1;
    }

    void offer(String name) {
        if (left-- > 0 && Math.abs(name.length() - wanted.length()) < least && name.length() <= LONGEST) {
            int distance = distance(name.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                found = name;
            }
        }
    }

    @Nullable
    String found() {
        return found;
    }

    /** How many letters have to be put in, left out, exchanged or swapped with their neighbour. */
    private int distance(String name) {
        int[] beforeLast = new int[name.length() + 1];
        int[] last = new int[name.length() + 1];
        for (int j = 0; j < last.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= wanted.length(); i++) {
            int[] row = new int[name.length() + 1];
            row[0] = i;
            for (int j = 1; j <= name.length(); j++) {
                boolean same = wanted.charAt(i - 1) == name.charAt(j - 1);
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                boolean swapped = i > 1
                        && j > 1
                        && wanted.charAt(i - 1) == name.charAt(j - 2)
                        && wanted.charAt(i - 2) == name.charAt(j - 1);
                row[j] = swapped ? Math.min(row[j], beforeLast[j - 2] + 1) : row[j];
            }
            beforeLast = last;
            last = row;
        }
        return last[name.length()];
    }
}
