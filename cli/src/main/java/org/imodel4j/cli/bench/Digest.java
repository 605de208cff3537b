package org.imodel4j.cli.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.RowFormat;
import org.imodel4j.ecsql.run.RowOptions;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.imodel.SnapshotDb;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonWriter;

/**
 * SHA-256 of the rows of a scan or query workload, sorted and joined by line feeds, so that two backends can be compared
 * without regard to the order of rows.
 */
final class Digest {
    private Digest() {}

    static JsonObject of(String workload, Settings settings) {
        String[] parts = workload.split("\\.");
        String ecsql = parts.length < 3 ? null : Queries.BY_NAME.get(parts[1]);
        if (ecsql == null) {
            throw new IModelException(Status.BAD_ARG, "Workload has no rows to hash").with("workload", workload);
        }
        List<String> rows;
        try (SnapshotDb db = SnapshotDb.open(settings.file(parts[parts.length - 1]))) {
            rows = db.read(connection -> rows(connection.query(ecsql)));
        }
        JsonObject.Builder line = JsonObject.builder().put("workload", workload).put("rows", rows.size());
        String first = rows.isEmpty() ? "null" : rows.get(0);
        Collections.sort(rows);
        return line.put("sha256", hash(rows)).put("first", Json.parse(first)).build();
    }

    private static List<String> rows(ECSqlCursor cursor) {
        List<String> rows = new ArrayList<>();
        JsonWriter json = new JsonWriter();
        try (cursor) {
            while (cursor.step()) {
                json.reset();
                cursor.writeRowObject(json, RowFormat.JS, RowOptions.DEFAULT);
                rows.add(new String(json.bytes(), StandardCharsets.UTF_8));
            }
        }
        return rows;
    }

    private static String hash(List<String> rows) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            boolean first = true;
            for (String row : rows) {
                if (!first) {
                    sha.update((byte) '\n');
                }
                first = false;
                sha.update(row.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
