package org.imodel4j.cli;

import java.nio.file.Path;
import java.util.List;
import org.imodel4j.cli.command.Command;
import org.imodel4j.cli.command.Given;
import org.imodel4j.cli.command.NotUnderstoodException;
import org.imodel4j.cli.command.Options;
import org.imodel4j.cli.output.Terminal;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.id.Guid;
import org.imodel4j.imodel.CreateIModelProps;
import org.imodel4j.imodel.ECDb;
import org.imodel4j.imodel.SnapshotDb;
import org.imodel4j.imodel.StandaloneDb;

/** {@code imodel create}: a new, empty file. */
final class CreateCommand implements Command {
    enum Kind {
        standalone,
        snapshot,
        ecdb
    }

    private final Terminal terminal;

    CreateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "create";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Makes a new, empty file.",
                "An iModel begins with the schemas BisCore and Generic; an ECDb file with the schemas of its profile only.");
    }

    @Override
    public Words words() {
        return new Words("FILE", 1, 1);
    }

    @Override
    public Options options() {
        return new Options()
                .value("subject", "NAME", "What the iModel is about: the name of its root subject.")
                .choice("kind", Kind.class, "%s; default standalone, which can be changed.")
                .value("description", "TEXT", "More about the subject.")
                .value("client", "NAME", "Whoever makes the iModel.")
                .value("guid", "GUID", "The id of the iModel; a new one unless given.")
                .value("cache-dir", "DIR", "Where empty files are kept, which makes the next one quick.");
    }

    @Override
    public int run(Given given) {
        Path file = Given.path(given.words().get(0));
        Kind kind = given.choice("kind", Kind.standalone);
        Path cacheDir = cacheDir(given);
        if (kind == Kind.ecdb) {
            for (String option : List.of("subject", "description", "client", "guid")) {
                if (given.has(option)) {
                    throw new NotUnderstoodException("--" + option + " does not belong to an ECDb file");
                }
            }
            ECDb.create(file, cacheDir).close();
        } else if (kind == Kind.snapshot) {
            SnapshotDb.createEmpty(file, props(given), cacheDir).close();
        } else {
            StandaloneDb.createEmpty(file, props(given), true, cacheDir).close();
        }
        terminal.println(file.toString());
        return 0;
    }

    private static CreateIModelProps props(Given given) {
        String subject = given.tryText("subject");
        if (subject == null) {
            throw new NotUnderstoodException("Missing --subject");
        }
        CreateIModelProps props = CreateIModelProps.of(subject);
        String description = given.tryText("description");
        if (description != null) {
            props = props.withDescription(description);
        }
        String client = given.tryText("client");
        if (client != null) {
            props = props.withClient(client);
        }
        String guid = given.tryText("guid");
        return guid == null ? props : props.withIModelId(Guid.parse(guid));
    }

    static Path cacheDir(Given given) {
        Path named = given.tryPath("cache-dir");
        return named == null ? IModelHostConfiguration.builder().build().cacheDir() : named;
    }
}
