package org.imodel4j.json;

/**
 * What a document may ask of the reader.
 *
 * @param maxBytes largest document
 * @param maxDepth deepest nesting of arrays and objects
 */
public record JsonLimits(long maxBytes, int maxDepth) {
    /** Generous for documents that come from an iModel, too small for an attack: 256 MB and 200 levels. */
    public static final JsonLimits DEFAULT = new JsonLimits(256L << 20, 200);
}
