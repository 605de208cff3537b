package org.imodel4j.bis;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache.Lease;
import org.jspecify.annotations.Nullable;

/** The code specs of one iModel. Safe for use by several threads. */
public final class CodeSpecs {
    private static final String SELECT = "SELECT Id,Name,JsonProperties FROM bis_CodeSpec";

    private final ConnectionSource source;

    public CodeSpecs(ConnectionSource source) {
        this.source = source;
    }

    /** One code spec; its JSON properties say how far codes are unique. */
    public record CodeSpec(long id, String name, JsonObject jsonProperties) {
        /** {@code {id, name, jsonProperties}}. */
        public JsonObject toJson() {
            return JsonObject.builder()
                    .put("id", Id64.toHex(id))
                    .put("name", name)
                    .put("jsonProperties", jsonProperties)
                    .build();
        }
    }

    /** All of them by id. */
    public List<CodeSpec> all() {
        return read(SELECT + " ORDER BY Id", null);
    }

    public @Nullable CodeSpec tryGet(long id) {
        return only(read(SELECT + " WHERE Id=?1", id));
    }

    /** By the exact name. */
    public @Nullable CodeSpec tryGet(String name) {
        return only(read(SELECT + " WHERE Name=?1", name));
    }

    /**
     * By the exact name.
     *
     * @throws IModelException NotFound when there is none
     */
    public CodeSpec get(String name) {
        CodeSpec found = tryGet(name);
        if (found == null) {
            throw new IModelException(Status.NOT_FOUND, "CodeSpec not found").with("name", name);
        }
        return found;
    }

    private static @Nullable CodeSpec only(List<CodeSpec> found) {
        return found.isEmpty() ? null : found.get(0);
    }

    private List<CodeSpec> read(String sql, @Nullable Object argument) {
        return source.read(connection -> {
            List<CodeSpec> specs = new ArrayList<>();
            try (Lease lease = connection.statements().acquire(sql)) {
                SqliteStatement row = lease.statement();
                if (argument instanceof Long id) {
                    row.bindLong(1, id);
                } else if (argument instanceof String name) {
                    row.bindText(1, name);
                }
                while (row.step()) {
                    String name = row.columnText(1);
                    specs.add(new CodeSpec(row.columnLong(0), name == null ? "" : name, properties(row)));
                }
            }
            return List.copyOf(specs);
        });
    }

    private static JsonObject properties(SqliteStatement row) {
        byte[] text = row.columnBlob(2);
        JsonValue value = text == null ? null : JsonText.tryParse(text);
        return value instanceof JsonObject object ? object : JsonObject.EMPTY;
    }
}
