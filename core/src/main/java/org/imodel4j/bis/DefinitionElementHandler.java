package org.imodel4j.bis;

import java.util.Set;

/** BisCore:DefinitionElement: {@code isPrivate} stands behind the base members. */
final class DefinitionElementHandler implements ElementHandler {
    @Override
    public String className() {
        return "DefinitionElement";
    }

    @Override
    public Set<String> properties() {
        return Set.of("IsPrivate");
    }

    @Override
    public Part part(Selection selection, ValueReaders values) {
        return new NamedValue("IsPrivate", new ColumnReader.Bool(selection.column("IsPrivate")));
    }
}
