package org.imodel4j.ecsql.translate;

/** Knows how the rows of a table are spread over classes. */
@FunctionalInterface
public interface ClassFilterCost {
    /**
     * True when so many rows of the table belong to the classes that reading all of them costs less than finding them
     * through the index on the class id.
     */
    boolean prefersScan(String table, String primaryKey, String classIdColumn, long[] classIds);
}
