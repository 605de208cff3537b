package org.imodel4j.cli.schema;

import java.util.List;
import java.util.stream.Collectors;
import org.imodel4j.cli.command.Command;
import org.imodel4j.cli.command.Given;
import org.imodel4j.cli.command.NotUnderstoodException;
import org.imodel4j.cli.command.Options;
import org.imodel4j.cli.output.Terminal;

/** {@code imodel schema VERB FILE}. */
public final class SchemaCommand implements Command {
    private final List<SchemaVerb> verbs;

    public SchemaCommand(Terminal terminal) {
        this.verbs = List.of(
                new ListVerb(terminal), new ExportVerb(terminal), new ImportVerb(terminal), new ValidateVerb(terminal));
    }

    @Override
    public String name() {
        return "schema";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Lists, exports and imports the schemas of a file.",
                "imodel schema list FILE tells names, versions and aliases.",
                "imodel schema export FILE writes them, all or those that --schema names, each to a file in --out;"
                        + " a single one without --out goes to the standard output.",
                "imodel schema import FILE SCHEMA... takes schemas from ECXML documents into it, all or none; newer versions take the"
                        + " place of older ones.",
                "imodel schema validate FILE SCHEMA... tells whether that would succeed, and changes nothing.");
    }

    @Override
    public Words words() {
        return new Words(
                verbs.stream().map(SchemaVerb::name).collect(Collectors.joining("|")) + " FILE [SCHEMA...]",
                2,
                Integer.MAX_VALUE);
    }

    @Override
    public Options options() {
        return new Options()
                .values("schema", "NAME", "export: a schema to write; may be given more than once. Default all.")
                .value(
                        "out",
                        "DIR",
                        "export: the folder for the files; made if it is missing, files in it are replaced.")
                .values(
                        "assets",
                        "DIR",
                        "import, validate: a folder with schemas that others may refer to; may be given more than once.")
                .flag("dry-run", "import: list the tables, columns and indexes that would come, and change nothing.")
                .value(
                        "format",
                        "FORMAT",
                        "list, import: text or json, default text; export: xml or json, default xml.");
    }

    @Override
    public int run(Given given) {
        String name = given.words().get(0);
        for (SchemaVerb verb : verbs) {
            if (verb.name().equals(name)) {
                verb.checkOptions(given);
                checkWords(verb, given.words().size());
                return verb.run(given, Given.path(given.words().get(1)));
            }
        }
        throw new NotUnderstoodException("Unknown word: " + name);
    }

    private static void checkWords(SchemaVerb verb, int words) {
        if (verb.takesDocuments() && words == 2) {
            throw new NotUnderstoodException("Missing SCHEMA");
        }
        if (!verb.takesDocuments() && words > 2) {
            throw new NotUnderstoodException("Too many words");
        }
    }
}
