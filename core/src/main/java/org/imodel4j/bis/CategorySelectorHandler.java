package org.imodel4j.bis;

import java.util.Set;

/** BisCore:CategorySelector: the selected categories. */
final class CategorySelectorHandler implements ElementHandler {
    @Override
    public String className() {
        return "CategorySelector";
    }

    @Override
    public Set<String> properties() {
        return Set.of();
    }

    @Override
    public Part part(Selection selection, ValueReaders values) {
        return new LinkedIds("categories", "CategorySelectorRefersToCategories");
    }
}
