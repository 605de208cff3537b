package org.imodel4j.bis;

import java.util.Set;

/** BisCore:TextAnnotation2d and 3d: the text of the annotation. */
record TextAnnotationHandler(String className) implements ElementHandler {
    private static final int[] VERSION = {1, 0, 0};

    @Override
    public Set<String> properties() {
        return Set.of("TextAnnotationData");
    }

    @Override
    public Part part(Selection selection, ValueReaders values) {
        return new VersionedJson("textAnnotationData", selection.column("TextAnnotationData"), VERSION, VERSION);
    }
}
