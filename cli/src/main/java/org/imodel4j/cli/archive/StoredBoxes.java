package org.imodel4j.cli.archive;

import org.imodel4j.id.Id64;
import org.imodel4j.imodel.WritableIModelDb;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache.Lease;
import org.jspecify.annotations.Nullable;

/**
 * Gives elements the boxes that they had. An insert computes them from the geometry, and other programs compute some of them more loosely than
 * this one.
 */
final class StoredBoxes {
    private static final String BOX_3D =
            "SELECT BBoxLow_X,BBoxLow_Y,BBoxLow_Z,BBoxHigh_X,BBoxHigh_Y,BBoxHigh_Z FROM bis_GeometricElement3d"
                    + " WHERE ElementId=?";
    private static final String BOX_2D =
            "SELECT BBoxLow_X,BBoxLow_Y,BBoxHigh_X,BBoxHigh_Y FROM bis_GeometricElement2d WHERE ElementId=?";

    private final WritableIModelDb db;

    StoredBoxes(WritableIModelDb db) {
        this.db = db;
    }

    /** @param props of an element that was just inserted */
    void restore(JsonObject props) {
        if (props.get("geom") == null) {
            return;
        }
        JsonObject placement = props.object("placement");
        JsonObject box = placement == null ? null : placement.object("bbox");
        if (placement != null && box != null) {
            if (!isStored(box, props)) {
                update(props, "placement", placement);
            }
        } else if (props.get("bbox") != null) {
            // A geometry part; there are few of them.
            update(props, "bbox", props.get("bbox"));
        }
    }

    private void update(JsonObject props, String member, @Nullable JsonValue value) {
        JsonObject.Builder change = JsonObject.builder();
        change.putIfPresent("id", props.get("id")).putIfPresent(member, value);
        db.edit().elements().update(change.build());
    }

    private boolean isStored(JsonObject box, JsonObject props) {
        JsonArray low = box.array("low");
        JsonArray high = box.array("high");
        if (low == null || high == null || low.size() != high.size()) {
            return true;
        }
        int dimensions = low.size();
        try (Lease lease = db.reader().statements().acquire(dimensions == 2 ? BOX_2D : BOX_3D)) {
            SqliteStatement row = lease.statement();
            row.bindLong(1, Id64.parseLenient(String.valueOf(props.text("id"))));
            if (!row.step()) {
                return true;
            }
            for (int i = 0; i < dimensions; i++) {
                if (differs(row, i, low.get(i)) || differs(row, dimensions + i, high.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    private static boolean differs(SqliteStatement row, int column, JsonValue value) {
        return value instanceof JsonValue.Number number && row.columnDouble(column) != number.value();
    }
}
