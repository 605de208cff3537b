package org.imodel4j.bis.write;

import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/**
 * A navigation property from {@code {id, relClassName}}. The class may be written with a dot or a colon; where it is
 * missing, none is stored.
 *
 * @param relationship the column of the relationship class; {@link ClassTables#NONE} where the property's own is the only one
 */
record NavigationSetter(ECSchemas schemas, int id, int relationship) implements ValueSetter {
    @Override
    public boolean set(JsonValue value, ValueRow row) {
        if (value instanceof JsonValue.Null) {
            put(0, 0, row);
            return true;
        }
        if (!(value instanceof JsonObject object) || object.get("id") == null) {
            return false;
        }
        long target = JsonMember.id(object.get("id"));
        JsonValue name = object.get("relClassName");
        if (target == 0 || JsonMember.isNull(name)) {
            put(target, 0, row);
            return true;
        }
        ECClass named = name instanceof JsonValue.Text text ? schemas.tryClass(text.value()) : null;
        if (named == null) {
            return false;
        }
        put(target, named.id(), row);
        return true;
    }

    private void put(long target, long classId, ValueRow row) {
        if (target == 0) {
            row.setNull(id);
        } else {
            row.setLong(id, target);
        }
        if (relationship >= 0) {
            if (classId == 0) {
                row.setNull(relationship);
            } else {
                row.setLong(relationship, classId);
            }
        }
    }
}
