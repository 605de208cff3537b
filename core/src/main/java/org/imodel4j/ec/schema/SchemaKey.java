package org.imodel4j.ec.schema;

/** What identifies a schema. */
public record SchemaKey(String name, SchemaVersion version) {
    /** Such as {@code BisCore.01.00.25}. */
    @Override
    public String toString() {
        return name + '.' + version;
    }
}
