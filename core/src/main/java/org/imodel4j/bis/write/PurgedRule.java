package org.imodel4j.bis.write;

import org.imodel4j.error.Status;

/** A class of definitions that can only be deleted after it was found that nobody uses them. */
record PurgedRule(String className) implements ElementRule {
    @Override
    public ElementWork work(ClassTables tables) {
        return new Work();
    }

    static void check(long id, boolean purge) {
        if (!purge) {
            throw Refusal.of(Status.DELETION_PROHIBITED, "The definition may be in use", id);
        }
    }

    private record Work() implements ElementWork {
        @Override
        public void checkDelete(long id, boolean purge, EditContext context) {
            check(id, purge);
        }
    }
}
