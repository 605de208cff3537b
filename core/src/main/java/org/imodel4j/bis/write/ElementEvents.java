package org.imodel4j.bis.write;

import java.util.Map;
import java.util.function.BiConsumer;
import org.imodel4j.ec.ECClass;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Calls back the classes of an element, its model and its parents, in the order of iTwin.js. Without registered classes nothing is looked up. */
final class ElementEvents {
    private final EditContext context;
    private final boolean silent;

    ElementEvents(EditContext context) {
        this.context = context;
        this.silent = context.registry().isEmpty();
    }

    /** Who is told of a deletion after it happened. */
    record Deletion(long id, long parent) {}

    void beforeInsert(JsonObject props, ElementDraft draft) {
        model(draft.model, (callbacks, model) -> callbacks.onInsertElement(model, props));
        element(draft.parent, (callbacks, parent) -> callbacks.onChildInsert(parent, props));
    }

    void afterInsert(ElementDraft draft) {
        element(draft.id, ElementCallbacks::onInserted);
        model(draft.model, (callbacks, model) -> callbacks.onInsertedElement(model, draft.id));
        element(draft.parent, (callbacks, parent) -> callbacks.onChildInserted(parent, draft.id));
    }

    void beforeUpdate(JsonObject props, ElementDraft draft) {
        model(draft.model, (callbacks, model) -> callbacks.onUpdateElement(model, props));
        if (movesParent(draft)) {
            element(draft.formerParent, (callbacks, parent) -> callbacks.onChildDrop(parent, draft.id));
            element(draft.parent, (callbacks, parent) -> callbacks.onChildAdd(parent, props));
        } else {
            element(draft.formerParent, (callbacks, parent) -> callbacks.onChildUpdate(parent, props));
        }
    }

    void afterUpdate(ElementDraft draft) {
        updated(draft.id, draft.model);
        if (movesParent(draft)) {
            element(draft.formerParent, (callbacks, parent) -> callbacks.onChildDropped(parent, draft.id));
            element(draft.parent, (callbacks, parent) -> callbacks.onChildAdded(parent, draft.id));
        } else {
            element(draft.formerParent, (callbacks, parent) -> callbacks.onChildUpdated(parent, draft.id));
        }
    }

    private static boolean movesParent(ElementDraft draft) {
        return draft.parentGiven && draft.parent != draft.formerParent;
    }

    private void updated(long id, long modelId) {
        element(id, ElementCallbacks::onUpdated);
        model(modelId, (callbacks, model) -> callbacks.onUpdatedElement(model, id));
    }

    /** An aspect of the element has changed, which counts as an update of the element without props. */
    void touched(long id) {
        if (!silent) {
            updated(id, context.number("SELECT ModelId FROM bis_Element WHERE Id=?", id));
            long parentId = context.number("SELECT ParentId FROM bis_Element WHERE Id=?", id);
            element(parentId, (callbacks, parent) -> callbacks.onChildUpdated(parent, id));
        }
    }

    Deletion beforeDelete(long id) {
        if (silent) {
            return new Deletion(id, 0);
        }
        element(id, ElementCallbacks::onDelete);
        long modelId = context.number("SELECT ModelId FROM bis_Element WHERE Id=?", id);
        model(modelId, (callbacks, model) -> callbacks.onDeleteElement(model, id));
        long parentId = context.number("SELECT ParentId FROM bis_Element WHERE Id=?", id);
        element(parentId, (callbacks, parent) -> callbacks.onChildDelete(parent, id));
        return new Deletion(id, parentId);
    }

    /** One of the elements that a deletion takes is gone. */
    void deleted(long id, ECClass ecClass, long modelId) {
        ElementCallbacks callbacks = silent ? null : context.registry().tryElement(ecClass, context.schemas());
        if (callbacks != null) {
            callbacks.onDeleted(id);
        }
        model(modelId, (of, model) -> of.onDeletedElement(model, id));
    }

    void afterDelete(Deletion deletion) {
        element(deletion.parent(), (callbacks, parent) -> callbacks.onChildDeleted(parent, deletion.id()));
    }

    /** Calls back the class of an element that is there. */
    void element(long id, BiConsumer<ElementCallbacks, Long> call) {
        ECClass ecClass = silent || id == 0 ? null : context.schemas().tryClassById(context.classOfElement(id));
        ElementCallbacks callbacks = ecClass == null ? null : context.registry().tryElement(ecClass, context.schemas());
        if (callbacks != null) {
            call.accept(callbacks, id);
        }
    }

    private void model(long id, BiConsumer<ModelCallbacks, Long> call) {
        ModelCallbacks callbacks = silent ? null : tryModel(id);
        if (callbacks != null) {
            call.accept(callbacks, id);
        }
    }

    @Nullable
    ModelCallbacks tryModel(long id) {
        long classId = context.number("SELECT ECClassId FROM bis_Model WHERE Id=?", id);
        ECClass ecClass = context.schemas().tryClassById(classId);
        return ecClass == null ? null : context.registry().tryModel(ecClass, context.schemas());
    }

    /** The props of an update with the class and the model that the element has. */
    static JsonObject withClass(JsonObject props, ElementDraft draft) {
        JsonObject.Builder all = JsonObject.builder();
        for (Map.Entry<String, JsonValue> member : props.members().entrySet()) {
            all.put(member.getKey(), member.getValue());
        }
        return all.put("classFullName", draft.plan.ecClass().fullName())
                .put("model", Id64.toHex(draft.model))
                .build();
    }
}
