package org.imodel4j.ec.schema;

/**
 * The full name of a schema item, with the name of its schema and not an alias.
 *
 * @param schema as its schema spells it, once the reference is resolved
 */
public record ItemName(String schema, String name) {
    /** {@code Schema:Item}. */
    @Override
    public String toString() {
        return schema + ':' + name;
    }
}
