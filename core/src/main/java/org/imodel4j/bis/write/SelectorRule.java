package org.imodel4j.bis.write;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.imodel4j.ec.ECClass;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/**
 * BisCore:ModelSelector and CategorySelector: the ids that they select are links, and always all of them are given.
 *
 * @param member of the props, an array of ids
 * @param relationship whose instances are the links
 */
record SelectorRule(String className, String member, String relationship) implements ElementRule {
    @Override
    public boolean writesOthers() {
        return true;
    }

    @Override
    public ElementWork work(ClassTables tables) {
        return new Work(member, relationship);
    }

    private record Work(String member, String relationship) implements ElementWork {
        @Override
        public void take(JsonObject props, ElementDraft draft, EditContext context) {
            List<JsonValue> ids = new ArrayList<>();
            if (props.get(member) instanceof JsonArray array) {
                ids.addAll(array.items());
            }
            draft.selected = ids;
        }

        @Override
        public void afterInsert(ElementDraft draft, EditContext context) {
            link(draft, context);
        }

        /** Links that stay keep their ids only when nothing changes at all. */
        @Override
        public void afterUpdate(ElementDraft draft, EditContext context) {
            InstancePlan links = plan(context);
            if (draft.selected != null && !ids(draft).equals(links.targets(draft.id, context))) {
                links.deleteFrom(draft.id, context);
                link(draft, context);
            }
        }

        @Override
        public void checkDelete(long id, boolean purge, EditContext context) {
            PurgedRule.check(id, purge);
        }

        @Override
        public void afterDelete(long id, EditContext context) {
            plan(context).deleteFrom(id, context);
        }

        private InstancePlan plan(EditContext context) {
            ECClass ecClass = context.schemas().getClass("BisCore:" + relationship);
            return context.instancePlan(ecClass);
        }

        private void link(ElementDraft draft, EditContext context) {
            InstancePlan links = plan(context);
            for (long target : ids(draft)) {
                links.link(draft.id, target, context);
            }
        }

        private static TreeSet<Long> ids(ElementDraft draft) {
            TreeSet<Long> ids = new TreeSet<>();
            if (draft.selected != null) {
                for (JsonValue id : draft.selected) {
                    long value = JsonMember.id(id);
                    if (value != 0) {
                        ids.add(value);
                    }
                }
            }
            return ids;
        }
    }
}
