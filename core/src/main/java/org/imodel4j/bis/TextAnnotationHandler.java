package org.imodel4j.bis;

import java.util.Set;

/** BisCore:TextAnnotation2d and 3d: the text of the annotation. */
record TextAnnotationHandler(String className) implements ElementHandler {
    @Override
    public Set<String> properties() {
        return Set.of("TextAnnotationData");
    }

    @Override
    public Part part(Selection selection, ValueReaders values) {
        int column = selection.column("TextAnnotationData");
        return new VersionedJson("textAnnotationData", column, VersionedForm.TEXT_ANNOTATION);
    }
}
