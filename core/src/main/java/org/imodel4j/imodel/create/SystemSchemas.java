package org.imodel4j.imodel.create;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.xml.SchemaInput;
import org.imodel4j.ec.xml.SchemaLimits;
import org.imodel4j.ec.xml.SchemaLoader;
import org.jspecify.annotations.Nullable;

/**
 * The schemas that files begin with, and Units, Formats and Functional, which others often refer to. They have all that decides how data is
 * stored and shown, but no descriptions. Safe for use by several threads.
 */
public final class SystemSchemas {
    /** Each one behind those it refers to. */
    static final List<String> NAMES = List.of(
            "CoreCustomAttributes",
            "ECDbMap",
            "ECDbFileInfo",
            "ECDbMeta",
            "ECDbSystem",
            "BisCustomAttributes",
            "ECDbSchemaPolicies",
            "BisCore",
            "Generic",
            "Functional",
            "Units",
            "Formats");

    private static final List<String> TABLES = List.of("be.sql", "ec.sql", "dgn.sql", "bis.sql");

    /** To be raised when the same ingredients come to give another file. */
    private static final int MAKING = 1;

    private SystemSchemas() {}

    /** Read once, when they are asked for first. */
    private static final class Loaded {
        static final SchemaSet SCHEMAS = load();

        private static SchemaSet load() {
            List<SchemaInput> texts = NAMES.stream()
                    .map(name -> new SchemaInput.Text(name, text(name)))
                    .collect(Collectors.toList());
            return new SchemaLoader(List.of(), SchemaLimits.USUAL).load(texts).schemas();
        }
    }

    static SchemaSet load() {
        return Loaded.SCHEMAS;
    }

    /** A schema by name without regard to case; null when it is none of these. */
    public static @Nullable SchemaDef trySchema(String name) {
        return load().trySchema(name);
    }

    /** The document of a schema of this name. */
    public static String text(String name) {
        return new String(bytes(resource(name)), StandardCharsets.UTF_8);
    }

    static String resource(String name) {
        return "schemas/" + name + ".ecschema.xml";
    }

    /** Tells apart what empty files are made from. */
    static String fingerprint() {
        return Fingerprint.TEXT;
    }

    private static final class Fingerprint {
        static final String TEXT = compute();

        private static String compute() {
            CRC32 checksum = new CRC32();
            checksum.update(MAKING);
            NAMES.forEach(name -> checksum.update(bytes(resource(name))));
            TABLES.forEach(name -> checksum.update(bytes(name)));
            String version = SystemSchemas.class.getPackage().getImplementationVersion();
            return Long.toHexString(checksum.getValue()) + (version == null ? "" : "-" + version);
        }
    }

    static byte[] bytes(String resource) {
        try (InputStream in = SystemSchemas.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw ProfileTables.missing(resource, null);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw ProfileTables.missing(resource, e);
        }
    }
}
