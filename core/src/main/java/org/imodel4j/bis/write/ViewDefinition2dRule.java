package org.imodel4j.bis.write;

import java.util.Set;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/** BisCore:ViewDefinition2d: the model and the area that it shows. */
final class ViewDefinition2dRule implements ElementRule {
    @Override
    public String className() {
        return "ViewDefinition2d";
    }

    @Override
    public Set<String> properties() {
        return Set.of("BaseModel", "Origin", "Extents", "RotationAngle");
    }

    @Override
    public ElementWork work(ClassTables tables) {
        return new Work(
                tables.column("BaseModel.Id"),
                new int[] {tables.column("Origin.X"), tables.column("Origin.Y")},
                new int[] {tables.column("Extents.X"), tables.column("Extents.Y")},
                tables.column("RotationAngle"));
    }

    private record Work(int baseModel, int[] origin, int[] extents, int angle) implements ElementWork {
        @Override
        public void take(JsonObject props, ElementDraft draft, EditContext context) {
            ViewDefinitionRule.takeId(props, "baseModelId", baseModel, draft.row);
            ViewDefinition3dRule.takePoint(props.get("origin"), origin, draft);
            ViewDefinition3dRule.takePoint(props.get("delta"), extents, draft);
            JsonValue turned = props.get("angle");
            if (!JsonMember.isNull(turned) || draft.insert) {
                draft.row.setDouble(angle, PlacementDraft.stored(JsonMember.degrees(turned)));
            }
        }
    }
}
