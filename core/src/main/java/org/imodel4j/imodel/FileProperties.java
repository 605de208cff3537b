package org.imodel4j.imodel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.imodel4j.error.IModelException;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache;
import org.jspecify.annotations.Nullable;

/**
 * The named values that a file keeps outside of its EC model ({@code be_Prop}). A property can have a text, bytes or both.
 * Those of an open iModel are safe for use by several threads, those of a writer are used by its owner.
 */
public final class FileProperties {
    private static final String SELECT = "FROM be_Prop WHERE Namespace=? AND Name=? AND Id=? AND SubId=?";

    private final StatementSource file;

    FileProperties(StatementSource file) {
        this.file = file;
    }

    /** The text of a property; null when there is no such property or it has none. */
    public @Nullable String tryText(FileProperty property) {
        return this.<@Nullable String>find("SELECT StrData " + SELECT, property, row -> row.columnText(0));
    }

    /**
     * The bytes of a property, decompressed; null when there is no such property or it has none.
     *
     * @throws IModelException BE_SQLITE_CORRUPT when compressed bytes are damaged
     */
    public byte @Nullable [] tryBytes(FileProperty property) {
        return this.<byte @Nullable []>find("SELECT RawSize,Data " + SELECT, property, PropertyBytes::read);
    }

    /** The names of all properties, in the order of their parts. */
    public List<FileProperty> all() {
        return file.statements(statements -> {
            List<FileProperty> all = new ArrayList<>();
            try (StatementCache.Lease lease =
                    statements.acquire("SELECT Namespace,Name,Id,SubId FROM be_Prop ORDER BY 1,2,3,4")) {
                SqliteStatement row = lease.statement();
                while (row.step()) {
                    String namespace = row.columnText(0);
                    String name = row.columnText(1);
                    if (namespace != null && name != null) {
                        all.add(new FileProperty(namespace, name, row.columnLong(2), row.columnLong(3)));
                    }
                }
            }
            return all;
        });
    }

    /** One more than the highest id in use under that name; 0 when there is none. */
    public long nextId(String namespace, String name) {
        return file.statements(statements -> {
            try (StatementCache.Lease lease =
                    statements.acquire("SELECT max(Id) FROM be_Prop WHERE Namespace=? AND Name=?")) {
                lease.statement().bindText(1, namespace);
                lease.statement().bindText(2, name);
                lease.statement().step();
                SqliteStatement row = lease.statement();
                return row.columnType(0) == SqliteStatement.NULL ? 0L : row.columnLong(0) + 1;
            }
        });
    }

    private <T extends @Nullable Object> @Nullable T find(
            String sql, FileProperty property, Function<SqliteStatement, T> value) {
        return file.statements(statements -> {
            try (StatementCache.Lease lease = statements.acquire(sql)) {
                SqliteStatement row = lease.statement();
                bind(property, row);
                return row.step() ? value.apply(row) : null;
            }
        });
    }

    /** Binds the first four parameters. */
    static void bind(FileProperty property, SqliteStatement statement) {
        statement.bindText(1, property.namespace());
        statement.bindText(2, property.name());
        statement.bindLong(3, property.id());
        statement.bindLong(4, property.subId());
    }
}
