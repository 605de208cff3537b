package org.imodel4j.ecsql.run;

/**
 * How a {@link RowFileFormat} names and spells values.
 *
 * @param format names of columns, of the members inside values, and whether class ids become names, as in rows of JSON
 * @param hexIds ids are text such as {@code 0x1c}, not numbers
 */
public record RowFileOptions(RowFormat format, boolean hexIds) {
    /** JavaScript names, ids as numbers. */
    public static final RowFileOptions DEFAULT = new RowFileOptions(RowFormat.JS, false);
}
