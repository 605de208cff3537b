package org.imodel4j.bis.write;

import java.util.List;
import org.imodel4j.ec.ECClass;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Id64;

/** Deletes elements with their children, and the links that no foreign key removes. */
final class ElementDeletion {
    private static final String CHILDREN = "SELECT Id FROM bis_Element WHERE ParentId=? ORDER BY Id";
    private static final String[] LINKS = {
        "DELETE FROM bis_ElementRefersToElements WHERE SourceId=?1",
        "DELETE FROM bis_ElementRefersToElements WHERE TargetId=?1",
        "DELETE FROM bis_ElementDrivesElement WHERE SourceId=?1",
        "DELETE FROM bis_ElementDrivesElement WHERE TargetId=?1"
    };

    /** A chain of children that is longer than this is a circle. */
    private static final int DEEPEST = 1000;

    private final EditContext context;
    private final boolean purge;

    /** @param purge whether it was found that nobody uses the definitions to be deleted */
    ElementDeletion(EditContext context, boolean purge) {
        this.context = context;
        this.purge = purge;
    }

    void delete(long id) {
        context.transaction().begin();
        ElementPlan plan = requirePlan(id);
        context.channels().verifyElement(id);
        for (ElementWork rule : plan.rulesFromSpecial()) {
            rule.checkDelete(id, purge, context);
        }
        boolean alone = context.registry().isEmpty()
                && !plan.writesOthers()
                && context.number("SELECT Id FROM bis_Element WHERE ParentId=? LIMIT 1", id) == 0;
        if (alone) {
            remove(id, plan, List.of(), 0);
            return;
        }
        long unused = context.atomically(() -> {
            ElementEvents events = new ElementEvents(context);
            ElementEvents.Deletion deletion = events.beforeDelete(id);
            remove(id, plan, children(id), 0);
            events.afterDelete(deletion);
            return id;
        });
    }

    private ElementPlan requirePlan(long id) {
        long classId = context.number("SELECT ECClassId FROM bis_Element WHERE Id=?", id);
        ECClass ecClass = classId == 0 ? null : context.schemas().tryClassById(classId);
        if (ecClass == null) {
            throw Refusal.of(Status.MISSING_ID, "missing id", id);
        }
        return context.plans().of(ecClass);
    }

    /** Children first; they are not asked, as in iTwin.js. */
    private void remove(long id, ElementPlan plan, List<Long> children, int depth) {
        if (depth > DEEPEST) {
            throw Refusal.of(Status.INVALID_PARENT, "The children of the element nest too deeply", id);
        }
        for (long child : children) {
            remove(child, requirePlan(child), children(child), depth + 1);
        }
        boolean geometric = plan.is(ElementKind.GEOMETRIC_ELEMENT_2D) || plan.is(ElementKind.GEOMETRIC_ELEMENT_3D);
        long model = context.number("SELECT ModelId FROM bis_Element WHERE Id=?", id);
        try {
            plan.tables().delete(id, context.statements());
        } catch (IModelException failure) {
            throw Refusal.insert(failure, "The element is in use").with("element", Id64.toHex(id));
        }
        for (String links : LINKS) {
            context.run(links, id);
        }
        context.elementDeleted(id);
        if (geometric) {
            context.changedModels().geometryChanged(model);
        } else {
            context.changedModels().changed(model);
        }
        for (ElementWork rule : plan.rules()) {
            rule.afterDelete(id, context);
        }
        new ElementEvents(context).deleted(id, plan.ecClass(), model);
    }

    List<Long> children(long id) {
        return context.ids(CHILDREN, id);
    }
}
