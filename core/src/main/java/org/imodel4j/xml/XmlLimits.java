package org.imodel4j.xml;

/**
 * What a document may have at most.
 *
 * @param bytes of the document, before it is decoded
 * @param depth of nested elements
 * @param elements in the document
 * @param attributes of one element
 * @param nameLength characters of the name of an element or attribute
 */
public record XmlLimits(int bytes, int depth, int elements, int attributes, int nameLength) {
    /** For documents of users: far above any schema, far below what harms. */
    public static final XmlLimits USUAL = new XmlLimits(64 << 20, 64, 2_000_000, 64, 1000);
}
