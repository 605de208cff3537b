package org.imodel4j.bis.write;

import org.imodel4j.bis.element.NewElement;
import org.imodel4j.ec.ECClass;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Id64;
import org.imodel4j.id.IdSet;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache.Lease;

/**
 * Inserts, updates and deletes elements by their ElementProps, as {@code IModelDb.Elements} of iTwin.js does. Used by the owner of the file. What
 * is refused leaves nothing behind.
 *
 * <p>Props that the class of an element does not have, and values of other types than theirs, are passed over, as there; {@code null} clears a
 * value. Byte arrays are text: {@code "encoding=base64;AQID"}.
 */
public final class ElementEdits {
    private final EditContext context;

    ElementEdits(EditContext context) {
        this.context = context;
    }

    /**
     * Inserts an element; an {@code id} in its props is not looked at.
     *
     * @return the id of the new element
     * @throws IModelException with the numbers of iTwin.js: BadArg for a class or a code scope that is not there, BadModel or NotFound for the model,
     *     WrongModel where the model does not take such elements, InvalidCategory, InvalidParent, DuplicateCode, ConstraintNotUnique for a
     *     federation GUID in use, ForeignKeyConstraint for other ids that are not there, WriteError for abstract classes (BadArg for those of
     *     views) and arrays with too few items, BadElement for an impossible placement, NotEnabled where {@link Channels} do not allow it
     */
    public long insert(JsonObject props) {
        return insert(props, false);
    }

    /** As {@link #insert(JsonObject)} with the props of a typed element. */
    public long insert(NewElement<?> element) {
        return insert(element.toProps());
    }

    /**
     * As {@link #insert(JsonObject)}.
     *
     * @param forceUseId the id in the props becomes that of the element. Such an element is taken for a copy: also with geometry it keeps the
     *     box that its props say
     * @throws IModelException also BadArg when the id is missing, WriteError when it is none or in use
     */
    public long insert(JsonObject props, boolean forceUseId) {
        context.transaction().begin();
        ElementPlan plan = planOf(props);
        ElementCallbacks callbacks = context.registry().tryElement(plan.ecClass(), context.schemas());
        JsonObject used = callbacks == null ? props : callbacks.onInsert(props);
        requireModel(used);
        ElementDraft draft = context.draft(plan, true);
        draft.idGiven = forceUseId;
        if (forceUseId) {
            takeId(used, draft);
        }
        plan.take(used, draft, context);
        if (context.registry().isEmpty()) {
            return run(draft);
        }
        return context.atomically(() -> withCallbacks(used, draft));
    }

    /** Even an abstract class uses up an id; those of views are refused before. */
    private ElementPlan planOf(JsonObject props) {
        try {
            return context.plans().of(props);
        } catch (IModelException failure) {
            if (failure.errorNumber() == Status.WRITE_ERROR.number()) {
                requireNoView(String.valueOf(props.text("classFullName")));
                long unused = context.elementIds().next();
            }
            throw failure;
        }
    }

    private void requireNoView(String className) {
        ECClass ecClass = context.schemas().tryClass(className);
        ECClass view = context.schemas().tryClass("BisCore", "ViewDefinition");
        if (ecClass != null && view != null && context.schemas().isSubclass(ecClass.id(), view.id())) {
            throw new IModelException(Status.BAD_ARG, "An abstract class has no views").with("class", className);
        }
    }

    private static void takeId(JsonObject props, ElementDraft draft) {
        if (!(props.get("id") instanceof JsonValue.Text text)) {
            throw new IModelException(Status.BAD_ARG, "invalid argument, the id is required if forcing its usage");
        }
        draft.id = Id64.parseLenient(text.value());
        if (draft.id == 0) {
            throw new IModelException(Status.WRITE_ERROR, "write error: not an id").with("id", text.value());
        }
    }

    private void requireModel(JsonObject props) {
        long model = JsonMember.id(props.get("model"));
        if (model == 0) {
            throw new IModelException(Status.BAD_MODEL, "An element needs a model")
                    .with("class", String.valueOf(props.text("classFullName")));
        }
        if (context.tryModel(model) == null) {
            Status status = context.classOfElement(model) == 0 ? Status.NOT_FOUND : Status.BAD_MODEL;
            throw Refusal.of(status, "The model does not exist", model);
        }
        context.channels().verify(model);
    }

    private long run(ElementDraft draft) {
        ElementInsert insert = new ElementInsert(context);
        return draft.plan.writesOthers() ? context.atomically(() -> insert.run(draft)) : insert.run(draft);
    }

    private long withCallbacks(JsonObject props, ElementDraft draft) {
        ElementEvents events = new ElementEvents(context);
        events.beforeInsert(props, draft);
        long id = new ElementInsert(context).run(draft);
        events.afterInsert(draft);
        return id;
    }

    /**
     * Changes those properties of an element that the props have; class and model stay.
     *
     * @param props with the {@code id}
     * @throws IModelException InvalidId without an id, MissingId when there is no such element, else as {@link #insert(JsonObject)}; WriteError
     *     where an insert has ForeignKeyConstraint or ConstraintNotUnique
     */
    public void update(JsonObject props) {
        context.transaction().begin();
        long id = requireId(props);
        long classId = context.classOfElement(id);
        ECClass ecClass = classId == 0 ? null : context.schemas().tryClassById(classId);
        if (ecClass == null) {
            throw Refusal.of(Status.MISSING_ID, "missing id", id);
        }
        ElementPlan plan = context.plans().of(ecClass);
        ElementCallbacks callbacks = context.registry().tryElement(ecClass, context.schemas());
        ElementDraft draft = context.draft(plan, false);
        draft.id = id;
        readFormer(draft);
        context.channels().verify(draft.model);
        JsonObject used = callbacks == null ? props : callbacks.onUpdate(ElementEvents.withClass(props, draft));
        plan.take(used, draft, context);
        if (context.registry().isEmpty() && !plan.writesOthers()) {
            write(draft);
            return;
        }
        long unused = context.atomically(() -> {
            ElementEvents events = new ElementEvents(context);
            events.beforeUpdate(used, draft);
            write(draft);
            events.afterUpdate(draft);
            return id;
        });
    }

    private static long requireId(JsonObject props) {
        long id = JsonMember.id(props.get("id"));
        if (id == 0) {
            throw new IModelException(Status.INVALID_ID, "Invalid id");
        }
        return id;
    }

    private void readFormer(ElementDraft draft) {
        try (Lease lease = context.statements().acquire("SELECT ModelId,ParentId FROM bis_Element WHERE Id=?")) {
            SqliteStatement row = lease.statement();
            row.bindLong(1, draft.id);
            if (!row.step()) {
                throw Refusal.of(Status.MISSING_ID, "missing id", draft.id);
            }
            draft.model = row.columnLong(0);
            draft.formerParent = row.columnLong(1);
        }
    }

    private void write(ElementDraft draft) {
        for (ElementWork rule : draft.plan.rulesFromSpecial()) {
            rule.checkUpdate(draft, context);
        }
        if (draft.failure != null) {
            throw draft.failure;
        }
        try {
            draft.plan.tables().updateChanged(draft.id, draft.row, context.statements());
        } catch (IModelException failure) {
            throw explained(failure, draft);
        }
        if (draft.parentGiven && draft.parent != draft.formerParent) {
            context.channels().forget();
        }
        context.changedModels().changed(draft.model);
        for (ElementWork rule : draft.plan.rules()) {
            rule.afterUpdate(draft, context);
        }
    }

    private IModelException explained(IModelException failure, ElementDraft draft) {
        if (Refusal.isUnique(failure) && draft.codeGiven) {
            long holder = ElementCode.holder(draft, context);
            if (holder != 0 && holder != draft.id) {
                return ElementCode.duplicate(draft, holder);
            }
        }
        return Refusal.update(failure, "The element can not be updated").with("element", Id64.toHex(draft.id));
    }

    /**
     * Deletes an element with its children, their aspects and the links to them.
     *
     * @throws IModelException MissingId when there is no such element, WrongElement for the root subject, DeletionProhibited for definitions that may
     *     be in use, ForeignKeyConstraint for an element that has a sub-model or is the scope of a code; nothing is deleted then
     */
    public void delete(long id) {
        new ElementDeletion(context, false).delete(id);
    }

    /**
     * Deletes an element with all that stands below it: children, sub-models and their elements. Definitions and subjects below that are still in
     * use stay, and so does what they stand in.
     *
     * @throws IModelException NotFound when there is no such element, else as {@link #delete}
     */
    public void deleteTree(long id) {
        new TreeDeletion(context).delete(id);
    }

    /**
     * Deletes those of the definitions that nobody uses. Ids of other elements are passed over.
     *
     * @return the definitions that are in use and stay
     */
    public IdSet deleteDefinitionElements(IdSet ids) {
        return new DefinitionDeletion(context).delete(ids);
    }
}
