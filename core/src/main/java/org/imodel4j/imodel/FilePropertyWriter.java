package org.imodel4j.imodel;

import java.util.Set;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.sqlite.WriteTransaction;
import org.jspecify.annotations.Nullable;

/**
 * Changes the named values that a file keeps outside of its EC model. Used by the owner of the transaction; changes become permanent when
 * that is saved. Bytes are stored compressed under the same conditions as by iTwin.js, see {@link PropertyBytes}.
 */
public final class FilePropertyWriter {
    private static final String KEY = "Namespace=? AND Name=? AND Id=? AND SubId=?";

    /** A file without them, or with others, is no file that anybody opens, or loses what it holds. */
    private static final Set<FileProperty> OF_THE_FORMAT = Set.of(
            FileProperty.of("be_Db", "SchemaVersion"),
            FileProperty.of("be_Db", "DbGuid"),
            FileProperty.of("ec_Db", "SchemaVersion"),
            FileProperty.of("ec_Db", "InitialSchemaVersion"),
            FileProperty.of("dgn_Db", "SchemaVersion"));

    private final WriterStatements statements;
    private final FileProperties properties;

    public FilePropertyWriter(WriteTransaction transaction) {
        this(new WriterStatements(transaction));
    }

    FilePropertyWriter(WriterStatements statements) {
        this.statements = statements;
        this.properties = new FileProperties(statements);
    }

    /** The properties as they are now, with what is not saved yet. */
    public FileProperties properties() {
        return properties;
    }

    /**
     * Gives a property this text and these bytes in place of what it had; null is none. Empty bytes count as none, empty text does not. With
     * neither the property is deleted.
     *
     * @throws IModelException BadArg for a negative id, a text or name with the character 0, and the versions and the id of the file, which
     *     iTwin.js would overwrite; BE_SQLITE_TOOBIG for what could not be read again
     */
    public void save(FileProperty property, @Nullable String text, byte @Nullable [] bytes) {
        check(property);
        byte[] data = bytes == null || bytes.length == 0 ? null : bytes;
        if (text == null && data == null) {
            delete(property);
            return;
        }
        checkSizes(property, text, data);
        byte[] deflated = data == null ? null : PropertyBytes.deflate(data);
        statements.change(
                "INSERT OR REPLACE INTO be_Prop(Namespace,Name,Id,SubId,TxnMode,StrData,RawSize,Data) VALUES(?,?,?,?,0,?,?,?)",
                statement -> {
                    FileProperties.bind(property, statement);
                    if (text != null) {
                        statement.bindText(5, text);
                    }
                    if (data != null && deflated != null) {
                        statement.bindLong(6, data.length);
                    }
                    byte[] stored = deflated == null ? data : deflated;
                    if (stored != null) {
                        statement.bindBlob(7, stored);
                    }
                });
    }

    /** Deletes a property. Nothing happens when there is none. */
    public void delete(FileProperty property) {
        check(property);
        statements.change("DELETE FROM be_Prop WHERE " + KEY, statement -> FileProperties.bind(property, statement));
    }

    private static void check(FileProperty property) {
        if (property.id() < 0 || property.subId() < 0) {
            throw refused("The id of a file property is negative", property);
        }
        if (hasZero(property.namespace()) || hasZero(property.name())) {
            throw refused("The name of a file property has a character that ends texts", property);
        }
        if (OF_THE_FORMAT.contains(property) || EmbeddedFiles.isChunk(property)) {
            throw refused("This file property belongs to the format and is not changed by itself", property);
        }
    }

    private static void checkSizes(FileProperty property, @Nullable String text, byte @Nullable [] data) {
        if (text != null && hasZero(text)) {
            throw refused("The text of a file property has a character that ends texts", property);
        }
        int length = Math.max(text == null ? 0 : text.length(), data == null ? 0 : data.length);
        if (length > PropertyBytes.LARGEST) {
            throw new IModelException(Status.BE_SQLITE_TOOBIG, "The value of a file property is too large")
                    .with("property", property)
                    .with("size", length)
                    .with("largest", PropertyBytes.LARGEST);
        }
    }

    private static boolean hasZero(String text) {
        return text.indexOf('\0') >= 0;
    }

    private static IModelException refused(String why, FileProperty property) {
        return new IModelException(Status.BAD_ARG, why).with("property", property);
    }
}
