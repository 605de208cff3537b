package org.imodel4j.cli.archive;

import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.imodel4j.bis.CodeSpecs.CodeSpec;
import org.imodel4j.bis.ElementKey;
import org.imodel4j.bis.ElementOptions;
import org.imodel4j.bis.write.Edits;
import org.imodel4j.ec.ECClass;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Guid;
import org.imodel4j.id.Id64;
import org.imodel4j.imodel.FileProperty;
import org.imodel4j.imodel.FontType;
import org.imodel4j.imodel.WritableIModelDb;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache.Lease;
import org.jspecify.annotations.Nullable;

/** Puts the lines of an archive into a new iModel, in one transaction. */
final class LineInserter {
    /** Clears a GUID. */
    private static final String NO_GUID = "";

    /** Without an appearance they get one that is not what reads as none. */
    private static final String SUB_CATEGORY = "BisCore:SubCategory";

    private final WritableIModelDb db;
    private final Edits edits;

    /** Ids of code specs that the iModel had already, by those of the archive; only where they differ. */
    private final Map<String, String> codeSpecs = new HashMap<>();

    private final Map<Long, @Nullable Guid> geometryGuids = new LinkedHashMap<>();

    private boolean hasITwin;

    LineInserter(WritableIModelDb db) {
        this.db = db;
        this.edits = db.edit();
        // Properties may name elements that come later; all of them are there when the transaction ends.
        db.reader().database().execute("PRAGMA defer_foreign_keys=ON");
    }

    void insert(ArchiveLine line) {
        JsonObject props = line.props();
        switch (line.kind()) {
            case IMODEL -> throw new IModelException(Status.BAD_ARG, "An archive has one line of the kind iModel");
            case CODE_SPEC -> codeSpec(props);
            case FONT -> font(props);
            case ELEMENT -> element(props);
            case MODEL -> model(props);
            case ASPECT -> edits.aspects().insert(props, true);
            case RELATIONSHIP -> edits.relationships().insert(props, true);
            case FILE_PROPERTY -> fileProperty(props);
        }
    }

    private void codeSpec(JsonObject props) {
        String name = text(props, "name");
        long id = Id64.parseLenient(text(props, "id"));
        CodeSpec known = db.codeSpecs().tryGet(name);
        JsonObject json = props.object("jsonProperties");
        long used =
                known != null ? known.id() : edits.codeSpecs().insert(id, name, json == null ? JsonObject.EMPTY : json);
        if (used != id) {
            codeSpecs.put(Id64.toHex(id), Id64.toHex(used));
        }
    }

    private void font(JsonObject props) {
        FontType type = FontType.ofNumber((int) number(props, "type"));
        long id = db.fontWriter().acquireId(type, text(props, "name"));
        if (id != number(props, "id")) {
            throw new IModelException(Status.BAD_ARG, "The fonts of an archive have the numbers from 1 on");
        }
    }

    private void element(JsonObject props) {
        boolean whole = props.get("classFullName") != null;
        JsonObject.Builder used = JsonObject.builder();
        props.members().forEach((name, value) -> {
            if (name.equals("code") && value instanceof JsonObject code) {
                used.put(name, code(code));
            } else if (!(name.equals("placement") && isNothing(value, props))) {
                used.put(name, value);
            }
        });
        if (whole && props.get("federationGuid") == null) {
            used.put("federationGuid", NO_GUID);
        }
        if (SUB_CATEGORY.equals(props.text("classFullName")) && props.get("appearance") == null) {
            used.put("appearance", JsonObject.EMPTY);
        }
        JsonObject element = used.build();
        JsonObject present =
                db.elements().tryGet(ElementKey.of(Id64.parseLenient(text(props, "id"))), ElementOptions.DEFAULT);
        if (present == null) {
            edits.elements().insert(element, true);
        } else {
            edits.elements().update(whatDiffers(element, present));
        }
    }

    /** Only that: a member that is no value in the archive may read like an empty one. */
    private static JsonObject whatDiffers(JsonObject wanted, JsonObject present) {
        JsonObject.Builder other = JsonObject.builder().putIfPresent("id", wanted.get("id"));
        wanted.members().forEach((name, value) -> {
            if (!value.equals(present.get(name))) {
                other.put(name, value);
            }
        });
        return other.build();
    }

    private JsonObject code(JsonObject code) {
        String spec = code.text("spec");
        String other = spec == null ? null : codeSpecs.get(spec);
        if (other == null) {
            return code;
        }
        JsonObject.Builder renumbered = JsonObject.builder();
        code.members().forEach(renumbered::put);
        return renumbered.put("spec", other).build();
    }

    /** An element that lies nowhere reads as if it lay at the origin, but has no box. */
    private static boolean isNothing(JsonValue placement, JsonObject element) {
        return element.get("geom") == null
                && placement instanceof JsonObject given
                && given.get("bbox") == null
                && given.get("origin") instanceof JsonArray origin
                && origin.items().stream()
                        .allMatch(item -> item instanceof JsonValue.Number number && number.value() == 0);
    }

    private void model(JsonObject props) {
        long id = Id64.parseLenient(text(props, "id"));
        if (!exists("SELECT 1 FROM bis_Model WHERE Id=?", id)) {
            edits.models().insert(props);
        } else if (props.get("jsonProperties") != null) {
            edits.models().update(props);
        }
        ECClass ecClass = db.schemas().tryClass(text(props, "classFullName"));
        if (ecClass != null && ecClass.tryProperty("GeometryGuid") != null) {
            String guid = props.text("geometryGuid");
            geometryGuids.put(id, guid == null ? null : Guid.parse(guid));
        }
    }

    private boolean exists(String sql, long id) {
        try (Lease lease = db.reader().statements().acquire(sql)) {
            SqliteStatement row = lease.statement();
            row.bindLong(1, id);
            return row.step();
        }
    }

    private void fileProperty(JsonObject props) {
        FileProperty property = new FileProperty(
                text(props, "namespace"), text(props, "name"), number(props, "id"), number(props, "subId"));
        hasITwin |= property.equals(Archive.ITWIN);
        if (Archive.belongsToIModel(property)) {
            String base64 = props.text("base64");
            db.fileProperties().save(property, props.text("text"), base64 == null ? null : bytes(base64));
        }
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IModelException(Status.BAD_ARG, "The bytes of the property are no base64", e);
        }
    }

    private static String text(JsonObject props, String name) {
        String text = props.text(name);
        if (text == null) {
            throw new IModelException(Status.BAD_ARG, "A line of an archive lacks a member").with("member", name);
        }
        return text;
    }

    private static long number(JsonObject props, String name) {
        JsonValue.Number number = props.number(name);
        return number == null ? 0 : number.exact();
    }

    /** Makes everything permanent. Models get the GUIDs of their geometry last: each change of an element before takes its effect away. */
    void save() {
        if (!hasITwin) {
            db.fileProperties().delete(Archive.ITWIN);
        }
        geometryGuids.forEach(edits.models()::setGeometryGuid);
        db.saveChanges();
    }
}
