package org.imodel4j.bis.write;

import java.util.Set;
import org.imodel4j.error.Status;

/** BisCore:GeometricElement3d: it stands in a model in space, with a spatial category. */
final class GeometricElement3dRule implements ElementRule {
    @Override
    public String className() {
        return "GeometricElement3d";
    }

    @Override
    public Set<String> properties() {
        return Set.of(
                "Category",
                "InSpatialIndex",
                "Origin",
                "Yaw",
                "Pitch",
                "Roll",
                "BBoxLow",
                "BBoxHigh",
                "GeometryStream",
                "TypeDefinition");
    }

    @Override
    public ElementWork work(ClassTables tables) {
        return new Work(
                new GeometricColumns(tables, new String[] {"X", "Y", "Z"}, new String[] {"Yaw", "Pitch", "Roll"}),
                tables.column("InSpatialIndex"));
    }

    private record Work(GeometricColumns columns, int inSpatialIndex) implements GeometricWork {
        @Override
        public void checkInsert(ElementDraft draft, EditContext context) {
            ModelFacts model = context.tryModel(draft.model);
            if (model == null || !model.is(ModelFacts.Kind.GEOMETRIC_MODEL_3D)) {
                throw Refusal.of(Status.WRONG_MODEL, "The element needs a model in space", draft.model);
            }
            columns.checkInsert("SpatialCategory", draft, context);
            draft.row.setLong(inSpatialIndex, model.located() ? 1 : 0);
        }

        @Override
        public void checkUpdate(ElementDraft draft, EditContext context) {
            columns.checkUpdate(draft);
            ModelFacts model = context.tryModel(draft.model);
            draft.row.setLong(inSpatialIndex, model != null && model.located() ? 1 : 0);
        }
    }
}
