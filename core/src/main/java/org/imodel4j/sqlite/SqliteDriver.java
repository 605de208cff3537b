package org.imodel4j.sqlite;

/** Opens SQLite files. Implementations are safe for use by several threads. */
public interface SqliteDriver {
    /** Short name and engine version, such as {@code sqlite-jdbc 3.53.4}. */
    String name();

    /** Of several drivers the one with the highest number is used; the built-in one has 0. */
    default int preference() {
        return 1;
    }

    /** Whether this driver can work on this machine; false instead of an error when its library does not load. */
    default boolean isUsable() {
        return true;
    }

    /**
     * Opens one connection.
     *
     * @throws org.imodel4j.error.IModelException with the DbResult number when the file is missing, is not a database,
     *     is damaged or is locked
     */
    SqliteDatabase open(OpenRequest request);
}
