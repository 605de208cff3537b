package org.imodel4j.ec.xml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.xml.XmlElement;
import org.imodel4j.xml.XmlFailure;
import org.imodel4j.xml.XmlReader;

/**
 * The document of a schema, and the way in which its problems are told. It is read from its file only once, so that a file which
 * changes meanwhile is seen as it was.
 */
final class SchemaText {
    static final String FAILED = "Failed to import schemas";

    private final String label;
    private final XmlElement root;

    private SchemaText(String label, XmlElement root) {
        this.label = label;
        this.root = root;
    }

    /**
     * Reads the XML.
     *
     * @throws IModelException FileNotFound for a file that does not exist; BE_SQLITE_ERROR for what is no XML
     */
    static SchemaText read(SchemaInput input, SchemaLimits limits) {
        String label = input.label();
        XmlFailure failure = (what, line, column) -> problem(label, line, column, "", what);
        XmlElement root =
                switch (input) {
                    case SchemaInput.Text text -> XmlReader.read(text.xml(), limits.xml(), failure);
                    case SchemaInput.File file ->
                        XmlReader.read(bytes(file.path(), limits, failure), limits.xml(), failure);
                };
        return new SchemaText(label, root);
    }

    /** The text of a file. */
    static String text(SchemaInput.File file, SchemaLimits limits) {
        XmlFailure failure = (what, line, column) -> problem(file.label(), line, column, "", what);
        return XmlReader.text(bytes(file.path(), limits, failure), failure);
    }

    private static byte[] bytes(Path path, SchemaLimits limits, XmlFailure failure) {
        try {
            if (Files.size(path) > limits.xml().bytes()) {
                throw failure.at("the file is larger than " + limits.xml().bytes() + " bytes", 1, 1);
            }
            return Files.readAllBytes(path);
        } catch (NoSuchFileException missing) {
            throw new IModelException(Status.BE_SQLITE_ERROR_FILE_NOT_FOUND, FAILED, missing).with("file", path);
        } catch (IOException unreadable) {
            throw new IModelException(Status.BE_SQLITE_ERROR, FAILED, unreadable).with("file", path);
        }
    }

    XmlElement root() {
        return root;
    }

    String label() {
        return label;
    }

    /**
     * A breach of a rule.
     *
     * @param item what it is about, such as {@code Class.Property}; empty for the schema itself
     */
    IModelException problem(XmlElement at, String item, String rule) {
        return problem(label, at.line(), at.column(), item, rule);
    }

    private static IModelException problem(String label, int line, int column, String item, String rule) {
        IModelException problem = new IModelException(Status.BE_SQLITE_ERROR, FAILED)
                .with("file", label)
                .with("line", line + ":" + column);
        if (!item.isEmpty()) {
            problem.with("item", item);
        }
        return problem.with("rule", rule);
    }
}
