package org.imodel4j.imodel.create;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteStatement;

/**
 * The tables that the format demands, in the very text that SQLite keeps of them, because readers compare it. Each resource has one
 * statement a line.
 */
public enum ProfileTables {
    /** Properties, local values and embedded files. */
    BE("be.sql"),
    /** Schemas and their mapping. */
    EC("ec.sql"),
    /** What iModels have beside EC data; the schema BisCore is mapped onto some of it. */
    DGN("dgn.sql"),
    /** What needs the tables of BisCore: the spatial index and the text index are kept up by triggers. */
    BIS("bis.sql");

    private final String resource;

    ProfileTables(String resource) {
        this.resource = resource;
    }

    private static final Pattern NAME = Pattern.compile("CREATE (?:UNIQUE |VIRTUAL )?(?:TABLE|INDEX|TRIGGER) (\\w+)");

    void create(SqliteDatabase database) {
        eachStatement(database::execute);
    }

    /** Makes those tables, indexes and triggers of which the file has none by their name. */
    public void createMissing(SqliteDatabase database) {
        try (SqliteStatement known = database.prepare("SELECT 1 FROM sqlite_master WHERE name=? COLLATE NOCASE")) {
            eachStatement(sql -> {
                Matcher name = NAME.matcher(sql);
                known.bindText(1, name.lookingAt() ? name.group(1) : "");
                boolean isThere = known.step();
                known.reset();
                if (!isThere) {
                    database.execute(sql);
                }
            });
        }
    }

    private void eachStatement(Consumer<String> work) {
        for (String line : ProgramPart.text(resource).split("\\R")) {
            work.accept(line);
        }
    }
}
