package org.imodel4j.bis.write;

import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/** Checks a draft against the rules of its class and writes it. */
final class ElementInsert {
    private final EditContext context;

    ElementInsert(EditContext context) {
        this.context = context;
    }

    /**
     * Inserts the draft; its id is the number that it was given, or the next one of the file.
     *
     * @return the id of the element
     * @throws IModelException with the numbers of iTwin.js; nothing is written then, but the id counts as used
     */
    long run(ElementDraft draft) {
        ElementPlan plan = draft.plan;
        if (!draft.idGiven) {
            draft.id = context.elementIds().next();
        }
        long id = draft.id;
        for (ElementWork rule : plan.rulesFromSpecial()) {
            rule.checkInsert(draft, context);
        }
        if (draft.failure != null) {
            throw draft.failure;
        }
        try {
            plan.tables().insert(id, draft.row, context.statements());
        } catch (IModelException failure) {
            throw explained(failure, draft);
        }
        if (draft.idGiven) {
            context.elementIds().raise(id);
        }
        context.changedModels().changed(draft.model);
        for (ElementWork rule : plan.rules()) {
            rule.afterInsert(draft, context);
        }
        return id;
    }

    private IModelException explained(IModelException failure, ElementDraft draft) {
        if (Refusal.isUnique(failure)) {
            long holder = ElementCode.holder(draft, context);
            if (holder != 0) {
                return ElementCode.duplicate(draft, holder);
            }
            if (!failure.text().contains("bis_Element.")) {
                // An index of the domain, which iTwin.js meets when it writes the domain's values.
                return Refusal.update(failure, "The element can not be inserted")
                        .with("class", draft.plan.ecClass().fullName());
            }
        }
        if (Refusal.isTaken(failure)) {
            return Refusal.of(Status.WRITE_ERROR, "write error: the id is in use", draft.id);
        }
        return Refusal.insert(failure, "The element can not be inserted")
                .with("class", draft.plan.ecClass().fullName());
    }
}
