package org.imodel4j.bis.element;

import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/** A {@code BisCore:SectionDrawing} to be inserted: a drawing that was made from a spatial view. Its code is that of a {@link Drawing}. */
public final class SectionDrawing extends NewElement<SectionDrawing> {
    /** What a section drawing shows; stored as {@link #number()}. */
    public enum SectionType {
        SECTION,
        DETAIL,
        ELEVATION,
        PLAN;

        public int number() {
            return ordinal() + 3;
        }
    }

    private SectionDrawing(JsonObject props) {
        super(props);
    }

    @Override
    SectionDrawing copy(JsonObject changed) {
        return new SectionDrawing(changed);
    }

    public static SectionDrawing create(Code code, SectionType type) {
        return new SectionDrawing(begin("BisCore:SectionDrawing", code.scope(), code)
                .put("sectionType", type.number())
                .build());
    }

    /** Size on paper to size in the model, more than 0; 1 when it is not given. */
    public SectionDrawing scaleFactor(double scaleFactor) {
        return with("scaleFactor", scaleFactor);
    }

    /** The view that it was made from. */
    public SectionDrawing spatialView(long spatialViewId) {
        return with(
                "spatialView",
                new RelatedElement(spatialViewId, "BisCore:SectionDrawingGeneratedFromSpatialView").toProps());
    }

    /** Whether the view is shown together with the drawing. */
    public SectionDrawing displaySpatialView(boolean display) {
        return jsonProperty("displaySpatialView", JsonValue.of(display));
    }
}
