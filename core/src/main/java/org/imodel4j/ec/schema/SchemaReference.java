package org.imodel4j.ec.schema;

/**
 * One schema that another one uses.
 *
 * @param version the one that was found, once the reference is resolved; before that the one that is asked for
 * @param alias by which names of that schema are qualified in the referring one
 */
public record SchemaReference(String name, SchemaVersion version, String alias) {}
