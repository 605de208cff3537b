package org.imodel4j.bis.write;

import org.imodel4j.bis.VersionedForm;
import org.imodel4j.error.IModelException;
import org.imodel4j.json.JsonObject;

/**
 * BisCore:TextAnnotation2d and 3d: the text is stored as it comes, and an aspect comes with each. The text is not laid out here: its geometry
 * has to be given.
 */
record TextAnnotationRule(String className) implements ElementRule {
    @Override
    public boolean writesOthers() {
        return true;
    }

    @Override
    public ElementWork work(ClassTables tables) {
        return new Work();
    }

    private record Work() implements ElementWork {
        /** @throws IModelException BAD_ARG for a text of a version that is not known */
        @Override
        public void take(JsonObject props, ElementDraft draft, EditContext context) {
            JsonObject unused = VersionedText.tryRequire(props, "textAnnotationData", VersionedForm.TEXT_ANNOTATION);
        }

        @Override
        public void afterInsert(ElementDraft draft, EditContext context) {
            InstancePlan plan = context.instancePlan(context.schemas().getClass("BisCore:TextAnnotationData"));
            ClassTables tables = plan.tables();
            ValueRow row = plan.row();
            row.setLong(tables.column("Element.Id"), draft.id);
            int relationship = tables.column("Element.RelECClassId");
            if (relationship >= 0) {
                row.setLong(
                        relationship,
                        context.schemas()
                                .getClass("BisCore:ElementOwnsUniqueAspect")
                                .id());
            }
            tables.insert(context.instanceIds().next(), row, context.statements());
        }
    }
}
