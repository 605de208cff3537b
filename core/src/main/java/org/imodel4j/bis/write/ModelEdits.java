package org.imodel4j.bis.write;

import java.util.Set;
import org.imodel4j.bis.element.NewModel;
import org.imodel4j.bis.write.ModelFacts.Kind;
import org.imodel4j.ec.ECClass;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Guid;
import org.imodel4j.id.Id64;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Inserts, updates and deletes models by their ModelProps, as {@code IModelDb.Models} of iTwin.js does. Used by the owner of the file. What is refused
 * leaves nothing behind.
 */
public final class ModelEdits {
    private final EditContext context;

    ModelEdits(EditContext context) {
        this.context = context;
    }

    /**
     * Inserts the model of an element, whose id it gets. Its parent model is that of the element.
     *
     * @param props with {@code classFullName} and {@code modeledElement}; name and parent model are not looked at
     * @return the id of the model
     * @throws IModelException WrongClass for a class that is not there or no model's, BadArg for {@code BisCore:Model} itself, BadElement when there is no element that
     *     it can model, WriteError for an abstract one, WrongElement for an element that can not be modeled, ElementBlockedChange for one that takes other models, WriteError
     *     for one that has a model
     */
    public long insert(JsonObject props) {
        context.transaction().begin();
        ECClass ecClass = modelClass(props.text("classFullName"));
        Set<Kind> kinds = Kind.of(ecClass, context.schemas());
        JsonObject modeled = props.get("modeledElement") instanceof JsonObject object ? object : JsonObject.EMPTY;
        long id = JsonMember.id(modeled.get("id"));
        long elementClassId = id == 0 ? 0 : context.classOfElement(id);
        if (elementClassId == 0) {
            throw Refusal.of(Status.BAD_ELEMENT, "A model needs an element that it models", id);
        }
        context.channels().verify(id);
        return context.atomically(() -> {
            ModelCallbacks callbacks = context.registry().tryModel(ecClass, context.schemas());
            if (callbacks != null) {
                callbacks.onInsert(props);
            }
            ModeledElements.requireFit(id, kinds, context);
            ElementEvents events = new ElementEvents(context);
            events.element(id, (element, modeledId) -> element.onSubModelInsert(props));
            write(id, modeled.text("relClassName"), ecClass, kinds, props);
            if (callbacks != null) {
                callbacks.onInserted(id);
            }
            events.element(id, (element, modeledId) -> element.onSubModelInserted(modeledId));
            return id;
        });
    }

    /** As {@link #insert(JsonObject)} with the props of a typed model. */
    public long insert(NewModel model) {
        return insert(model.toProps());
    }

    private ECClass modelClass(@Nullable String name) {
        ECClass ecClass = name == null ? null : context.schemas().tryClass(name);
        ECClass model = context.schemas().getClass("BisCore:Model");
        if (ecClass == null || !context.schemas().isSubclass(ecClass.id(), model.id())) {
            throw new IModelException(Status.WRONG_CLASS, "wrong class").with("class", String.valueOf(name));
        }
        if (ecClass.id() == model.id()) {
            throw new IModelException(Status.BAD_ARG, "An abstract class has no models")
                    .with("class", ecClass.fullName());
        }
        return ecClass;
    }

    private void write(long id, @Nullable String relClassName, ECClass ecClass, Set<Kind> kinds, JsonObject props) {
        InstancePlan plan = context.instancePlan(ecClass);
        ClassTables tables = plan.tables();
        ValueRow row = plan.row();
        ECClass given = relClassName == null ? null : context.schemas().tryClass(relClassName);
        ECClass models = given == null ? context.schemas().getClass("BisCore:ModelModelsElement") : given;
        row.setLong(tables.column("ParentModel.Id"), context.number("SELECT ModelId FROM bis_Element WHERE Id=?", id));
        row.setLong(tables.column("ModeledElement.Id"), id);
        if (tables.column("ModeledElement.RelECClassId") >= 0) {
            row.setLong(tables.column("ModeledElement.RelECClassId"), models.id());
        }
        flag("isPrivate", "IsPrivate", true, props, tables, row);
        flag("isTemplate", "IsTemplate", true, props, tables, row);
        if (kinds.contains(Kind.GEOMETRIC_MODEL_3D)) {
            flag("isPlanProjection", "IsPlanProjection", true, props, tables, row);
            flag("isNotSpatiallyLocated", "IsNotSpatiallyLocated", true, props, tables, row);
            dislocateTemplate(tables, row);
        }
        json(props.get("jsonProperties"), ecClass, tables, row);
        try {
            tables.insert(id, row, context.statements());
        } catch (IModelException failure) {
            throw Refusal.update(failure, "The model can not be inserted").with("element", Id64.toHex(id));
        }
        context.modelChanged(id);
    }

    /** Templates do not lie in space. */
    private static void dislocateTemplate(ClassTables tables, ValueRow row) {
        int unlocated = tables.column("IsNotSpatiallyLocated");
        if (unlocated >= 0 && row.longAt(tables.column("IsTemplate")) != 0) {
            row.setLong(unlocated, 1);
        }
    }

    /** What is a template no longer lies in space again, unless it is said otherwise. */
    private void relocate(long id, ClassTables tables, ValueRow row) {
        int template = tables.column("IsTemplate");
        int unlocated = tables.column("IsNotSpatiallyLocated");
        boolean ends = row.isSet(template) && row.longAt(template) == 0;
        if (ends && unlocated >= 0 && !row.isSet(unlocated)) {
            boolean was = context.number("SELECT IsTemplate FROM bis_Model WHERE Id=?", id) != 0;
            if (was) {
                row.setLong(unlocated, 0);
            }
        }
    }

    private static void flag(
            String member, String property, boolean insert, JsonObject props, ClassTables tables, ValueRow row) {
        int column = tables.column(property);
        JsonValue given = props.get(member);
        if (column >= 0 && (insert || !JsonMember.isNull(given))) {
            row.setLong(column, JsonMember.isTruthy(given) ? 1 : 0);
        }
    }

    /** Geometric models always say how coordinates are shown. */
    private void json(@Nullable JsonValue given, ECClass ecClass, ClassTables tables, ValueRow row) {
        ECClass geometric = context.schemas().tryClass("BisCore", "GeometricModel");
        boolean formats = geometric != null && context.schemas().isSubclass(ecClass.id(), geometric.id());
        int column = tables.column("JsonProperties");
        if (formats) {
            row.setText(column, ModelFormatter.stored(given instanceof JsonObject object ? object : JsonObject.EMPTY));
        } else if (given instanceof JsonObject object && !object.members().isEmpty()) {
            row.setText(column, Json.write(object));
        }
    }

    /**
     * Changes JSON properties and flags of a model; everything else stays.
     *
     * @throws IModelException InvalidId without an id, MissingId when there is no such model
     */
    public void update(JsonObject props) {
        context.transaction().begin();
        long id = JsonMember.id(props.get("id"));
        if (id == 0) {
            throw new IModelException(Status.INVALID_ID, "Invalid id");
        }
        ECClass ecClass = requireModel(id);
        context.channels().verify(id);
        InstancePlan plan = context.instancePlan(ecClass);
        ValueRow row = plan.row();
        flag("isPrivate", "IsPrivate", false, props, plan.tables(), row);
        flag("isTemplate", "IsTemplate", false, props, plan.tables(), row);
        flag("isPlanProjection", "IsPlanProjection", false, props, plan.tables(), row);
        flag("isNotSpatiallyLocated", "IsNotSpatiallyLocated", false, props, plan.tables(), row);
        dislocateTemplate(plan.tables(), row);
        relocate(id, plan.tables(), row);
        JsonValue json = props.get("jsonProperties");
        if (!JsonMember.isNull(json)) {
            json(json, ecClass, plan.tables(), row);
        }
        long unused = context.atomically(() -> {
            ModelCallbacks callbacks = context.registry().tryModel(ecClass, context.schemas());
            if (callbacks != null) {
                callbacks.onUpdate(props);
            }
            plan.tables().update(id, row, context.statements());
            context.modelChanged(id);
            if (callbacks != null) {
                callbacks.onUpdated(id);
            }
            return id;
        });
    }

    private ECClass requireModel(long id) {
        ECClass ecClass =
                context.schemas().tryClassById(context.number("SELECT ECClassId FROM bis_Model WHERE Id=?", id));
        if (ecClass == null) {
            throw Refusal.of(Status.MISSING_ID, "missing id", id);
        }
        return ecClass;
    }

    /**
     * Deletes a model with all elements in it; the modeled element stays.
     *
     * @throws IModelException MissingId when there is no such model, WrongModel for those that every iModel has, ForeignKeyConstraint and
     *     DeletionProhibited as {@link ElementEdits#delete}; nothing is deleted then
     */
    public void delete(long id) {
        context.transaction().begin();
        ECClass ecClass = requireModel(id);
        Set<Kind> kinds = Kind.of(ecClass, context.schemas());
        boolean needed = id == ModelFacts.REPOSITORY || id == ModeledElements.LINKS || id == ModeledElements.DICTIONARY;
        if (needed || kinds.contains(Kind.REPOSITORY_MODEL) || kinds.contains(Kind.DICTIONARY_MODEL)) {
            throw Refusal.of(Status.WRONG_MODEL, "Every iModel keeps this model", id);
        }
        context.channels().verify(id);
        long unused = context.atomically(() -> {
            ModelCallbacks callbacks = context.registry().tryModel(ecClass, context.schemas());
            ElementEvents events = new ElementEvents(context);
            events.element(id, (element, modeled) -> element.onSubModelDelete(modeled));
            if (callbacks != null) {
                callbacks.onDelete(id);
            }
            deleteElements(id);
            removeRow(id, context.instancePlan(ecClass));
            if (callbacks != null) {
                callbacks.onDeleted(id);
            }
            events.element(id, (element, modeled) -> element.onSubModelDeleted(modeled));
            return id;
        });
    }

    private void deleteElements(long model) {
        ElementDeletion deletion = new ElementDeletion(context, false);
        for (long element : context.ids("SELECT Id FROM bis_Element WHERE ModelId=? ORDER BY Id", model)) {
            // It may have gone with its parent.
            if (context.number("SELECT Id FROM bis_Element WHERE Id=?", element) != 0) {
                deletion.delete(element);
            }
        }
    }

    private void removeRow(long id, InstancePlan plan) {
        try {
            plan.tables().delete(id, context.statements());
        } catch (IModelException failure) {
            throw Refusal.insert(failure, "The model is in use").with("model", Id64.toHex(id));
        }
        ECClass selects = context.schemas().tryClass("BisCore:ModelSelectorRefersToModels");
        if (selects != null) {
            context.instancePlan(selects).deleteTo(id, context);
        }
        context.modelChanged(id);
    }

    /**
     * Gives a geometric model the GUID of its geometry that it has elsewhere, for those who copy models. It is no change of the model; saving
     * does not give it another one unless its geometry changes later in the same transaction.
     *
     * @throws IModelException MissingId when there is no such model, BadArg for one without geometry
     */
    public void setGeometryGuid(long id, @Nullable Guid guid) {
        context.transaction().begin();
        ECClass ecClass = requireModel(id);
        InstancePlan plan = context.instancePlan(ecClass);
        int column = plan.tables().column("GeometryGuid");
        if (column < 0) {
            throw Refusal.of(Status.BAD_ARG, "The model has no geometry", id).with("class", ecClass.fullName());
        }
        ValueRow row = plan.row();
        if (guid == null) {
            row.setNull(column);
        } else {
            row.setBlob(column, guid.toBytes());
        }
        plan.tables().update(id, row, context.statements());
        context.changedModels().keepGeometryGuid(id);
    }
}
