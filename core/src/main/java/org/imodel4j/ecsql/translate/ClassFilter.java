package org.imodel4j.ecsql.translate;

/**
 * What keeps the instances of other classes out of a table.
 *
 * @param table to be joined on {@code condition}; empty when there is none
 * @param where for the WHERE clause; empty when nothing is needed there
 */
record ClassFilter(String table, String condition, String where) {
    static final ClassFilter NONE = new ClassFilter("", "", "");

    static ClassFilter where(String condition) {
        return new ClassFilter("", "", condition);
    }
}
