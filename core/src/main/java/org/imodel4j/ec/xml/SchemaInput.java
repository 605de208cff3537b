package org.imodel4j.ec.xml;

import java.nio.file.Path;

/** Where the text of a schema comes from. */
public sealed interface SchemaInput {
    /** As messages call it. */
    String label();

    /** A file; those that it refers to are looked for in its folder first. */
    record File(Path path) implements SchemaInput {
        @Override
        public String label() {
            return path.toString();
        }
    }

    /** A text at hand. */
    record Text(String label, String xml) implements SchemaInput {}
}
