package org.imodel4j.bis.write;

import java.util.Set;
import org.imodel4j.error.Status;
import org.imodel4j.json.JsonObject;

/** BisCore:GeometricElement2d: it stands in a model in the plane, with a drawing category. */
final class GeometricElement2dRule implements ElementRule {
    @Override
    public String className() {
        return "GeometricElement2d";
    }

    @Override
    public Set<String> properties() {
        return Set.of("Category", "Origin", "Rotation", "BBoxLow", "BBoxHigh", "GeometryStream", "TypeDefinition");
    }

    @Override
    public ElementWork work(ClassTables tables) {
        return new Work(new GeometricColumns(tables, new String[] {"X", "Y"}, new String[] {"Rotation"}));
    }

    private record Work(GeometricColumns columns) implements ElementWork {
        @Override
        public GeometricColumns geometricColumns() {
            return columns;
        }

        @Override
        public void take(JsonObject props, ElementDraft draft, EditContext context) {
            columns.take(props, draft, context);
        }

        @Override
        public void checkInsert(ElementDraft draft, EditContext context) {
            ModelFacts model = context.tryModel(draft.model);
            if (model == null || !model.is(ModelFacts.Kind.GEOMETRIC_MODEL_2D)) {
                throw Refusal.of(Status.WRONG_MODEL, "The element needs a model in the plane", draft.model);
            }
            columns.checkInsert("DrawingCategory", draft, context);
        }

        @Override
        public void afterInsert(ElementDraft draft, EditContext context) {
            context.changedModels().geometryChanged(draft.model);
        }

        @Override
        public void afterUpdate(ElementDraft draft, EditContext context) {
            if (columns.changesGeometry(draft)) {
                context.changedModels().geometryChanged(draft.model);
            }
        }

        @Override
        public void checkUpdate(ElementDraft draft, EditContext context) {
            columns.checkUpdate(draft);
        }
    }
}
