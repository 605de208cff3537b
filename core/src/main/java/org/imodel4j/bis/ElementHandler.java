package org.imodel4j.bis;

import java.util.Set;

/** What an element class of BIS does with properties that are not simply read: one for each class that has behaviour. */
interface ElementHandler {
    /** The class, within BisCore, whose elements and subclasses' elements are meant. */
    String className();

    /** Its properties that the handler reads, or that are not shown at all. */
    Set<String> properties();

    /** The members it writes. */
    Part part(Selection selection, ValueReaders values);
}
