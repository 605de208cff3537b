package org.imodel4j.cli.archive;

import java.nio.file.Path;
import java.util.Locale;
import org.imodel4j.imodel.FileProperty;

/**
 * A folder that holds an iModel as text.
 *
 * <pre>
 * schemas/*.ecschema.xml   every schema that a new iModel does not begin with
 * iModel.jsonl             {"kind": kind, "props": {…}} on each line, in an order in which they can be inserted
 * </pre>
 *
 * The first line is of the kind {@code iModel} and tells the version of this form, the id of the iModel and its root subject. The others have
 * the props that iTwin.js knows for their kind. A line for an element that is there already updates it: those that every iModel has, the
 * default sub-categories that come with their category, and elements whose code had to wait for its scope. An element without
 * {@code federationGuid} has none.
 */
record Archive(Path folder) {
    static final int VERSION = 1;

    /** The id of the iTwin that an iModel belongs to; snapshots often have none. */
    static final FileProperty ITWIN = FileProperty.of("be_Db", "ProjectGuid");

    enum Kind {
        IMODEL("iModel"),
        CODE_SPEC("codeSpec"),
        FONT("font"),
        ELEMENT("element"),
        MODEL("model"),
        ASPECT("aspect"),
        RELATIONSHIP("relationship"),
        FILE_PROPERTY("fileProperty");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    Path lines() {
        return folder.resolve("iModel.jsonl");
    }

    Path schemas() {
        return folder.resolve("schemas");
    }

    /**
     * Whether a property of the file belongs to the iModel. Those of the profiles, and the marks that a program leaves on the files that it
     * makes, belong to the file.
     */
    static boolean belongsToIModel(FileProperty property) {
        return switch (property.namespace().toLowerCase(Locale.ROOT)) {
            case "be_db" -> property.equals(ITWIN);
            case "ec_db" -> false;
            case "dgn_db" ->
                !property.name().equals("SchemaVersion") && !property.name().equals("LastEditor");
            default -> true;
        };
    }
}
