package org.imodel4j.bis;

import java.util.Set;

/** BisCore:SpatialViewDefinition: its model selector, without which it is not readable. */
final class SpatialViewDefinitionHandler implements ElementHandler {
    @Override
    public String className() {
        return "SpatialViewDefinition";
    }

    @Override
    public Set<String> properties() {
        return Set.of("ModelSelector");
    }

    @Override
    public Part part(Selection selection, ValueReaders values) {
        return new IdMember("modelSelectorId", selection.column("ModelSelector.Id"));
    }
}
