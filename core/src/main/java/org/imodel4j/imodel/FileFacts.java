package org.imodel4j.imodel;

import java.util.HashMap;
import java.util.Map;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Guid;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteStatement;
import org.jspecify.annotations.Nullable;

/**
 * What is read of a file when it opens, in two statements: the properties that every file has, and its briefcase-local
 * values.
 *
 * @param isIModel it has a DgnDb profile, whether it was opened for it or not
 * @param extents the JSON of the project extents as stored; null when absent
 * @param units the JSON of origin and location as stored; null when absent
 * @param local the values of {@code be_Local}, names in lower case; numbers as text, blobs left out
 */
record FileFacts(
        ProfileVersions profiles,
        Guid dbGuid,
        Guid projectGuid,
        int briefcaseId,
        boolean isIModel,
        @Nullable String extents,
        @Nullable String units,
        Map<String, String> local) {
    private static final String PROPERTIES = "SELECT k.column1, p.StrData, p.RawSize, p.Data FROM (VALUES"
            + "('be','be_Db','SchemaVersion'),('ec','ec_Db','SchemaVersion'),('dgn','dgn_Db','SchemaVersion'),"
            + "('guid','be_Db','DbGuid'),('project','be_Db','ProjectGuid'),"
            + "('extents','dgn_Db','Extents'),('units','dgn_Db','Units')) k CROSS JOIN be_Prop p"
            + " ON p.Namespace=k.column2 AND p.Name=k.column3 AND p.Id=0 AND p.SubId=0";

    static FileFacts read(SqliteDatabase database, boolean asIModel) {
        Map<String, String> texts = new HashMap<>();
        Map<String, byte[]> blobs = new HashMap<>();
        try (SqliteStatement row = prepareProperties(database)) {
            while (row.step()) {
                String key = String.valueOf(row.columnText(0));
                String text = row.columnText(1);
                byte[] blob = row.columnType(3) == SqliteStatement.NULL ? null : bytes(row);
                if (text != null) {
                    texts.put(key, text);
                }
                if (blob != null) {
                    blobs.put(key, blob);
                }
            }
        }
        byte[] guid = blobs.get("guid");
        if (guid == null) {
            throw noProperties("The file has no GUID");
        }
        Map<String, String> local = new HashMap<>();
        int briefcaseId = readLocal(database, local);
        return new FileFacts(
                profiles(texts, asIModel),
                guidOf(guid),
                guidOf(blobs.getOrDefault("project", new byte[0])),
                briefcaseId,
                texts.containsKey("dgn"),
                texts.get("extents"),
                texts.get("units"),
                local);
    }

    private static byte @Nullable [] bytes(SqliteStatement row) {
        byte[] data = row.columnBlob(3);
        return data == null || row.columnType(2) == SqliteStatement.NULL
                ? data
                : PropertyBytes.inflate(data, row.columnLong(2));
    }

    private static SqliteStatement prepareProperties(SqliteDatabase database) {
        try {
            return database.prepare(PROPERTIES);
        } catch (IModelException e) {
            // The number tells a file that is damaged from one that simply has no such table.
            throw e.errorNumber() == Status.BE_SQLITE_ERROR.number() ? noProperties("The file is no iModel") : e;
        }
    }

    private static IModelException noProperties(String text) {
        return new IModelException(Status.BE_SQLITE_ERROR_NO_PROPERTY_TABLE, text);
    }

    private static ProfileVersions profiles(Map<String, String> texts, boolean asIModel) {
        return new ProfileVersions(version(texts, "be"), version(texts, "ec"), asIModel ? version(texts, "dgn") : null);
    }

    private static ProfileVersion version(Map<String, String> texts, String profile) {
        ProfileVersion version = ProfileVersion.tryParse(texts.get(profile));
        if (version == null) {
            throw new IModelException(
                            Status.BE_SQLITE_ERROR_INVALID_PROFILE_VERSION,
                            "The file does not tell its profile version")
                    .with("profile", profile);
        }
        return version;
    }

    /** Fewer bytes are filled with zeros and more are cut, as the reference does. */
    private static Guid guidOf(byte[] bytes) {
        return Guid.ofBytes(java.util.Arrays.copyOf(bytes, 16));
    }

    private static int readLocal(SqliteDatabase database, Map<String, String> local) {
        Integer briefcaseId = null;
        try (SqliteStatement row = database.prepare("SELECT lower(Name),Val FROM be_Local")) {
            while (row.step()) {
                String name = String.valueOf(row.columnText(0));
                if (name.equals("be_repositoryid")) {
                    briefcaseId = littleEndian(row.columnBlob(1));
                } else if (row.columnType(1) != SqliteStatement.BLOB) {
                    local.put(name, String.valueOf(row.columnText(1)));
                }
            }
        }
        if (briefcaseId == null) {
            throw new IModelException(Status.BE_SQLITE_ERROR, "The file does not tell its briefcase id");
        }
        return briefcaseId;
    }

    private static int littleEndian(byte @Nullable [] bytes) {
        int value = 0;
        for (int i = 0; bytes != null && i < Math.min(3, bytes.length); i++) {
            value |= (bytes[i] & 0xff) << 8 * i;
        }
        return value;
    }

    /** The index is only believed when it was written for the same changeset. */
    Changeset changeset() {
        String id = local.getOrDefault("parentchangesetid", "");
        if (id.isEmpty()) {
            return Changeset.NONE;
        }
        JsonObject parent = tryObject(local.get("parentchangeset"));
        JsonValue.Number index = parent != null && id.equals(parent.text("id")) ? parent.number("index") : null;
        return new Changeset(id, index == null ? null : (int) index.value());
    }

    IModelKind kind() {
        if (profiles.dgn() == null) {
            return IModelKind.ECDB;
        }
        if (briefcaseId != 0) {
            return IModelKind.BRIEFCASE;
        }
        return local.containsKey("standaloneedit") ? IModelKind.STANDALONE : IModelKind.SNAPSHOT;
    }

    /** An object, or null for anything else: the reference opens such files too and takes its defaults. */
    static @Nullable JsonObject tryObject(@Nullable String json) {
        return tryJson(json) instanceof JsonObject object ? object : null;
    }

    static @Nullable JsonValue tryJson(@Nullable String json) {
        if (json == null) {
            return null;
        }
        try {
            return Json.parse(json);
        } catch (IModelException e) {
            return null;
        }
    }
}
