package org.imodel4j.bis.write;

import org.imodel4j.error.Status;

/** BisCore:LinkElement: it stands in an information model. */
final class LinkElementRule implements ElementRule {
    @Override
    public String className() {
        return "LinkElement";
    }

    @Override
    public ElementWork work(ClassTables tables) {
        return new Work();
    }

    private record Work() implements ElementWork {
        @Override
        public void checkInsert(ElementDraft draft, EditContext context) {
            ModelFacts model = context.tryModel(draft.model);
            if (model == null || !model.is(ModelFacts.Kind.INFORMATION_MODEL)) {
                throw Refusal.of(Status.WRONG_MODEL, "The element needs an information model", draft.model);
            }
        }
    }
}
