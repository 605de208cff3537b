package org.imodel4j.bis;

import java.util.Set;

/** BisCore:RenderMaterial: the palette name is there even when it is not set. */
final class RenderMaterialHandler implements ElementHandler {
    @Override
    public String className() {
        return "RenderMaterial";
    }

    @Override
    public Set<String> properties() {
        return Set.of("PaletteName");
    }

    @Override
    public Part part(Selection selection, ValueReaders values) {
        return new TextOrEmpty("paletteName", selection.column("PaletteName"));
    }
}
