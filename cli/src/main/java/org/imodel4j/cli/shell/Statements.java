package org.imodel4j.cli.shell;

import java.util.ArrayList;
import java.util.List;

/** Where statements end: at a semicolon that stands in no string and no comment; dot commands at the end of their line. */
final class Statements {
    private Statements() {}

    static boolean isDotCommand(String text) {
        return text.stripLeading().startsWith(".");
    }

    /** Whether a text that is being typed holds all of its last statement. */
    static boolean isComplete(String text) {
        if (text.isBlank() || isDotCommand(text)) {
            return true;
        }
        List<Word> words = Word.of(text);
        return words.isEmpty() || words.get(words.size() - 1).is(";");
    }

    /** The statements of a text without their semicolons; what follows the last semicolon is one too. */
    static List<String> split(String text) {
        List<String> statements = new ArrayList<>();
        int start = 0;
        for (Word word : Word.of(text)) {
            if (word.is(";")) {
                add(text, start, word.start(), statements);
                start = word.end();
            }
        }
        add(text, start, text.length(), statements);
        return statements;
    }

    private static void add(String text, int start, int end, List<String> statements) {
        String statement = text.substring(start, end).strip();
        if (!Word.of(statement).isEmpty()) {
            statements.add(statement);
        }
    }

    /** The part of a text that belongs to the statement at an offset; its start. */
    static int startOfStatementAt(String text, int offset) {
        int start = 0;
        for (Word word : Word.of(text)) {
            if (word.is(";") && word.end() <= offset) {
                start = word.end();
            }
        }
        return start;
    }
}
