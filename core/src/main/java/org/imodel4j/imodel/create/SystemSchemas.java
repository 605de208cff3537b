package org.imodel4j.imodel.create;

import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.xml.SchemaInput;
import org.imodel4j.ec.xml.SchemaLimits;
import org.imodel4j.ec.xml.SchemaLoader;
import org.imodel4j.ec.xml.SchemaSource;
import org.jspecify.annotations.Nullable;

/**
 * The schemas that files begin with, and Units, Formats and Functional, which others often refer to. They have all that decides how data is
 * stored and shown, but no descriptions. Safe for use by several threads.
 */
public final class SystemSchemas {
    /** What empty files are made from, each one behind those it refers to. */
    static final List<String> FIRST = List.of(
            "CoreCustomAttributes",
            "ECDbMap",
            "ECDbFileInfo",
            "ECDbMeta",
            "ECDbSystem",
            "BisCustomAttributes",
            "ECDbSchemaPolicies",
            "BisCore",
            "Generic");

    /** Those that only others refer to. */
    static final List<String> FURTHER = List.of("Functional", "Units", "Formats");

    private static final List<String> TABLES = List.of("be.sql", "ec.sql", "dgn.sql", "bis.sql");

    /** To be raised when the same ingredients come to give another file. */
    private static final int MAKING = 1;

    private SystemSchemas() {}

    /** Read once, when they are asked for first. */
    private static final class First {
        static final SchemaSet SCHEMAS = read(FIRST, List.of());
    }

    /** As {@link First}, which is most of what a new file waits for. */
    private static final class Further {
        static final SchemaSet SCHEMAS =
                read(FURTHER, List.of(new SchemaSource.Stored("the schemas of the program", First.SCHEMAS::trySchema)));
    }

    private static SchemaSet read(List<String> names, List<SchemaSource> sources) {
        List<SchemaInput> texts = names.stream()
                .map(name -> (SchemaInput) new SchemaInput.Text(name, text(name)))
                .collect(Collectors.toList());
        return new SchemaLoader(sources, SchemaLimits.USUAL).load(texts).schemas();
    }

    /** The document of a schema, by its name. */
    public static String text(String name) {
        return ProgramPart.text(resource(name));
    }

    /** Those of {@link #FIRST}. */
    static SchemaSet first() {
        return First.SCHEMAS;
    }

    /** A schema that new iModels begin with, by name without regard to case; null when it is none of them. */
    public static @Nullable SchemaDef tryFirst(String name) {
        return First.SCHEMAS.trySchema(name);
    }

    /** A schema by name without regard to case; null when it is none of these. */
    public static @Nullable SchemaDef trySchema(String name) {
        SchemaDef first = First.SCHEMAS.trySchema(name);
        boolean further = first == null && FURTHER.stream().anyMatch(name::equalsIgnoreCase);
        return further ? Further.SCHEMAS.trySchema(name) : first;
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
            FIRST.forEach(name -> checksum.update(ProgramPart.bytes(resource(name))));
            TABLES.forEach(name -> checksum.update(ProgramPart.bytes(name)));
            String version = SystemSchemas.class.getPackage().getImplementationVersion();
            return Long.toHexString(checksum.getValue()) + (version == null ? "" : "-" + version);
        }
    }
}
