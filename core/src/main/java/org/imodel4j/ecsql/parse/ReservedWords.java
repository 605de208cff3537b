package org.imodel4j.ecsql.parse;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** The words that are names only in brackets or quotes. */
public final class ReservedWords {
    /** A power of two, four times the number of words, so that nearly every lookup ends at its first slot. */
    private static final int SLOTS = 512;

    private static final Token[] TABLE = table();

    private ReservedWords() {}

    /** All of them in upper case, sorted. */
    public static Set<String> all() {
        TreeSet<String> words = new TreeSet<>();
        for (Token token : Token.values()) {
            if (token.isReserved()) {
                words.add(token.name());
            }
        }
        return Collections.unmodifiableSet(words);
    }

    /** Compares without case. */
    public static boolean contains(String word) {
        return at(word, 0, word.length()) != Token.NAME;
    }

    /** The reserved word in a part of a text, or {@link Token#NAME}; makes no string. */
    static Token at(String text, int start, int end) {
        int slot = hash(text, start, end) & (SLOTS - 1);
        for (Token token = TABLE[slot]; token != Token.NAME; token = TABLE[slot]) {
            String word = token.name();
            if (word.length() == end - start && sameLetters(word, text, start)) {
                return token;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        return Token.NAME;
    }

    /** ASCII letters only: no other alphabet's letter may pass for one of them. */
    private static boolean sameLetters(String word, String text, int start) {
        for (int i = 0; i < word.length(); i++) {
            if ((word.charAt(i) | 0x20) != (text.charAt(start + i) | 0x20)) {
                return false;
            }
        }
        return true;
    }

    private static int hash(String text, int start, int end) {
        int hash = end - start;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + (text.charAt(i) | 0x20);
        }
        return hash ^ (hash >>> 9);
    }

    private static Token[] table() {
        Token[] table = new Token[SLOTS];
        Arrays.fill(table, Token.NAME);
        for (Token token : Token.values()) {
            if (token.isReserved()) {
                int slot = hash(token.name(), 0, token.name().length()) & (SLOTS - 1);
                while (table[slot] != Token.NAME) {
                    slot = (slot + 1) & (SLOTS - 1);
                }
                table[slot] = token;
            }
        }
        return table;
    }
}
