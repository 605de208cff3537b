package org.imodel4j.ecsql.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.imodel4j.ecsql.resolve.ECSqlFailure;
import org.imodel4j.id.Hex;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteStatement;

/**
 * A digest over the metadata of a file, equal to the reference's. It is SHA3-256 over, for each query, {@code S}, the length of its
 * text in bytes, a colon and the text; then {@code R} for each row; then for each column {@code N} for NULL, {@code I} or {@code F}
 * and eight bytes, or {@code T} or {@code B}, the length in bytes, a colon and the bytes. Row ids count: files are equal when they
 * were made by the same steps.
 */
final class Checksum {
    private static final List<String> SCHEMA_TABLES = List.of(
            "ec_Schema",
            "ec_SchemaReference",
            "ec_Class",
            "ec_ClassHasBaseClasses",
            "ec_Enumeration",
            "ec_KindOfQuantity",
            "ec_UnitSystem",
            "ec_Phenomenon",
            "ec_Unit",
            "ec_Format",
            "ec_FormatCompositeUnit",
            "ec_PropertyCategory",
            "ec_Property",
            "ec_RelationshipConstraint",
            "ec_RelationshipConstraintClass",
            "ec_CustomAttribute");
    private static final List<String> MAP_TABLES = List.of(
            "ec_PropertyPath", "ec_ClassMap", "ec_Table", "ec_Column", "ec_Index", "ec_IndexColumn", "ec_PropertyMap");
    private static final String SQLITE_SCHEMA =
            "select name||':'||iif(sql is null,'',sql) er from [main].sqlite_master order by er";

    private final MessageDigest digest;

    private Checksum(MessageDigest digest) {
        this.digest = digest;
    }

    static String of(SqliteDatabase database, String what) {
        List<String> queries = queries(database, what);
        Checksum checksum;
        try {
            checksum = new Checksum(MessageDigest.getInstance("SHA3-256"));
        } catch (NoSuchAlgorithmException e) {
            throw ECSqlFailure.of("This platform has no SHA3-256.");
        }
        queries.forEach(query -> checksum.addRows(database, query));
        return Hex.text(checksum.digest.digest());
    }

    /** The tables of one kind of checksum; none when it is over the SQL of the file itself. */
    static List<String> tables(String what) {
        return switch (what.toLowerCase(Locale.ROOT)) {
            case "ecdb_schema" -> SCHEMA_TABLES;
            case "ecdb_map" -> MAP_TABLES;
            case "sqlite_schema" -> List.of();
            default ->
                throw ECSqlFailure.of(
                        "Unable checksum val '" + what + "'. Valid values are ecdb_schema|ecdb_map|sqlite_schema");
        };
    }

    /** Every query but the last ends in a semicolon: the reference takes them from one text, and its semicolons count. */
    private static List<String> queries(SqliteDatabase database, String what) {
        List<String> tables = tables(what);
        if (tables.isEmpty()) {
            return List.of(SQLITE_SCHEMA);
        }
        List<String> queries = new ArrayList<>();
        for (String table : tables) {
            if (exists(database, table)) {
                queries.add("select * from [main].[" + table + "] order by [rowid];");
            }
        }
        int last = queries.size() - 1;
        if (last >= 0) {
            String query = queries.get(last);
            queries.set(last, query.substring(0, query.length() - 1));
        }
        return queries;
    }

    /** Files of older profiles lack some tables. */
    private static boolean exists(SqliteDatabase database, String table) {
        try (SqliteStatement found = database.prepare("SELECT 1 FROM main.sqlite_master WHERE name=?")) {
            found.bindText(1, table);
            return found.step();
        }
    }

    private void addRows(SqliteDatabase database, String query) {
        sized('S', query.getBytes(StandardCharsets.UTF_8));
        try (SqliteStatement rows = database.prepare(query)) {
            int columns = rows.columnCount();
            while (rows.step()) {
                digest.update((byte) 'R');
                for (int i = 0; i < columns; i++) {
                    addColumn(rows, i);
                }
            }
        }
    }

    private void addColumn(SqliteStatement row, int column) {
        switch (row.columnType(column)) {
            case SqliteStatement.INTEGER -> eight('I', row.columnLong(column));
            case SqliteStatement.REAL -> eight('F', Double.doubleToRawLongBits(row.columnDouble(column)));
            case SqliteStatement.TEXT -> {
                String text = row.columnText(column);
                sized('T', text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8));
            }
            case SqliteStatement.BLOB -> {
                byte[] bytes = row.columnBlob(column);
                sized('B', bytes == null ? new byte[0] : bytes);
            }
            default -> digest.update((byte) 'N');
        }
    }

    private void eight(char kind, long value) {
        digest.update(ByteBuffer.allocate(9).put((byte) kind).putLong(value).array());
    }

    private void sized(char kind, byte[] bytes) {
        digest.update((kind + Integer.toString(bytes.length) + ':').getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
