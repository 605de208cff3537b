package org.imodel4j.bis.element;

import org.imodel4j.bis.CodeSpecs;
import org.imodel4j.json.JsonObject;

/** A {@code BisCore:Sheet} to be inserted into the list of documents that is the scope of its code. */
public final class Sheet extends NewElement<Sheet> {
    private Sheet(JsonObject props) {
        super(props);
    }

    @Override
    Sheet copy(JsonObject changed) {
        return new Sheet(changed);
    }

    public static Code createCode(CodeSpecs specs, long documentListModelId, String name) {
        return Code.of(specs, "bis:Sheet", documentListModelId, name);
    }

    /**
     * @param width in metres
     * @param height in metres
     */
    public static Sheet create(Code code, double width, double height) {
        return new Sheet(begin("BisCore:Sheet", code.scope(), code)
                .put("width", width)
                .put("height", height)
                .build());
    }

    public Sheet scale(double scale) {
        return with("scale", scale);
    }

    public Sheet sheetTemplate(long sheetTemplateId) {
        return with("sheetTemplate", new RelatedElement(sheetTemplateId, "BisCore:SheetHasSheetTemplate").toProps());
    }
}
