package org.imodel4j.ec.xml;

import org.imodel4j.xml.XmlLimits;

/**
 * What schemas that are read may have at most. Real ones are far below: a bound is there so that a hostile one ends in an error
 * and not in all memory or hours.
 *
 * @param xml of one document
 * @param nameLength characters of the name of a schema, item, property or enumerator
 * @param schemas that are read at once, references included
 * @param inheritance classes above one another
 * @param steps of work on all pairs of a class and a class or property that it inherits, in one schema
 */
public record SchemaLimits(XmlLimits xml, int nameLength, int schemas, int inheritance, long steps) {
    public static final SchemaLimits USUAL = new SchemaLimits(XmlLimits.USUAL, 1000, 2000, 500, 200_000_000);
}
