package org.imodel4j.bis.write;

import org.imodel4j.ec.ECClass;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache.Lease;
import org.jspecify.annotations.Nullable;

/**
 * Category, placement, geometry and type definition of elements in the plane and in space.
 *
 * <p>With geometry the box comes from the geometry, whatever the placement says, but for copies of elements; without it, from the placement, where it
 * is zero when missing.
 * An element whose box is none has no placement at all.
 */
final class GeometricColumns {
    private final int dimensions;
    private final int category;
    private final int stream;
    private final int type;
    private final int typeRelationship;
    private final String[] angleNames;

    /** Origin, angles, low and high corner. */
    private final int[] placement;

    private final String present;
    private final String categoryQuery;

    /** @param angleNames of the properties, and with a small first letter of the members of JSON */
    GeometricColumns(ClassTables tables, String[] axes, String[] angleNames) {
        this.dimensions = axes.length;
        this.category = tables.column("Category.Id");
        this.stream = tables.column("GeometryStream");
        this.type = tables.column("TypeDefinition.Id");
        this.typeRelationship = tables.column("TypeDefinition.RelECClassId");
        this.angleNames = new String[angleNames.length];
        this.placement = new int[3 * dimensions + angleNames.length];
        int at = fill(tables, "Origin.", axes, 0);
        for (int i = 0; i < angleNames.length; i++) {
            this.angleNames[i] = angleNames[i].toLowerCase(java.util.Locale.ROOT);
        }
        at = fill(tables, "", angleNames, at);
        at = fill(tables, "BBoxLow.", axes, at);
        fill(tables, "BBoxHigh.", axes, at);
        this.present = tables.select(placement, stream);
        this.categoryQuery = tables.selectText(category);
    }

    private int fill(ClassTables tables, String prefix, String[] names, int from) {
        int at = from;
        for (String name : names) {
            placement[at++] = tables.column(prefix + name);
        }
        return at;
    }

    void take(JsonObject props, ElementDraft draft, EditContext context) {
        JsonValue given = props.get("category");
        if (!JsonMember.isNull(given)) {
            setCategory(JsonMember.id(given), draft);
        }
        JsonValue definition = props.get("typeDefinition");
        if (definition != null) {
            setType(definition, draft.row, context);
        }
        boolean binary = props.get("geomBinary") != null;
        boolean described =
                !JsonMember.isNull(props.get("geom")) || !JsonMember.isNull(props.get("elementGeometryBuilderParams"));
        if (binary || described) {
            draft.geometry = GeometryProps.read(props, dimensions == 2, draft, context);
        }
        JsonValue place = props.get("placement");
        if (JsonMember.isNull(place) && draft.geometry == null) {
            return;
        }
        if (draft.geometry != null && draft.geometry.isEmpty()) {
            clear(draft);
            return;
        }
        PlacementDraft placed = draft.insert ? nowhere() : present(draft.id, context);
        if (place != null && !JsonMember.isNull(place)) {
            placed.place(place, angleNames);
            JsonValue bbox = place instanceof JsonObject object ? object.get("bbox") : null;
            if (draft.geometry != null) {
                draft.geometry = draft.geometry.withBoxOf(bbox, draft.idGiven);
            }
            if (binary || !described || draft.geometry != null && draft.geometry.box() == null) {
                placed.takeBox(bbox);
            }
        }
        put(placed, draft);
    }

    /** The query for the category of an element. */
    String categoryQuery() {
        return categoryQuery;
    }

    int dimensions() {
        return dimensions;
    }

    private void clear(ElementDraft draft) {
        draft.row.setNull(stream);
        for (int column : placement) {
            draft.row.setNull(column);
        }
    }

    PlacementDraft nowhere() {
        return new PlacementDraft(dimensions, angleNames.length);
    }

    private PlacementDraft present(long id, EditContext context) {
        PlacementDraft placed = nowhere();
        try (Lease lease = context.statements().acquire(present)) {
            SqliteStatement row = lease.statement();
            row.bindLong(1, id);
            if (row.step()) {
                placed.hasGeometry = row.columnType(placement.length) != SqliteStatement.NULL;
                if (row.columnType(0) != SqliteStatement.NULL) {
                    int at = read(row, placed.origin, 0);
                    at = read(row, placed.angles, at);
                    at = read(row, placed.low, at);
                    read(row, placed.high, at);
                }
            }
        }
        return placed;
    }

    private static int read(SqliteStatement row, double[] to, int from) {
        for (int i = 0; i < to.length; i++) {
            to[i] = row.columnDouble(from + i);
        }
        return from + to.length;
    }

    void setCategory(long id, ElementDraft draft) {
        draft.categoryGiven = true;
        draft.category = id;
    }

    private void setType(JsonValue given, ValueRow row, EditContext context) {
        JsonObject object = given instanceof JsonObject related ? related : JsonObject.EMPTY;
        long id = JsonMember.id(object.get("id"));
        String name = object.text("relClassName");
        ECClass relationship =
                id == 0 || name == null ? null : context.schemas().tryClass(name);
        setType(id, relationship == null ? 0 : relationship.id(), row);
    }

    void setType(long id, long relationshipClassId, ValueRow row) {
        set(type, id, row);
        if (typeRelationship >= 0) {
            set(typeRelationship, id == 0 ? 0 : relationshipClassId, row);
        }
    }

    private static void set(int column, long id, ValueRow row) {
        if (id == 0) {
            row.setNull(column);
        } else {
            row.setLong(column, id);
        }
    }

    /**
     * Puts a placement into the columns, and the geometry that the draft has.
     *
     * @throws IModelException BAD_ELEMENT when geometry has no valid box or is out of reach
     */
    void put(PlacementDraft placed, ElementDraft draft) {
        GeometryInput geometry = draft.geometry;
        if (geometry != null && !geometry.isEmpty()) {
            if (geometry.box() != null) {
                placed.setBox(geometry.box());
            }
            placed.hasGeometry = true;
            draft.row.setBlob(stream, geometry.blob());
        }
        boolean valid = placed.isValid();
        if (!valid && placed.hasGeometry) {
            throw new IModelException(Status.BAD_ELEMENT, "The placement of the geometry is not possible")
                    .with("class", draft.plan.ecClass().fullName());
        }
        int at = write(valid ? placed.origin : null, 0, dimensions, draft.row);
        at = write(valid ? placed.angles : null, at, angleNames.length, draft.row);
        at = write(valid ? placed.low : null, at, dimensions, draft.row);
        write(valid ? placed.high : null, at, dimensions, draft.row);
    }

    private int write(double @Nullable [] values, int from, int count, ValueRow row) {
        for (int i = 0; i < count; i++) {
            if (values == null) {
                row.setNull(placement[from + i]);
            } else {
                row.setDouble(placement[from + i], values[i]);
            }
        }
        return from + count;
    }

    /** @throws IModelException INVALID_CATEGORY when there is no category of that kind */
    void checkInsert(String categoryClass, ElementDraft draft, EditContext context) {
        if (!context.isElement(draft.category, categoryClass)) {
            throw Refusal.of(Status.INVALID_CATEGORY, "invalid category", draft.category);
        }
        draft.row.setLong(category, draft.category);
    }

    /** A category that is not there fails by its foreign key, as in iTwin.js. */
    void checkUpdate(ElementDraft draft) {
        if (draft.categoryGiven) {
            if (draft.category == 0) {
                throw new IModelException(Status.INVALID_CATEGORY, "invalid category")
                        .with("element", Id64.toHex(draft.id));
            }
            draft.row.setLong(category, draft.category);
        }
    }

    /** Whether the draft changes what is seen: geometry, placement or category. */
    boolean changesGeometry(ElementDraft draft) {
        return draft.row.isSet(placement[0]) || draft.row.isSet(stream) || draft.row.isSet(category);
    }
}
