package org.imodel4j.bis.write;

import org.imodel4j.error.Status;

/** BisCore:RoleElement: it stands in a role model. */
final class RoleElementRule implements ElementRule {
    @Override
    public String className() {
        return "RoleElement";
    }

    @Override
    public ElementWork work(ClassTables tables) {
        return new Work();
    }

    private record Work() implements ElementWork {
        @Override
        public void checkInsert(ElementDraft draft, EditContext context) {
            ModelFacts model = context.tryModel(draft.model);
            if (model == null || !model.is(ModelFacts.Kind.ROLE_MODEL)) {
                throw Refusal.of(Status.WRONG_MODEL, "The element needs a role model", draft.model);
            }
        }
    }
}
