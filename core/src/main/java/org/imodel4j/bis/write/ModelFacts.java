package org.imodel4j.bis.write;

import java.util.Set;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;

/**
 * What the rules have to know of one model.
 *
 * @param located its elements stand in the spatial index
 */
record ModelFacts(long id, Set<Kind> kinds, boolean located) {
    static final long REPOSITORY = 1;

    /** The classes of BisCore that decide which elements a model takes. */
    enum Kind implements BisClass {
        GEOMETRIC_MODEL_2D("GeometricModel2d"),
        GEOMETRIC_MODEL_3D("GeometricModel3d"),
        SPATIAL_MODEL("SpatialModel"),
        SPATIAL_LOCATION_MODEL("SpatialLocationModel"),
        PHYSICAL_MODEL("PhysicalModel"),
        INFORMATION_MODEL("InformationModel"),
        DEFINITION_MODEL("DefinitionModel"),
        REPOSITORY_MODEL("RepositoryModel"),
        DOCUMENT_LIST_MODEL("DocumentListModel"),
        GROUP_INFORMATION_MODEL("GroupInformationModel"),
        INFORMATION_RECORD_MODEL("InformationRecordModel"),
        LINK_MODEL("LinkModel"),
        DICTIONARY_MODEL("DictionaryModel"),
        DRAWING_MODEL("DrawingModel"),
        SHEET_MODEL("SheetModel"),
        ROLE_MODEL("RoleModel");

        private final String className;

        Kind(String className) {
            this.className = className;
        }

        @Override
        public String className() {
            return className;
        }

        static Set<Kind> of(ECClass ecClass, ECSchemas schemas) {
            return BisClass.of(Kind.class, ecClass, schemas);
        }
    }

    boolean is(Kind kind) {
        return kinds.contains(kind);
    }

    /** Why elements of that kind can not stand in this model; null when they can. */
    @Nullable
    Status refusal(Set<ElementKind> element) {
        boolean flat = element.contains(ElementKind.GEOMETRIC_ELEMENT_2D);
        boolean solid = element.contains(ElementKind.GEOMETRIC_ELEMENT_3D);
        if (is(Kind.GEOMETRIC_MODEL_2D) && solid || is(Kind.GEOMETRIC_MODEL_3D) && flat) {
            return Status.MISMATCH_2D_3D;
        }
        return takes(element, flat || solid) ? null : Status.WRONG_MODEL;
    }

    private boolean takes(Set<ElementKind> element, boolean geometric) {
        boolean information = element.contains(ElementKind.INFORMATION_CONTENT_ELEMENT);
        if (is(Kind.DOCUMENT_LIST_MODEL) && !element.contains(ElementKind.DOCUMENT)) {
            return false;
        }
        if (is(Kind.GROUP_INFORMATION_MODEL) && !element.contains(ElementKind.GROUP_INFORMATION_ELEMENT)) {
            return false;
        }
        if (is(Kind.INFORMATION_RECORD_MODEL) && !element.contains(ElementKind.INFORMATION_RECORD_ELEMENT)) {
            return false;
        }
        if (is(Kind.LINK_MODEL) && !element.contains(ElementKind.LINK_ELEMENT)) {
            return false;
        }
        if (is(Kind.SPATIAL_LOCATION_MODEL)
                && !is(Kind.PHYSICAL_MODEL)
                && element.contains(ElementKind.PHYSICAL_ELEMENT)) {
            return false;
        }
        if (is(Kind.ROLE_MODEL) && geometric) {
            return false;
        }
        return information || !(is(Kind.INFORMATION_MODEL) || is(Kind.DEFINITION_MODEL) || is(Kind.REPOSITORY_MODEL));
    }
}
