package org.imodel4j.ec.xml;

import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Collectors;
import org.imodel4j.ec.schema.EnumerationDef;
import org.imodel4j.ec.schema.EnumerationDef.EnumeratorDef;
import org.imodel4j.ec.schema.ItemDef;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.error.ErrorKind;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Hex;
import org.jspecify.annotations.Nullable;

/**
 * The checksum of a schema, as {@code computeSchemaChecksum} of iTwin.js gives it: SHA-1 of its text as {@link SchemaXmlWriter} writes
 * it, in the version of ECXML in which it was written first. Layout, comments and order of elements in a file do not matter; aliases
 * and the versions of the schemas it refers to do, what is in those does not.
 */
public final class SchemaChecksum {
    /** iTwin.js names a schema that can not be read with this number. */
    private static final int UNREADABLE = 94215;

    private SchemaChecksum() {}

    /**
     * The checksum of a document, as {@link #of(SchemaDef)}.
     *
     * @param referencePaths the only folders in which referenced schemas are looked for
     * @param exactMatch the document names exactly the versions that are found there
     * @throws IModelException number 94215 for a document that can not be read, or refers to what is not found
     */
    public static String of(Path document, List<Path> referencePaths, boolean exactMatch) {
        try {
            // As a text, so that its own folder is not searched.
            SchemaInput input = new SchemaInput.Text(
                    document.toString(), SchemaText.text(new SchemaInput.File(document), SchemaLimits.USUAL));
            SchemaHeader header = SchemaHeader.read(SchemaText.read(input, SchemaLimits.USUAL), SchemaLimits.USUAL);
            SchemaDef schema = new SchemaLoader(List.of(new SchemaSource.Folders(referencePaths)), SchemaLimits.USUAL)
                    .load(List.of(input))
                    .schemas()
                    .trySchema(header.key().name());
            if (schema == null || exactMatch && !isExact(header, schema)) {
                throw unreadable(document, null);
            }
            return of(schema);
        } catch (IModelException e) {
            throw e.errorNumber() == UNREADABLE ? e : unreadable(document, e);
        }
    }

    private static boolean isExact(SchemaHeader header, SchemaDef schema) {
        return header.references().stream().allMatch(named -> schema.references().stream()
                .filter(found -> found.name().equalsIgnoreCase(named.wanted().name()))
                .allMatch(found -> found.version().equals(named.wanted().version())));
    }

    private static IModelException unreadable(Path document, @Nullable Throwable cause) {
        String name = String.valueOf(document.getFileName());
        int dot = name.lastIndexOf('.');
        return new IModelException(
                UNREADABLE,
                ErrorKind.USER,
                "Failed to read schema " + (dot < 0 ? name : name.substring(0, dot)),
                cause);
    }

    /**
     * 40 lower-case hexadecimal digits.
     *
     * @throws IModelException as {@link SchemaXmlWriter#write(SchemaDef, org.imodel4j.ec.schema.ECXmlVersion, Appendable)}
     */
    public static String of(SchemaDef schema) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IModelException(Status.FUNCTION_NOT_FOUND, "This platform has no SHA-1", e);
        }
        SchemaXmlWriter.write(
                withoutEmptyValues(schema),
                schema.ecXml(),
                new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return Hex.text(digest.digest());
    }

    /** The original leaves empty values of enumerators out; a file has to keep them to be readable, a checksum must not. */
    private static SchemaDef withoutEmptyValues(SchemaDef schema) {
        List<ItemDef> items = schema.items().stream()
                .map(item -> item instanceof EnumerationDef enumeration ? withoutEmptyValues(enumeration) : item)
                .collect(Collectors.toList());
        return new SchemaDef(
                schema.key(),
                schema.alias(),
                schema.displayLabel(),
                schema.description(),
                schema.ecXml(),
                schema.references(),
                items,
                schema.customAttributes());
    }

    private static EnumerationDef withoutEmptyValues(EnumerationDef enumeration) {
        List<EnumeratorDef> enumerators = enumeration.enumerators().stream()
                .map(each -> "".equals(each.text())
                        ? new EnumeratorDef(each.name(), null, null, each.displayLabel(), each.description())
                        : each)
                .collect(Collectors.toList());
        return new EnumerationDef(
                enumeration.name(),
                enumeration.displayLabel(),
                enumeration.description(),
                enumeration.backing(),
                enumeration.strict(),
                enumerators);
    }
}
