package org.imodel4j.bis;

import java.util.Set;

/** BisCore:LineStyle: the data are there even when they are not set. */
final class LineStyleHandler implements ElementHandler {
    @Override
    public String className() {
        return "LineStyle";
    }

    @Override
    public Set<String> properties() {
        return Set.of("Data");
    }

    @Override
    public Part part(Selection selection, ValueReaders values) {
        return new TextOrEmpty("data", selection.column("Data"));
    }
}
