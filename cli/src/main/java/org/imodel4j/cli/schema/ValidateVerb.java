package org.imodel4j.cli.schema;

import java.nio.file.Path;
import java.util.Set;
import org.imodel4j.cli.command.Given;
import org.imodel4j.cli.output.Terminal;
import org.imodel4j.imodel.ECDb;
import org.imodel4j.imodel.WritableECDb;

/** {@code imodel schema validate FILE SCHEMA...}: an import that is taken back. */
final class ValidateVerb extends SchemaVerb {
    private final Terminal terminal;

    ValidateVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    String name() {
        return "validate";
    }

    @Override
    Set<String> options() {
        return Set.of("assets");
    }

    @Override
    boolean takesDocuments() {
        return true;
    }

    @Override
    int run(Given given, Path file) {
        try (WritableECDb db = ECDb.openForWrite(file)) {
            ImportVerb.importInto(db, given).schemas().forEach(schema -> terminal.println(schema.toString()));
        }
        return 0;
    }
}
