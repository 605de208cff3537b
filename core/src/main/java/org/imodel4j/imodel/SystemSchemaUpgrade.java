package org.imodel4j.imodel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.imodel4j.ec.map.FileRules;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaVersion;
import org.imodel4j.ec.xml.SchemaInput;
import org.imodel4j.imodel.create.SystemSchemas;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteStatement;

/** Imports the schemas that belong to the profiles where a file has older ones. */
final class SystemSchemaUpgrade {
    private static final List<String> OF_EVERY_FILE =
            List.of("CoreCustomAttributes", "ECDbMap", "ECDbFileInfo", "ECDbMeta", "ECDbSystem");

    private static final List<String> OF_IMODELS = List.of("BisCore", "Generic");

    /** They come with schemas that refer to them. */
    private static final List<String> OF_SOME_FILES = List.of("BisCustomAttributes", "ECDbSchemaPolicies");

    private SystemSchemaUpgrade() {}

    /** The versions of all schemas of a file by name, in the order of their ids. */
    static Map<String, SchemaVersion> versions(SqliteDatabase database) {
        Map<String, SchemaVersion> versions = new LinkedHashMap<>();
        try (SqliteStatement row =
                database.prepare("SELECT Name,VersionDigit1,VersionDigit2,VersionDigit3 FROM ec_Schema ORDER BY Id")) {
            while (row.step()) {
                versions.put(
                        String.valueOf(row.columnText(0)),
                        new SchemaVersion((int) row.columnLong(1), (int) row.columnLong(2), (int) row.columnLong(3)));
            }
        }
        return versions;
    }

    static List<String> outdated(SqliteDatabase database, boolean isIModel) {
        Map<String, SchemaVersion> stored = versions(database);
        List<String> wanted = new ArrayList<>(OF_EVERY_FILE);
        OF_SOME_FILES.stream().filter(stored::containsKey).forEach(wanted::add);
        if (isIModel) {
            wanted.addAll(OF_IMODELS);
        }
        wanted.removeIf(name -> {
            SchemaVersion version = stored.get(name);
            return version != null && version.compareTo(ours(name).version()) >= 0;
        });
        return wanted;
    }

    private static SchemaDef ours(String name) {
        return Objects.requireNonNull(SystemSchemas.trySchema(name), name);
    }

    /** Within the caller's transaction. */
    static void run(SqliteDatabase database, FileRules rules, List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        KeptDescriptions kept = KeptDescriptions.of(database);
        new SchemaImporter(database, rules)
                .run(
                        names.stream()
                                .map(name -> new SchemaInput.Text(name, SystemSchemas.text(name)))
                                .collect(Collectors.toList()),
                        List.of());
        kept.restore();
        completeHeaders(database);
    }

    /** Schemas that stay because they are not older may come from a time when files did not keep their version of ECXML. */
    private static void completeHeaders(SqliteDatabase database) {
        try (SqliteStatement update = database.prepare(
                "UPDATE ec_Schema SET OriginalECXmlVersionMajor=?,OriginalECXmlVersionMinor=? WHERE Name=?"
                        + " AND VersionDigit1=? AND VersionDigit2=? AND VersionDigit3=? AND OriginalECXmlVersionMajor IS NULL")) {
            for (String name : OF_SOME_FILES) {
                SchemaDef ours = ours(name);
                update.bindLong(1, ours.ecXml().major());
                update.bindLong(2, ours.ecXml().minor());
                update.bindText(3, name);
                update.bindLong(4, ours.version().read());
                update.bindLong(5, ours.version().write());
                update.bindLong(6, ours.version().minor());
                update.step();
                update.reset();
            }
        }
    }
}
