package org.imodel4j.bis.element;

import org.imodel4j.bis.CodeSpecs;
import org.imodel4j.id.IdSet;
import org.imodel4j.json.JsonObject;

/** A {@code BisCore:ModelSelector} to be inserted: the models that a view shows. */
public final class ModelSelector extends NewDefinitionElement<ModelSelector> {
    private ModelSelector(JsonObject props) {
        super(props);
    }

    @Override
    ModelSelector copy(JsonObject changed) {
        return new ModelSelector(changed);
    }

    public static Code createCode(CodeSpecs specs, long definitionModelId, String name) {
        return Code.of(specs, "bis:ModelSelector", definitionModelId, name);
    }

    public static ModelSelector create(Code code, IdSet models) {
        return new ModelSelector(definition("BisCore:ModelSelector", code)
                .put("models", CategorySelector.ids(models))
                .build());
    }
}
