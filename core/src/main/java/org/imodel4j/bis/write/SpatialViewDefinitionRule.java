package org.imodel4j.bis.write;

import java.util.Set;
import org.imodel4j.json.JsonObject;

/** BisCore:SpatialViewDefinition: its model selector. */
final class SpatialViewDefinitionRule implements ElementRule {
    @Override
    public String className() {
        return "SpatialViewDefinition";
    }

    @Override
    public Set<String> properties() {
        return Set.of("ModelSelector");
    }

    @Override
    public ElementWork work(ClassTables tables) {
        return new Work(tables.column("ModelSelector.Id"));
    }

    private record Work(int modelSelector) implements ElementWork {
        @Override
        public void take(JsonObject props, ElementDraft draft, EditContext context) {
            ViewDefinitionRule.takeId(props, "modelSelectorId", modelSelector, draft.row);
        }

        @Override
        public void checkInsert(ElementDraft draft, EditContext context) {
            ViewDefinitionRule.require(draft.row.longAt(modelSelector), "ModelSelector", context);
        }
    }
}
