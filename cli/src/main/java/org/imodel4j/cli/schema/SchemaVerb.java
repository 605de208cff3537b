package org.imodel4j.cli.schema;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.imodel4j.cli.command.Given;
import org.imodel4j.cli.command.NotUnderstoodException;

/** What stands behind {@code imodel schema}. */
abstract class SchemaVerb {
    private static final List<String> OPTIONS = List.of("schema", "out", "format", "assets", "dry-run");

    abstract String name();

    /** Those of the options of the command that belong to this verb. */
    abstract Set<String> options();

    /** Whether documents of schemas stand behind the file. */
    boolean takesDocuments() {
        return false;
    }

    abstract int run(Given given, Path file);

    final void checkOptions(Given given) {
        for (String option : OPTIONS) {
            if (given.has(option) && !options().contains(option)) {
                throw new NotUnderstoodException("--" + option + " does not belong to " + name());
            }
        }
    }
}
