package org.imodel4j.ecsql.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import org.imodel4j.ecsql.resolve.ECSqlFailure;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteStatement;

/**
 * A digest over the metadata of a file: equal for files with equal schemas or mappings. Which rows take part and how they are
 * spelled is ours; the reference's digest of the same file is another one.
 */
final class Checksum {
    private Checksum() {}

    /** The queries whose rows are digested. */
    static List<String> tables(String what) {
        return switch (what.toLowerCase(Locale.ROOT)) {
            case "ecdb_schema" ->
                List.of(
                        "SELECT * FROM ec_Schema ORDER BY Name",
                        "SELECT * FROM ec_Class ORDER BY SchemaId,Name",
                        "SELECT * FROM ec_Property ORDER BY ClassId,Name",
                        "SELECT * FROM ec_Enumeration ORDER BY SchemaId,Name",
                        "SELECT * FROM ec_CustomAttribute ORDER BY ContainerType,ContainerId,Ordinal");
            case "ecdb_map" ->
                List.of(
                        "SELECT * FROM ec_ClassMap ORDER BY ClassId",
                        "SELECT * FROM ec_Table ORDER BY Name",
                        "SELECT * FROM ec_Column ORDER BY TableId,Name",
                        "SELECT * FROM ec_PropertyMap ORDER BY ClassId,PropertyPathId,ColumnId");
            case "sqlite_schema" -> List.of("SELECT type,name,tbl_name,sql FROM sqlite_master ORDER BY type,name");
            default ->
                throw ECSqlFailure.of(
                        "Unable checksum val '" + what + "'. Valid values are ecdb_schema|ecdb_map|sqlite_schema");
        };
    }

    static String of(SqliteDatabase database, String what) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA3-256");
        } catch (NoSuchAlgorithmException e) {
            throw ECSqlFailure.of("This platform has no SHA3-256.");
        }
        for (String sql : tables(what)) {
            try (SqliteStatement rows = database.prepare(sql)) {
                while (rows.step()) {
                    for (int i = 0; i < rows.columnCount(); i++) {
                        String text = rows.columnText(i);
                        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
                        digest.update(ByteBuffer.allocate(8)
                                .putInt(rows.columnType(i))
                                .putInt(bytes.length)
                                .array());
                        digest.update(bytes);
                    }
                }
            }
        }
        StringBuilder hex = new StringBuilder();
        for (byte each : digest.digest()) {
            hex.append(Character.forDigit(each >> 4 & 15, 16)).append(Character.forDigit(each & 15, 16));
        }
        return hex.toString();
    }
}
