package org.imodel4j.bis.write;

import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/** A class of definitions that must be given a code, be it the empty one; a GUID in its place does not do. */
record NamedRule(String className) implements ElementRule {
    @Override
    public ElementWork work(ClassTables tables) {
        return new Work();
    }

    private record Work() implements ElementWork {
        @Override
        public void checkInsert(ElementDraft draft, EditContext context) {
            if (!draft.codeGiven) {
                throw new IModelException(Status.INVALID_CODE, "The definition needs a code")
                        .with("class", draft.plan.ecClass().fullName());
            }
        }
    }
}
