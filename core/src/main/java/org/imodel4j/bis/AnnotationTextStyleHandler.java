package org.imodel4j.bis;

import java.util.Set;

/** BisCore:AnnotationTextStyle: its settings. */
final class AnnotationTextStyleHandler implements ElementHandler {
    @Override
    public String className() {
        return "AnnotationTextStyle";
    }

    @Override
    public Set<String> properties() {
        return Set.of("Settings");
    }

    @Override
    public Part part(Selection selection, ValueReaders values) {
        return new VersionedJson("settings", selection.column("Settings"), VersionedForm.TEXT_STYLE);
    }
}
