package org.imodel4j.bis.write;

import org.imodel4j.bis.element.ExternalSourceAspect;
import org.imodel4j.bis.element.NewAspect;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Inserts, updates and deletes aspects of elements by their ElementAspectProps, as iTwin.js does. Each of them counts as a change of the element. Used
 * by the owner of the file.
 */
public final class AspectEdits {
    private static final String TOUCH = "UPDATE bis_Element SET LastMod=julianday('now') WHERE Id=?";

    private final EditContext context;

    AspectEdits(EditContext context) {
        this.context = context;
    }

    /**
     * Inserts an aspect. A unique aspect takes the place and the id of the one that the element has of its class.
     *
     * @return the id of the aspect
     * @throws IModelException InvalidId without an element, MissingId when there is no such element, WrongClass for a class that is not there, BadRequest
     *     for an abstract one, for one that is no aspect's, and for values that do not fit
     */
    public long insert(JsonObject props) {
        return insert(props, false);
    }

    /**
     * As {@link #insert(JsonObject)}.
     *
     * @param forceUseId the id in the props becomes that of the aspect; a unique aspect that the element has of the class goes
     * @throws IModelException also BadArg when the id is missing, WriteError when it is none or in use
     */
    public long insert(JsonObject props, boolean forceUseId) {
        context.transaction().begin();
        long element = requireElement(props);
        ECClass ecClass = requireClass(props);
        if (ecClass.isAbstract()) {
            throw new IModelException(Status.BAD_REQUEST, "bad request: an abstract class has no aspects")
                    .with("class", ecClass.fullName());
        }
        if (isA(ecClass, "SheetInformationAspect") && !context.isElement(element, "Sheet")) {
            throw Refusal.of(Status.BAD_ARG, "The aspect can only be applied to a sheet", element);
        }
        return context.atomically(() -> {
            long model = model(element);
            context.channels().verify(model);
            AspectCallbacks callbacks = context.registry().tryAspect(ecClass, context.schemas());
            if (callbacks != null) {
                callbacks.onInsert(props, model);
            }
            long id = write(element, ecClass, props, forceUseId);
            forgetChannels(ecClass);
            touch(element, model);
            if (callbacks != null) {
                callbacks.onInserted(props, model);
            }
            return id;
        });
    }

    /** As {@link #insert(JsonObject)} with the props of a typed aspect. */
    public long insert(NewAspect aspect) {
        return insert(aspect.toProps());
    }

    /** As {@link #insert(JsonObject)} with the props of a typed aspect. */
    public long insert(ExternalSourceAspect aspect) {
        return insert(aspect.toProps());
    }

    private long write(long element, ECClass ecClass, JsonObject props, boolean forceUseId) {
        InstancePlan plan = context.instancePlan(ecClass);
        ValueRow row = plan.row();
        requireFit(plan.take(props, row), ecClass);
        boolean multi = isA(ecClass, "ElementMultiAspect");
        setElement(element, multi, plan.tables(), row);
        long former = multi ? 0 : uniqueAspect(element, ecClass);
        boolean replaces = former != 0 && !forceUseId;
        long id = replaces ? former : InstanceId.take(props, forceUseId, context);
        try {
            if (former != 0 && !replaces) {
                plan.tables().delete(former, context.statements());
            }
            if (!replaces) {
                plan.tables().insert(id, row, context.statements());
                context.instanceIds().raise(id);
            } else {
                plan.clearOthers(row);
                plan.tables().update(id, row, context.statements());
            }
            return id;
        } catch (IModelException failure) {
            throw Refusal.update(InstanceId.explained(failure, id), "The aspect can not be inserted")
                    .with("class", ecClass.fullName());
        }
    }

    private void setElement(long element, boolean multi, ClassTables tables, ValueRow row) {
        int relationship = tables.column("Element.RelECClassId");
        row.setLong(tables.column("Element.Id"), element);
        if (relationship >= 0 && row.longAt(relationship) == 0) {
            String name = multi ? "BisCore:ElementOwnsMultiAspects" : "BisCore:ElementOwnsUniqueAspect";
            row.setLong(relationship, context.schemas().getClass(name).id());
        }
    }

    private long uniqueAspect(long element, ECClass ecClass) {
        return context.number(
                "SELECT Id FROM bis_ElementUniqueAspect WHERE ElementId=? AND ECClassId=" + ecClass.id(), element);
    }

    /** The aspect of the id, or without an id the first one of the class. */
    private long multiAspect(long element, ECClass ecClass, JsonObject props) {
        long id = JsonMember.id(props.get("id"));
        return id == 0
                ? context.number(
                        "SELECT Id FROM bis_ElementMultiAspect WHERE ElementId=? AND ECClassId=" + ecClass.id()
                                + " ORDER BY Id LIMIT 1",
                        element)
                : context.number("SELECT Id FROM bis_ElementMultiAspect WHERE Id=?", id);
    }

    private static void requireFit(@Nullable String unfit, ECClass ecClass) {
        if (unfit != null) {
            throw new IModelException(Status.BAD_REQUEST, "bad request: a value does not fit its property")
                    .with("class", ecClass.fullName())
                    .with("property", unfit);
        }
    }

    private long requireElement(JsonObject props) {
        JsonObject related = props.object("element");
        long element = related == null ? 0 : JsonMember.id(related.get("id"));
        if (element == 0) {
            throw new IModelException(Status.INVALID_ID, "Invalid id");
        }
        if (context.classOfElement(element) == 0) {
            throw Refusal.of(Status.MISSING_ID, "missing id", element);
        }
        return element;
    }

    private ECClass requireClass(JsonObject props) {
        String name = props.text("classFullName");
        ECClass ecClass = name == null ? null : context.schemas().tryClass(name);
        if (ecClass == null) {
            throw new IModelException(Status.WRONG_CLASS, "wrong class").with("class", String.valueOf(name));
        }
        if (!isA(ecClass, "ElementAspect")) {
            throw new IModelException(Status.BAD_REQUEST, "bad request: the class is no class of aspects")
                    .with("class", ecClass.fullName());
        }
        return ecClass;
    }

    private boolean isA(ECClass ecClass, String bisClassName) {
        ECSchemas schemas = context.schemas();
        ECClass base = schemas.tryClass("BisCore", bisClassName);
        return base != null && schemas.isSubclass(ecClass.id(), base.id());
    }

    private long model(long element) {
        return context.number("SELECT ModelId FROM bis_Element WHERE Id=?", element);
    }

    private void forgetChannels(ECClass of) {
        if (isA(of, ChannelGate.ROOT_ASPECT)) {
            context.channels().forget();
        }
    }

    private void touch(long element, long model) {
        context.run(TOUCH, element);
        context.changedModels().changed(model);
        new ElementEvents(context).touched(element);
    }

    /**
     * Changes those properties of an aspect that the props have; its element stays. A unique aspect is found by its element and class.
     *
     * @throws IModelException as {@link #insert}, and NotFound when there is no such aspect
     */
    public void update(JsonObject props) {
        context.transaction().begin();
        long element = requireElement(props);
        ECClass ecClass = requireClass(props);
        boolean multi = isA(ecClass, "ElementMultiAspect");
        long id = multi ? multiAspect(element, ecClass, props) : uniqueAspect(element, ecClass);
        InstancePlan plan = context.instancePlan(ecClass);
        ValueRow row = plan.row();
        requireFit(plan.take(props, row), ecClass);
        row.unset(plan.tables().column("Element.Id"));
        if (plan.tables().column("Element.RelECClassId") >= 0) {
            row.unset(plan.tables().column("Element.RelECClassId"));
        }
        if (id == 0) {
            throw new IModelException(Status.NOT_FOUND, "not found").with("class", ecClass.fullName());
        }
        long unused = context.atomically(() -> {
            long model = model(element);
            context.channels().verify(model);
            AspectCallbacks callbacks = context.registry().tryAspect(ecClass, context.schemas());
            if (callbacks != null) {
                callbacks.onUpdate(props, model);
            }
            try {
                plan.tables().update(id, row, context.statements());
            } catch (IModelException failure) {
                throw Refusal.update(failure, "The aspect can not be updated").with("aspect", Id64.toHex(id));
            }
            forgetChannels(ecClass);
            touch(element, model);
            if (callbacks != null) {
                callbacks.onUpdated(props, model);
            }
            return id;
        });
    }

    /**
     * Deletes an aspect.
     *
     * @throws IModelException InvalidId for 0, NotFound when there is no such aspect
     */
    public void delete(long id) {
        context.transaction().begin();
        if (id == 0) {
            throw new IModelException(Status.INVALID_ID, "Invalid id");
        }
        String table = "bis_ElementUniqueAspect";
        long element = context.number("SELECT ElementId FROM bis_ElementUniqueAspect WHERE Id=?", id);
        if (element == 0) {
            table = "bis_ElementMultiAspect";
            element = context.number("SELECT ElementId FROM bis_ElementMultiAspect WHERE Id=?", id);
        }
        if (element == 0) {
            throw Refusal.of(Status.NOT_FOUND, "not found", id);
        }
        remove(id, table, element);
    }

    private void remove(long id, String table, long element) {
        long classId = context.number("SELECT ECClassId FROM " + table + " WHERE Id=?", id);
        ECClass ecClass = context.schemas().tryClassById(classId);
        long unused = context.atomically(() -> {
            long model = model(element);
            context.channels().verify(model);
            AspectCallbacks callbacks =
                    ecClass == null ? null : context.registry().tryAspect(ecClass, context.schemas());
            if (callbacks != null) {
                callbacks.onDelete(id, model);
            }
            context.run("DELETE FROM " + table + " WHERE Id=?", id);
            if (ecClass != null) {
                forgetChannels(ecClass);
            }
            touch(element, model);
            if (callbacks != null) {
                callbacks.onDeleted(id, model);
            }
            return id;
        });
    }
}
