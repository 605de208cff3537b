package org.imodel4j.imodel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.imodel4j.ec.map.FileRules;
import org.imodel4j.ec.map.ImportRules;
import org.imodel4j.ec.map.SchemaChanges;
import org.imodel4j.ec.map.SchemaImport;
import org.imodel4j.ec.map.UpgradeRules;
import org.imodel4j.ec.map.VersionPick;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaKey;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.schema.StoredSchemas;
import org.imodel4j.ec.xml.LoadedSchemas;
import org.imodel4j.ec.xml.SchemaInput;
import org.imodel4j.ec.xml.SchemaLimits;
import org.imodel4j.ec.xml.SchemaLoader;
import org.imodel4j.ec.xml.SchemaSource;
import org.imodel4j.imodel.ImportedSchemas.NewColumn;
import org.imodel4j.imodel.ImportedSchemas.NewTable;
import org.imodel4j.imodel.create.SystemSchemas;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteStatement;

/** Takes schemas from their documents into a file: reads, picks, checks and writes them. Within the caller's transaction. */
final class SchemaImporter {
    private final SqliteDatabase database;
    private final FileRules rules;

    SchemaImporter(SqliteDatabase database, FileRules rules) {
        this.database = database;
        this.rules = rules;
    }

    /** @param folders where schemas are looked for that are referred to and neither in the file nor part of the program */
    ImportedSchemas run(List<SchemaInput> inputs, List<Path> folders) {
        try (StoredSchemas stored = new StoredSchemas(database)) {
            LoadedSchemas loaded = load(inputs, folders, stored);
            VersionPick pick = VersionPick.of(rules, loaded, stored::tryRead);
            SchemaSet before = before(pick, stored);
            List<SchemaDef> wanted = check(pick, before);
            if (wanted.isEmpty()) {
                return new ImportedSchemas(List.of(), List.of(), List.of(), List.of());
            }
            Counts counts = Counts.of(database);
            List<SchemaDef> written = SchemaImport.write(database, before, pick.schemas(), wanted);
            return counts.report(database, written.stream().map(SchemaDef::key).collect(Collectors.toList()));
        }
    }

    /** Answers those that differ from what is stored. */
    private List<SchemaDef> check(VersionPick pick, SchemaSet before) {
        ImportRules.check(pick.schemas(), pick.wanted());
        SchemaSet after = after(pick, before);
        List<SchemaDef> wanted = new ArrayList<>();
        for (SchemaDef schema : pick.wanted()) {
            SchemaDef old = before.trySchema(schema.name());
            SchemaChanges changes = old == null ? null : SchemaChanges.between(rules, old, schema);
            if (changes != null) {
                UpgradeRules.check(before, after, changes);
            }
            if (changes == null || !changes.isEmpty()) {
                wanted.add(schema);
            }
        }
        return wanted;
    }

    private static LoadedSchemas load(List<SchemaInput> inputs, List<Path> folders, StoredSchemas stored) {
        return new SchemaLoader(
                        List.of(
                                new SchemaSource.Stored("the file itself", stored::tryRead),
                                new SchemaSource.Stored("the schemas of the program", SystemSchemas::trySchema),
                                new SchemaSource.Folders(folders)),
                        SchemaLimits.USUAL)
                .load(inputs);
    }

    /** All schemas of the file as they are; nothing needs to be read when all that come are new. */
    private static SchemaSet before(VersionPick pick, StoredSchemas stored) {
        boolean changes = pick.wanted().stream().anyMatch(schema -> stored.tryRead(schema.name()) != null);
        return changes ? stored.readAll() : new SchemaSet(List.of());
    }

    /** All schemas of the file as they will be. */
    private static SchemaSet after(VersionPick pick, SchemaSet before) {
        List<SchemaDef> all = new ArrayList<>(pick.schemas().schemas());
        before.schemas().stream()
                .filter(schema -> pick.schemas().trySchema(schema.name()) == null)
                .forEach(all::add);
        return new SchemaSet(all);
    }

    /** The highest ids before the import; what is above them afterwards is new. */
    private record Counts(long tables, long columns, long indexes) {
        static Counts of(SqliteDatabase database) {
            return new Counts(last(database, "ec_Table"), last(database, "ec_Column"), last(database, "ec_Index"));
        }

        private static long last(SqliteDatabase database, String table) {
            List<Long> last =
                    rows(database, "SELECT max(Id) FROM " + table + " WHERE Id>?", -1, row -> row.columnLong(0));
            return last.isEmpty() ? 0 : last.get(0);
        }

        ImportedSchemas report(SqliteDatabase database, List<SchemaKey> schemas) {
            return new ImportedSchemas(
                    schemas,
                    rows(
                            database,
                            "SELECT Name,Type FROM ec_Table WHERE Id>? ORDER BY Id",
                            tables,
                            row -> new NewTable(text(row, 0), row.columnLong(1) == 4)),
                    rows(
                            database,
                            "SELECT t.Name,c.Name,c.IsVirtual OR t.Type=4 FROM ec_Column c JOIN ec_Table t ON t.Id=c.TableId WHERE c.Id>?"
                                    + " ORDER BY c.Id",
                            columns,
                            row -> new NewColumn(text(row, 0), text(row, 1), row.columnLong(2) != 0)),
                    rows(database, "SELECT Name FROM ec_Index WHERE Id>? ORDER BY Id", indexes, row -> text(row, 0)));
        }

        private static <T> List<T> rows(
                SqliteDatabase database, String sql, long after, Function<SqliteStatement, T> reader) {
            try (SqliteStatement statement = database.prepare(sql)) {
                statement.bindLong(1, after);
                List<T> rows = new ArrayList<>();
                while (statement.step()) {
                    rows.add(reader.apply(statement));
                }
                return rows;
            }
        }

        private static String text(SqliteStatement row, int column) {
            return String.valueOf(row.columnText(column));
        }
    }
}
