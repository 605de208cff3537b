package org.imodel4j.cli.shell;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells the line reader when a statement is whole, and which word it is to complete. */
final class StatementParser implements Parser {
    private record Line(String word, int wordCursor, String line, int cursor) implements CompletingParsedLine {
        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word);
        }

        /** Suggestions are spelled as they are to stand in the statement. */
        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor;
        }

        @Override
        public int rawWordLength() {
            return word.length();
        }
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && !Statements.isComplete(line)) {
            throw new EOFError(-1, -1, "The statement has no semicolon yet");
        }
        int start = Completion.startOfWord(line, cursor);
        return new Line(line.substring(start, cursor), cursor - start, line, cursor);
    }
}
