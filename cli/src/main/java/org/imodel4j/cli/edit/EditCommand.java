package org.imodel4j.cli.edit;

import java.nio.file.Path;
import java.util.List;
import org.imodel4j.cli.command.Command;
import org.imodel4j.cli.command.Given;
import org.imodel4j.cli.command.NotUnderstoodException;
import org.imodel4j.cli.command.Options;
import org.imodel4j.cli.output.Terminal;
import org.imodel4j.imodel.SnapshotDb;
import org.imodel4j.imodel.WritableIModelDb;

/** {@code imodel edit}. */
public final class EditCommand implements Command {
    /** How answers are written. */
    public enum Format {
        jsonl
    }

    private final Terminal terminal;

    public EditCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "edit";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Changes elements, models, aspects, relationships and more of an iModel.",
                "Each line of the batch is {\"id\": …, \"op\": …, \"args\": […]} with the arguments of the function of iTwin.js: insert, update"
                        + " and delete with Element, Model, Aspect or Relationship behind it, deleteTree, deleteDefinitionElements,"
                        + " insertCodeSpec, saveFileProperty, deleteFileProperty, importSchemas, saveChanges, abandonChanges.",
                "Each is answered by a line, {\"id\": …, \"result\": …} or {\"id\": …, \"error\": {\"errorNumber\": …, \"message\": …}}. What failed"
                        + " has left nothing behind; the rest is saved at the end, unless the last line abandons it or a line can not be read.");
    }

    @Override
    public Words words() {
        return new Words("FILE", 1, 1);
    }

    @Override
    public Options options() {
        return new Options()
                .value("batch", "F", "The lines; - for standard input.")
                .choice("format", Format.class, "How answers are written: %s, which is also the default.");
    }

    @Override
    public int run(Given given) {
        Path batch = given.tryPath("batch");
        if (batch == null) {
            throw new NotUnderstoodException("Missing --batch");
        }
        Format unused = given.tryChoice("format", Format.class);
        try (WritableIModelDb db =
                SnapshotDb.openForWrite(Given.path(given.words().get(0)))) {
            new EditRun(terminal, db, batch).run();
            db.saveChanges();
        }
        return 0;
    }
}
