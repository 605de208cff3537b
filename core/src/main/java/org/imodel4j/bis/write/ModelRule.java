package org.imodel4j.bis.write;

import java.util.Locale;
import org.imodel4j.error.Status;

/** A class of elements that stand in one kind of models only. */
record ModelRule(String className, ModelFacts.Kind kind) implements ElementRule {
    @Override
    public ElementWork work(ClassTables tables) {
        return new Work(kind);
    }

    private record Work(ModelFacts.Kind kind) implements ElementWork {
        @Override
        public void checkInsert(ElementDraft draft, EditContext context) {
            ModelFacts model = context.tryModel(draft.model);
            if (model == null || !model.is(kind)) {
                String name = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
                throw Refusal.of(Status.WRONG_MODEL, "The element needs a model of the kind " + name, draft.model);
            }
        }
    }
}
