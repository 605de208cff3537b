package org.imodel4j.ec.map;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.imodel4j.ec.schema.CustomAttributeDef;
import org.imodel4j.ec.schema.ItemName;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.schema.SchemaVersion;
import org.imodel4j.ec.xml.LoadedSchemas;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;

/**
 * Which of the schemas that were read are imported, decided by their versions alone. Those that are not newer are passed over; what
 * is stored counts instead. Observed with core-backend 5.7.3.
 *
 * @param schemas each one behind those it refers to, the stored one in place of one that is passed over
 * @param wanted those to import, in the same order
 */
public record VersionPick(SchemaSet schemas, List<SchemaDef> wanted) {
    private static final ItemName DYNAMIC = new ItemName("CoreCustomAttributes", "DynamicSchema");
    private static final ItemName BEHAVIOR = new ItemName("BisCore", "SchemaHasBehavior");

    /** Replaced by Units and never imported into a file. */
    private static final String OLD_UNITS = "Units_Schema";

    public VersionPick {
        wanted = List.copyOf(wanted);
    }

    /**
     * Compares what was read with what is stored.
     *
     * @param rules of the file
     * @param stored the schema of a name in the file, null when there is none
     * @throws IModelException SchemaTooNew when the file has one that this one can not follow; SchemaTooOld when it breaks with the stored one
     */
    public static VersionPick of(FileRules rules, LoadedSchemas loaded, Function<String, @Nullable SchemaDef> stored) {
        List<SchemaDef> all = new ArrayList<>();
        List<SchemaDef> wanted = new ArrayList<>();
        for (SchemaDef schema : loaded.schemas().schemas()) {
            SchemaDef known = loaded.read().contains(schema.name()) ? stored.apply(schema.name()) : schema;
            boolean isNew = known == null || (known != schema && isImported(rules, schema, known));
            if (isNew && !schema.name().equals(OLD_UNITS)) {
                wanted.add(schema);
            }
            all.add(isNew || known == null ? schema : known);
        }
        return new VersionPick(new SchemaSet(all), wanted);
    }

    /** Whether a schema takes the place of the stored one of its name. */
    private static boolean isImported(FileRules rules, SchemaDef schema, SchemaDef stored) {
        SchemaVersion version = schema.version();
        SchemaVersion old = stored.version();
        if (rules == FileRules.ECDB) {
            // Whatever is not plainly older is compared; the rules for upgrades have the last word.
            return version.read() != old.read() || version.write() != old.write() || version.minor() >= old.minor();
        }
        boolean dynamic = isDynamic(schema);
        if (dynamic && (isFreelyDynamic(schema) && version.equals(old) || version.read() > old.read())) {
            return true;
        }
        if (version.read() == old.read() && version.write() == old.write()) {
            return version.minor() > old.minor();
        }
        if (version.read() > old.read()) {
            throw refusal(Status.BE_SQLITE_ERROR_SCHEMA_TOO_OLD, schema, stored);
        }
        if (version.read() < old.read() || version.write() < old.write()) {
            throw refusal(Status.BE_SQLITE_ERROR_SCHEMA_TOO_NEW, schema, stored);
        }
        return true;
    }

    /** Dynamic schemas are made by programs; their parts can be deleted. */
    static boolean isDynamic(SchemaDef schema) {
        return CustomAttributeDef.find(schema.customAttributes(), DYNAMIC) != null;
    }

    /** One whose contents are compared even when its version is the stored one. */
    private static boolean isFreelyDynamic(SchemaDef schema) {
        return CustomAttributeDef.find(schema.customAttributes(), BEHAVIOR) == null
                && schema.references().stream()
                        .noneMatch(reference -> reference.name().equals("ECDbMap")
                                || reference.name().equals("ECDbSchemaPolicies"));
    }

    private static IModelException refusal(Status status, SchemaDef schema, SchemaDef stored) {
        return new IModelException(status, "Failed to import schemas")
                .with("schema", schema.key())
                .with("stored", stored.version());
    }
}
