package org.imodel4j.ecsql.parse;

/**
 * A place in an ECSQL text as people count it.
 *
 * @param line from 1
 * @param column from 1, in UTF-16 units
 */
public record Position(int line, int column) {
    /** The place of an {@linkplain Node#offset() offset}; offsets behind the text mean its end. */
    public static Position of(String ecsql, int offset) {
        int end = Math.min(offset, ecsql.length());
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < end; i++) {
            if (ecsql.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new Position(line, end - lineStart + 1);
    }

    /** {@code line:column}. */
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
