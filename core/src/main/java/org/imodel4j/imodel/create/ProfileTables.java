package org.imodel4j.imodel.create;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.sqlite.SqliteDatabase;

/**
 * The tables that the format demands, in the very text that SQLite keeps of them, because readers compare it. Each resource has one
 * statement a line.
 */
enum ProfileTables {
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

    void create(SqliteDatabase database) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                database.execute(line);
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
