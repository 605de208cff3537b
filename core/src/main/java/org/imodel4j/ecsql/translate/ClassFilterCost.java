package org.imodel4j.ecsql.translate;

/** Knows how the rows of a table are spread over classes. */
@FunctionalInterface
public interface ClassFilterCost {
    /** How the rows of some classes are found among those of a table. */
    enum Form {
        /** Read all rows and look at their class. */
        SCAN,
        /** Through the index on the class id, with a list of class ids. */
        LIST,
        /** Through the same index, in the order in which the table of hierarchies names the classes. */
        HIERARCHY
    }

    Form cheapest(String table, String primaryKey, String classIdColumn, long[] classIds);
}
