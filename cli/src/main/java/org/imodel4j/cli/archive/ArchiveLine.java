package org.imodel4j.cli.archive;

import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;

/** One line of an archive. */
record ArchiveLine(Archive.Kind kind, JsonObject props) {
    /** @throws IModelException BadArg when the text is no such line */
    static ArchiveLine parse(String text, int number) {
        try {
            if (Json.parse(text) instanceof JsonObject json
                    && json.object("props") instanceof JsonObject props
                    && json.text("kind") instanceof String kind) {
                return new ArchiveLine(kind(kind), props);
            }
        } catch (IModelException e) {
            throw e.with("line", number);
        }
        throw new IModelException(Status.BAD_ARG, "A line of an archive is an object with kind and props")
                .with("line", number);
    }

    private static Archive.Kind kind(String text) {
        for (Archive.Kind kind : Archive.Kind.values()) {
            if (kind.text().equals(text)) {
                return kind;
            }
        }
        throw new IModelException(Status.BAD_ARG, "There is no such kind of lines").with("kind", text);
    }
}
