package org.imodel4j.bis.write;

import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache.Lease;

/** Inserts code specs. Used by the owner of the file. */
public final class CodeSpecEdits {
    private static final String INSERT = "INSERT INTO bis_CodeSpec(Id,Name,JsonProperties) VALUES(?,?,?)";

    private final EditContext context;

    CodeSpecEdits(EditContext context) {
        this.context = context;
    }

    /**
     * Inserts a code spec.
     *
     * @param name without blanks at both ends; unique without regard to case
     * @param properties such as {@code {"scopeSpec": {"type": 1}}}
     * @return its id, one above the highest
     * @throws IModelException DuplicateName when there is one of that name
     */
    public long insert(String name, JsonObject properties) {
        return insert(0, name, properties);
    }

    /**
     * As {@link #insert(String, JsonObject)} with an id of the caller's choice; 0 for none.
     *
     * @throws IModelException also IdExists when the id is in use
     */
    public long insert(long id, String name, JsonObject properties) {
        context.transaction().begin();
        String trimmed = ElementCode.trimmed(StoredText.of(name));
        if (exists("SELECT 1 FROM bis_CodeSpec WHERE Name=? COLLATE NOCASE", trimmed)) {
            throw new IModelException(Status.DUPLICATE_NAME, "CodeSpec already exists").with("name", trimmed);
        }
        if (id != 0 && context.number("SELECT Id FROM bis_CodeSpec WHERE Id=?", id) != 0) {
            throw Refusal.of(Status.ID_EXISTS, "Another code spec has the id", id);
        }
        long used = id == 0 ? highest() + 1 : id;
        try (Lease lease = context.statements().acquire(INSERT)) {
            SqliteStatement row = lease.statement();
            row.bindLong(1, used);
            row.bindText(2, trimmed);
            row.bindText(3, Json.write(properties));
            row.step();
        }
        return used;
    }

    private boolean exists(String sql, String name) {
        try (Lease lease = context.statements().acquire(sql)) {
            lease.statement().bindText(1, name);
            return lease.statement().step();
        }
    }

    private long highest() {
        try (Lease lease = context.statements().acquire("SELECT max(Id) FROM bis_CodeSpec")) {
            return lease.statement().step() ? lease.statement().columnLong(0) : 0;
        }
    }
}
