package org.imodel4j.ecsql.parse;

/** How far a class reference reaches down the class hierarchy. */
public enum Scope {
    /** Nothing is written; subclasses are included as with {@link #ALL}. */
    DEFAULT,
    /** The class and its subclasses. */
    ALL,
    /** Exactly the class. */
    ONLY
}
