package org.imodel4j.ec.xml;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaKey;
import org.imodel4j.ec.schema.SchemaReference;

/** A schema that can be taken: its document, or itself where it is stored. */
sealed interface Candidate {
    SchemaKey key();

    List<Need> needs();

    /** One that has been located but not been read yet. */
    record Written(SchemaHeader header, List<Need> needs) implements Candidate {
        Written(SchemaHeader header) {
            this(header, Needs.of(header));
        }

        @Override
        public SchemaKey key() {
            return header.key();
        }
    }

    record Stored(SchemaDef schema) implements Candidate {
        @Override
        public SchemaKey key() {
            return schema.key();
        }

        @Override
        public List<Need> needs() {
            List<Need> needs = new ArrayList<>();
            for (SchemaReference reference : schema.references()) {
                needs.add(new Need(reference.name(), reference.version(), Need.Match.WRITE, true, null));
            }
            return needs;
        }
    }
}
