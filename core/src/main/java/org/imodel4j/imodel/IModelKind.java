package org.imodel4j.imodel;

/** What a file was made to be. */
public enum IModelKind {
    /** A frozen iModel without a history of its own. */
    SNAPSHOT,
    /** An iModel that is edited on this computer alone. */
    STANDALONE,
    /** One of many copies of an iModel, each with its own range of ids. */
    BRIEFCASE,
    /** EC data without an iModel. */
    ECDB
}
