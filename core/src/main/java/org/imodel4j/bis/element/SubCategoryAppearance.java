package org.imodel4j.bis.element;

import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonObject;

/** How the geometry of a sub-category looks. What is not given is black, opaque, of weight 0 and visible. Colours are 0xBBGGRR. */
public final class SubCategoryAppearance extends Props<SubCategoryAppearance> {
    public static final SubCategoryAppearance DEFAULT = new SubCategoryAppearance(JsonObject.EMPTY);

    private SubCategoryAppearance(JsonObject props) {
        super(props);
    }

    @Override
    SubCategoryAppearance copy(JsonObject changed) {
        return new SubCategoryAppearance(changed);
    }

    public SubCategoryAppearance color(int color) {
        return with("color", color);
    }

    /** Of areas; that of lines unless it is given. */
    public SubCategoryAppearance fillColor(int color) {
        return with("fill", color);
    }

    /** From 0, opaque, to 1. */
    public SubCategoryAppearance transparency(double transparency) {
        return with("transp", transparency);
    }

    /** Of areas, from 0, opaque, to 1; that of lines unless it is given. */
    public SubCategoryAppearance fillTransparency(double transparency) {
        return with("transpFill", transparency);
    }

    /** Width of lines in pixels. */
    public SubCategoryAppearance weight(int weight) {
        return with("weight", weight);
    }

    /** Which of two graphics in a plane is in front. */
    public SubCategoryAppearance priority(int priority) {
        return with("priority", priority);
    }

    public SubCategoryAppearance style(long lineStyleId) {
        return with("style", Id64.toHex(lineStyleId));
    }

    public SubCategoryAppearance material(long renderMaterialId) {
        return with("material", Id64.toHex(renderMaterialId));
    }

    public SubCategoryAppearance invisible(boolean invisible) {
        return with("invisible", invisible);
    }

    public SubCategoryAppearance dontPlot(boolean dontPlot) {
        return with("dontPlot", dontPlot);
    }

    public SubCategoryAppearance dontSnap(boolean dontSnap) {
        return with("dontSnap", dontSnap);
    }

    public SubCategoryAppearance dontLocate(boolean dontLocate) {
        return with("dontLocate", dontLocate);
    }
}
