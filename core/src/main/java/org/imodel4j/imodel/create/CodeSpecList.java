package org.imodel4j.imodel.create;

import java.util.ArrayList;
import java.util.List;

/** The code specs that every iModel begins with, in the order of their ids. */
final class CodeSpecList {
    static final List<Entry> ALL = List.copyOf(entries());

    /** What a code is unique within, with the code that is stored. */
    enum Scope {
        REPOSITORY,
        MODEL,
        PARENT_ELEMENT,
        RELATED_ELEMENT;

        int code() {
            return ordinal() + 1;
        }
    }

    record Entry(String name, Scope scope) {}

    private CodeSpecList() {}

    private static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry("bis:NullCodeSpec", Scope.REPOSITORY));
        for (String name : new String[] {
            "AnnotationFrameStyle",
            "AnnotationLeaderStyle",
            "AnnotationTextStyle",
            "AuxCoordSystem2d",
            "AuxCoordSystem3d",
            "AuxCoordSystemSpatial",
            "CategorySelector",
            "ColorBook",
            "DisplayStyle",
            "Drawing",
            "DrawingCategory",
            "GeometryPart",
            "GraphicalType2d",
            "LineStyle",
            "LinkElement",
            "ModelSelector",
            "PhysicalMaterial",
            "PhysicalType",
            "RenderMaterial",
            "Sheet",
            "SpatialCategory",
            "SpatialLocationType",
            "TemplateRecipe2d",
            "TemplateRecipe3d",
            "TextAnnotationSeed",
            "Texture",
            "ViewDefinition"
        }) {
            entries.add(new Entry("bis:" + name, Scope.MODEL));
        }
        for (String name : new String[] {"InformationPartitionElement", "SubCategory", "Subject"}) {
            entries.add(new Entry("bis:" + name, Scope.PARENT_ELEMENT));
        }
        entries.add(new Entry("Generic:ViewAttachmentLabel", Scope.MODEL));
        return entries;
    }
}
