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
 * @param members elements of the value of one custom attribute
 */
public record SchemaLimits(XmlLimits xml, int nameLength, int schemas, int inheritance, long steps, int members) {
    public static final SchemaLimits USUAL = new SchemaLimits(XmlLimits.USUAL, 1000, 2000, 500, 20_000_000, 100_000);
}
