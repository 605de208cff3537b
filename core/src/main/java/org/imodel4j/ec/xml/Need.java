package org.imodel4j.ec.xml;

import org.imodel4j.ec.schema.SchemaVersion;
import org.imodel4j.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/**
 * Another schema that a schema can not be read without.
 *
 * @param required false where the lack is told later, when the place is known
 * @param element where it is named, null in a stored schema
 */
record Need(
        String name,
        SchemaVersion version,
        Match match,
        boolean required,
        @Nullable XmlElement element) {
    /** Which versions will do. */
    enum Match {
        /** Same read and write version, at least that minor one: references. */
        WRITE,
        /** Same read version, not older: custom attributes. */
        READ,
        /** Any: units of old schemas. */
        ANY
    }

    boolean isMetBy(SchemaVersion candidate) {
        return switch (match) {
            case WRITE -> candidate.satisfies(version);
            case READ -> AttributeElements.isReadable(candidate, version);
            case ANY -> true;
        };
    }
}
