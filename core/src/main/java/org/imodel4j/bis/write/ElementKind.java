package org.imodel4j.bis.write;

import java.util.Set;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;

/** The classes of BisCore that decide in which models an element may stand, and who may be its parent. */
enum ElementKind implements BisClass {
    GEOMETRIC_ELEMENT_2D("GeometricElement2d"),
    GEOMETRIC_ELEMENT_3D("GeometricElement3d"),
    PHYSICAL_ELEMENT("PhysicalElement"),
    INFORMATION_CONTENT_ELEMENT("InformationContentElement"),
    DOCUMENT("Document"),
    GROUP_INFORMATION_ELEMENT("GroupInformationElement"),
    INFORMATION_RECORD_ELEMENT("InformationRecordElement"),
    LINK_ELEMENT("LinkElement");

    private final String className;

    ElementKind(String className) {
        this.className = className;
    }

    @Override
    public String className() {
        return className;
    }

    /** All that the class is. */
    static Set<ElementKind> of(ECClass ecClass, ECSchemas schemas) {
        return BisClass.of(ElementKind.class, ecClass, schemas);
    }
}
