package org.imodel4j.xml;

import org.imodel4j.error.IModelException;

/** What a caller throws for a document that is not well-formed or breaks a limit. */
@FunctionalInterface
public interface XmlFailure {
    /**
     * @param what is wrong, in words
     * @param line from 1
     * @param column from 1, in characters
     */
    IModelException at(String what, int line, int column);
}
