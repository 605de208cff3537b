package org.imodel4j.bis.write;

import java.util.Set;

/** What a class of BisCore does when its elements, or those of its subclasses, are written: one for each class that has behaviour. */
interface ElementRule {
    /** The class, within BisCore. */
    String className();

    /** Its properties that the rule writes, or that nobody writes; all others are taken from the member of their name. */
    default Set<String> properties() {
        return Set.of();
    }

    /** Whether it writes rows beside those of the element. */
    default boolean writesOthers() {
        return false;
    }

    /** The rule for one class of elements, which knows its columns. */
    ElementWork work(ClassTables tables);
}
