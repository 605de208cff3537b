package org.imodel4j.bis.element;

import org.imodel4j.bis.CodeSpecs;
import org.imodel4j.geometry.Range2d;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;

/** A {@code BisCore:DrawingViewDefinition} or {@code BisCore:SheetViewDefinition} to be inserted. */
public final class ViewDefinition2d extends NewViewDefinition<ViewDefinition2d> {
    private ViewDefinition2d(JsonObject props) {
        super(props);
    }

    @Override
    ViewDefinition2d copy(JsonObject changed) {
        return new ViewDefinition2d(changed);
    }

    public static Code createCode(CodeSpecs specs, long definitionModelId, String name) {
        return code(specs, definitionModelId, name);
    }

    /** The view of a drawing model. */
    public static ViewDefinition2d createDrawingView(Code code, long baseModelId, ViewParts parts, Range2d range) {
        return create("BisCore:DrawingViewDefinition", code, baseModelId, parts).range(range);
    }

    /** The view of a sheet model. */
    public static ViewDefinition2d createSheetView(Code code, long baseModelId, ViewParts parts, Range2d range) {
        return create("BisCore:SheetViewDefinition", code, baseModelId, parts).range(range);
    }

    private static ViewDefinition2d create(String classFullName, Code code, long baseModelId, ViewParts parts) {
        return new ViewDefinition2d(view(classFullName, code, parts)
                        .put("baseModelId", id(baseModelId))
                        .build())
                .angle(0);
    }

    /** What it shows, in metres. */
    public ViewDefinition2d range(Range2d range) {
        return with("origin", GeometryJson.point(range.low()))
                .with(
                        "delta",
                        JsonArray.of(
                                range.high().x() - range.low().x(),
                                range.high().y() - range.low().y()));
    }

    /** The rotation of what it shows, in degrees. */
    public ViewDefinition2d angle(double angle) {
        return with("angle", angle);
    }
}
