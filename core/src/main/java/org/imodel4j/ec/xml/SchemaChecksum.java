package org.imodel4j.ec.xml;

import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/**
 * The checksum of a schema, as {@code computeSchemaChecksum} of iTwin.js gives it: SHA-1 of its text as {@link SchemaXmlWriter} writes
 * it, in the version of ECXML in which it was written first. Layout, comments and order of elements in a file do not matter; aliases
 * and the versions of the schemas it refers to do, what is in those does not.
 */
public final class SchemaChecksum {
    private SchemaChecksum() {}

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
        SchemaXmlWriter.write(schema, schema.ecXml(), new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        StringBuilder hex = new StringBuilder();
        for (byte each : digest.digest()) {
            hex.append(Character.forDigit(each >> 4 & 15, 16)).append(Character.forDigit(each & 15, 16));
        }
        return hex.toString();
    }
}
