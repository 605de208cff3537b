package org.imodel4j.ec.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaKey;
import org.imodel4j.ec.schema.SchemaReference;
import org.imodel4j.ec.schema.SchemaVersion;

/** A schema that can be taken: its document, or itself where it is stored. */
sealed interface Candidate {
    SchemaKey key();

    List<Need> needs();

    /** Whether it is what is needed. */
    default boolean meets(Need need) {
        return key().name().equalsIgnoreCase(need.name()) && need.isMetBy(key().version());
    }

    /**
     * One that has been located but not been read yet.
     *
     * @param lax for a file with a version in its name: iTwin.js takes it for any minor version
     */
    record Written(SchemaHeader header, List<Need> needs, boolean lax) implements Candidate {
        private static final Pattern VERSIONED = Pattern.compile("[^.]+\\.[0-9]+\\.[0-9]+.*");

        static Written of(SchemaHeader header, SchemaInput input) {
            boolean lax = input instanceof SchemaInput.File file
                    && VERSIONED
                            .matcher(String.valueOf(file.path().getFileName()))
                            .matches();
            return new Written(header, Needs.of(header), lax);
        }

        @Override
        public boolean meets(Need need) {
            SchemaVersion version = key().version();
            boolean compatible = lax
                    && version.read() == need.version().read()
                    && version.write() == need.version().write();
            return Candidate.super.meets(need) || (compatible && key().name().equalsIgnoreCase(need.name()));
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
