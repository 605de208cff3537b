package org.imodel4j.imodel.create;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
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
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                work.accept(line);
            }
        } catch (IOException e) {
            throw missing(resource, e);
        }
    }

    private InputStream open() {
        InputStream stream = ProfileTables.class.getResourceAsStream(resource);
        if (stream == null) {
            throw missing(resource, null);
        }
        return stream;
    }

    static IModelException missing(String resource, @org.jspecify.annotations.Nullable Throwable cause) {
        return new IModelException(Status.FILE_NOT_FOUND, "A part of the program is missing", cause)
                .with("resource", resource);
    }
}
