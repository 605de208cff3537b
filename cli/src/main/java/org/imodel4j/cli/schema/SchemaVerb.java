package org.imodel4j.cli.schema;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.imodel4j.cli.command.Given;
import org.imodel4j.cli.command.NotUnderstoodException;

/** What stands behind {@code imodel schema}. */
abstract class SchemaVerb {
    private static final List<String> OPTIONS = List.of("schema", "out", "format");

    abstract String name();

    /** Those of the options of the command that belong to this verb. */
    abstract Set<String> options();

    abstract int run(Given given, Path file);

    final void checkOptions(Given given) {
        for (String option : OPTIONS) {
            if (given.has(option) && !options().contains(option)) {
                throw new NotUnderstoodException("--" + option + " does not belong to " + name());
            }
        }
    }
}
