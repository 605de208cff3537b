package org.imodel4j.cli.shell;

/**
 * Something that could stand where the cursor is.
 *
 * @param value takes the place of what is typed of it
 * @param shown in the list of all suggestions
 * @param group what kind of thing it is
 * @param whole nothing can follow in the same word
 */
record Suggestion(String value, String shown, String group, boolean whole) {}
