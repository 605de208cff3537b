package org.imodel4j.imodel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imodel4j.ec.map.FileRules;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.imodel.create.ProfileTables;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteStatement;

/**
 * The steps of the profile of the {@code ec_*} tables, from 4.0.0.0 on. Those after 4.0.0.2 consist of newer schemas, which are imported
 * afterwards.
 */
final class ECProfileUpgrade {
    private static final ProfileVersion FEWER_SEQUENCES = new ProfileVersion(4, 0, 0, 1);
    private static final ProfileVersion UNITS = new ProfileVersion(4, 0, 0, 2);
    private static final Pattern STRATEGY = Pattern.compile("<MapStrategy>.*</MapStrategy>", Pattern.DOTALL);

    private final SqliteDatabase database;
    private final FileRules rules;

    ECProfileUpgrade(SqliteDatabase database, FileRules rules) {
        this.database = database;
        this.rules = rules;
    }

    void run(ProfileVersion from) {
        if (from.compareTo(FEWER_SEQUENCES) < 0) {
            // The ids of ec_* rows count from the highest one since then.
            database.execute("DELETE FROM be_Local WHERE Name LIKE 'ec\\_%sequence' ESCAPE '\\'"
                    + " AND Name<>'ec_instanceidsequence' COLLATE NOCASE");
        }
        if (from.compareTo(UNITS) < 0) {
            addColumn("OriginalECXmlVersionMajor");
            addColumn("OriginalECXmlVersionMinor");
            ProfileTables.EC.createMissing(database);
            repairBaseClassMap();
            new OldSchemaItems(database, rules).convert();
        }
    }

    private void addColumn(String name) {
        try (SqliteStatement known = database.prepare("SELECT 1 FROM pragma_table_info('ec_Schema') WHERE name=?")) {
            known.bindText(1, name);
            if (known.step()) {
                return;
            }
        }
        database.execute("ALTER TABLE ec_Schema ADD COLUMN " + name + " INTEGER");
    }

    /** One class of ECDbMeta said in a wrong form that it is mapped to an existing table. */
    private void repairBaseClassMap() {
        List<Long> ids = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        try (SqliteStatement row = database.prepare(
                "SELECT a.Id,a.Instance FROM ec_CustomAttribute a"
                        + " JOIN ec_Class ac ON ac.Id=a.ClassId JOIN ec_Schema s ON s.Id=ac.SchemaId"
                        + " JOIN ec_Class c ON c.Id=a.ContainerId JOIN ec_Schema cs ON cs.Id=c.SchemaId"
                        + " WHERE s.Name='ECDbMap' AND ac.Name='ClassMap' AND cs.Name='ECDbMeta' AND c.Name='ClassHasAllBaseClasses'")) {
            while (row.step()) {
                ids.add(row.columnLong(0));
                texts.add(String.valueOf(row.columnText(1)));
            }
        }
        if (ids.isEmpty()) {
            throw new IModelException(
                    Status.BE_SQLITE_ERROR_PROFILE_UPGRADE_FAILED,
                    "The schema ECDbMeta of the file does not say how base classes are stored");
        }
        try (SqliteStatement update = database.prepare("UPDATE ec_CustomAttribute SET Instance=? WHERE Id=?")) {
            for (int i = 0; i < ids.size(); i++) {
                update.bindText(
                        1,
                        STRATEGY.matcher(texts.get(i))
                                .replaceFirst(Matcher.quoteReplacement("<MapStrategy>ExistingTable</MapStrategy>")));
                update.bindLong(2, ids.get(i));
                update.step();
                update.reset();
            }
        }
    }
}
