package org.imodel4j.bis;

import java.util.Set;

/** BisCore:ModelSelector: the selected models. */
final class ModelSelectorHandler implements ElementHandler {
    @Override
    public String className() {
        return "ModelSelector";
    }

    @Override
    public Set<String> properties() {
        return Set.of();
    }

    @Override
    public Part part(Selection selection, ValueReaders values) {
        return new LinkedIds("models", "ModelSelectorRefersToModels");
    }
}
