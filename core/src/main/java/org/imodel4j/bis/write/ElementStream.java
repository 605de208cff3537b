package org.imodel4j.bis.write;

import java.util.List;
import org.imodel4j.bis.geometry.GeometryStreamBuilder;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.geometry.Placement2d;
import org.imodel4j.geometry.Placement3d;
import org.imodel4j.geometry.Point3d;
import org.imodel4j.geometry.Range3d;
import org.imodel4j.geometry.YawPitchRollAngles;
import org.imodel4j.id.Guid;
import org.jspecify.annotations.Nullable;

/**
 * Inserts many elements of one class: values are set by position and go straight into prepared statements. The rules are those of {@link ElementEdits},
 * and so are the failures. Used by the owner of the file.
 *
 * <p>Set the values of an element, call {@link #insert()}, and begin with the next. Model, category, parent and code spec stay as they are until they are set again;
 * all else is forgotten with each insert.
 */
public final class ElementStream {
    private static final String[] AXES = {".X", ".Y", ".Z"};

    private final EditContext context;
    private final ElementPlan plan;
    private final ElementDraft draft;
    private final int[][] columns;
    private final @Nullable GeometricColumns geometric;
    private long model;
    private long category;
    private long parent;
    private long parentRelationship;
    private long codeSpec = ElementCode.NULL_CODE_SPEC;
    private long codeScope = 1;

    ElementStream(EditContext context, String classFullName, List<String> properties) {
        this.context = context;
        this.plan = context.plans().of(classFullName);
        if (context.registry().tryElement(plan.ecClass(), context.schemas()) != null) {
            throw new IModelException(Status.BAD_REQUEST, "The class has callbacks that want props")
                    .with("class", classFullName);
        }
        this.draft = new ElementDraft(plan).begin(true);
        this.columns = new int[properties.size()][];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = columns(properties.get(i));
        }
        this.geometric = plan.geometricColumns();
    }

    private int[] columns(String property) {
        int single = plan.tables().column(property);
        if (single >= 0) {
            return new int[] {single};
        }
        int x = plan.tables().column(property + AXES[0]);
        int id = plan.tables().column(property + ".Id");
        if (id >= 0) {
            return new int[] {id, plan.tables().column(property + ".RelECClassId")};
        }
        if (x < 0) {
            throw new IModelException(Status.BAD_ARG, "The class has no such property")
                    .with("class", plan.ecClass().fullName())
                    .with("property", property);
        }
        int z = plan.tables().column(property + AXES[2]);
        int y = plan.tables().column(property + AXES[1]);
        return z < 0 ? new int[] {x, y} : new int[] {x, y, z};
    }

    public ElementStream model(long id) {
        model = id;
        return this;
    }

    /** For geometric elements. */
    public ElementStream category(long id) {
        category = id;
        return this;
    }

    /** @param relationshipClassId of a class below {@code BisCore:ElementOwnsChildElements}; both 0 for none */
    public ElementStream parent(long id, long relationshipClassId) {
        parent = id;
        parentRelationship = relationshipClassId;
        return this;
    }

    /** The code spec and the scope, an element, of the codes that come. */
    public ElementStream codeSpec(long specId, long scopeId) {
        codeSpec = specId;
        codeScope = scopeId;
        return this;
    }

    /** Empty for none, which is what an element has without this call. */
    public ElementStream code(String value) {
        draft.codeValue = ElementCode.trimmed(StoredText.of(value));
        return this;
    }

    public ElementStream userLabel(String label) {
        draft.row.setText(plan.tables().column("UserLabel"), StoredText.of(label));
        return this;
    }

    /** Without this call an element gets a random one. */
    public ElementStream federationGuid(Guid guid) {
        draft.row.setBlob(plan.tables().column("FederationGuid"), guid.toBytes());
        return this;
    }

    /** @param json a JSON document */
    public ElementStream jsonProperties(String json) {
        draft.row.setText(plan.tables().column("JsonProperties"), json);
        return this;
    }

    /**
     * Where a geometric element stands in space.
     *
     * @throws IModelException WRONG_CLASS for classes without a placement in space
     */
    public ElementStream placement(Placement3d placement) {
        PlacementDraft placed = place(3, 3);
        fill(placement.origin(), placed.origin);
        YawPitchRollAngles angles = placement.angles();
        placed.angles[0] = PlacementDraft.stored(angles.yaw());
        placed.angles[1] = PlacementDraft.stored(angles.pitch());
        placed.angles[2] = PlacementDraft.stored(angles.roll());
        return put(placed, placement.bbox());
    }

    /** As {@link #placement(Placement3d)} in the plane. */
    public ElementStream placement(Placement2d placement) {
        PlacementDraft placed = place(2, 1);
        placed.origin[0] = placement.origin().x();
        placed.origin[1] = placement.origin().y();
        placed.angles[0] = PlacementDraft.stored(placement.angle());
        return put(placed, placement.toPlacement3d().bbox());
    }

    private static void fill(Point3d point, double[] to) {
        to[0] = point.x();
        to[1] = point.y();
        to[2] = point.z();
    }

    private PlacementDraft place(int dimensions, int angles) {
        if (geometric().dimensions() != dimensions) {
            throw noPlacement();
        }
        return new PlacementDraft(dimensions, angles);
    }

    private GeometricColumns geometric() {
        if (geometric == null) {
            throw noPlacement();
        }
        return geometric;
    }

    private IModelException noPlacement() {
        return new IModelException(Status.WRONG_CLASS, "The class has no such placement")
                .with("class", plan.ecClass().fullName());
    }

    private ElementStream put(PlacementDraft placed, Range3d box) {
        placed.setBox(box);
        geometric().put(placed, draft);
        return this;
    }

    /**
     * The geometry, and where it stands: the box of the placement is that of the geometry.
     *
     * @param blob a packed stream, as {@link GeometryStreamBuilder} makes it
     */
    public ElementStream geometry(byte[] blob, Placement3d placement) {
        draft.geometry = new GeometryInput(blob, null);
        return placement(placement);
    }

    /** As {@link #geometry(byte[], Placement3d)} in the plane. */
    public ElementStream geometry(byte[] blob, Placement2d placement) {
        draft.geometry = new GeometryInput(blob, null);
        return placement(placement);
    }

    /** @param relationshipClassId of a class below {@code BisCore:GeometricElement3dHasTypeDefinition}, or that in the plane */
    public ElementStream typeDefinition(long id, long relationshipClassId) {
        geometric().setType(id, relationshipClassId, draft.row);
        return this;
    }

    /** @param property position among the names that were given when the stream was made, from 0 */
    public ElementStream setText(int property, String value) {
        draft.row.setText(columns[property][0], StoredText.of(value));
        return this;
    }

    /** For integers, longs, enumerations and ids. */
    public ElementStream setLong(int property, long value) {
        draft.row.setLong(columns[property][0], value);
        return this;
    }

    public ElementStream setDouble(int property, double value) {
        draft.row.setDouble(columns[property][0], value);
        return this;
    }

    public ElementStream setBoolean(int property, boolean value) {
        draft.row.setLong(columns[property][0], value ? 1 : 0);
        return this;
    }

    public ElementStream setBlob(int property, byte[] value) {
        draft.row.setBlob(columns[property][0], value);
        return this;
    }

    /** @param julianDay with its fraction */
    public ElementStream setDateTime(int property, double julianDay) {
        return setDouble(property, julianDay);
    }

    public ElementStream setPoint(int property, double x, double y) {
        draft.row.setDouble(columns[property][0], x);
        draft.row.setDouble(columns[property][1], y);
        return this;
    }

    public ElementStream setPoint(int property, double x, double y, double z) {
        draft.row.setDouble(columns[property][2], z);
        return setPoint(property, x, y);
    }

    /** @param relationshipClassId where the property does not say it */
    public ElementStream setNavigation(int property, long id, long relationshipClassId) {
        draft.row.setLong(columns[property][0], id);
        if (columns[property][1] >= 0) {
            draft.row.setLong(columns[property][1], relationshipClassId);
        }
        return this;
    }

    /**
     * Inserts the element that was put together.
     *
     * @return its id
     * @throws IModelException as {@link ElementEdits#insert}; the values are forgotten then
     */
    public long insert() {
        context.transaction().begin();
        context.channels().verify(model);
        draft.model = model;
        draft.parent = parent;
        draft.parentRelationship = parentRelationship;
        draft.codeGiven = true;
        draft.codeSpec = codeSpec;
        draft.codeScope = codeScope;
        draft.category = category;
        try {
            ElementInsert insert = new ElementInsert(context);
            return plan.writesOthers() ? context.atomically(() -> insert.run(draft)) : insert.run(draft);
        } finally {
            draft.begin(true);
        }
    }
}
