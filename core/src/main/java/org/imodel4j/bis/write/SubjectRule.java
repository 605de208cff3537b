package org.imodel4j.bis.write;

import org.imodel4j.error.Status;

/** BisCore:Subject: all but the root stand below another one, in the repository model. */
final class SubjectRule implements ElementRule {
    private static final long ROOT = 1;

    @Override
    public String className() {
        return "Subject";
    }

    @Override
    public ElementWork work(ClassTables tables) {
        return new Work();
    }

    private record Work() implements ElementWork {
        @Override
        public void checkInsert(ElementDraft draft, EditContext context) {
            if (draft.parent == 0) {
                throw Refusal.of(Status.INVALID_PARENT, "A subject needs a parent", draft.parent);
            }
            if (draft.model != ModelFacts.REPOSITORY) {
                throw Refusal.of(Status.WRONG_MODEL, "Subjects stand in the repository model", draft.model);
            }
        }

        @Override
        public void checkUpdate(ElementDraft draft, EditContext context) {
            if (draft.id != ROOT && draft.parentGiven && draft.parent == 0) {
                throw Refusal.of(Status.INVALID_PARENT, "A subject needs a parent", draft.id);
            }
        }

        @Override
        public void checkDelete(long id, boolean purge, EditContext context) {
            if (id == ROOT) {
                throw Refusal.of(Status.WRONG_ELEMENT, "The root subject stays", id);
            }
        }
    }
}
