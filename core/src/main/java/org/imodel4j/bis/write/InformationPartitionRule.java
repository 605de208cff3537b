package org.imodel4j.bis.write;

import org.imodel4j.error.Status;

/** BisCore:InformationPartitionElement: it stands below a subject, in the repository model. */
final class InformationPartitionRule implements ElementRule {
    @Override
    public String className() {
        return "InformationPartitionElement";
    }

    @Override
    public ElementWork work(ClassTables tables) {
        return new Work();
    }

    private record Work() implements ElementWork {
        @Override
        public void checkInsert(ElementDraft draft, EditContext context) {
            requireSubject(draft, context);
            if (draft.model != ModelFacts.REPOSITORY) {
                throw Refusal.of(Status.WRONG_MODEL, "Partitions stand in the repository model", draft.model);
            }
        }

        @Override
        public void checkUpdate(ElementDraft draft, EditContext context) {
            if (draft.parentGiven) {
                requireSubject(draft, context);
            }
        }

        private static void requireSubject(ElementDraft draft, EditContext context) {
            if (!context.isElement(draft.parent, "Subject")) {
                throw Refusal.of(Status.INVALID_PARENT, "A partition needs a subject as its parent", draft.parent);
            }
        }
    }
}
