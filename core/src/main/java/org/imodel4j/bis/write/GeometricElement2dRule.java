package org.imodel4j.bis.write;

import java.util.Set;
import org.imodel4j.error.Status;

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

    private record Work(GeometricColumns columns) implements GeometricWork {
        @Override
        public void checkInsert(ElementDraft draft, EditContext context) {
            ModelFacts model = context.tryModel(draft.model);
            if (model == null || !model.is(ModelFacts.Kind.GEOMETRIC_MODEL_2D)) {
                throw Refusal.of(Status.WRONG_MODEL, "The element needs a model in the plane", draft.model);
            }
            columns.checkInsert("DrawingCategory", draft, context);
        }
    }
}
