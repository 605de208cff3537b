package org.imodel4j.error;

/** Who has to act on a failure. */
public enum ErrorKind {
    /** The caller asked for something that can not be: bad argument, bad ECSQL, wrong state. */
    USER,
    /** The thing asked for does not exist. */
    NOT_FOUND,
    /** Somebody else holds or changed the thing. */
    CONFLICT,
    /** A bound was reached: time, memory, rows, size. */
    RESOURCE,
    /** The input is damaged or of a version that this software can not read. */
    DATA,
    /** A defect of imodel4j. */
    INTERNAL
}
