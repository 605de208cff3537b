package org.imodel4j.bis.write;

import java.util.EnumSet;
import java.util.Set;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;

/** The classes of BisCore that decide in which models an element may stand, and who may be its parent. */
enum ElementKind {
    GEOMETRIC_ELEMENT_2D("GeometricElement2d"),
    GEOMETRIC_ELEMENT_3D("GeometricElement3d"),
    PHYSICAL_ELEMENT("PhysicalElement"),
    INFORMATION_CONTENT_ELEMENT("InformationContentElement"),
    DOCUMENT("Document"),
    GROUP_INFORMATION_ELEMENT("GroupInformationElement"),
    INFORMATION_RECORD_ELEMENT("InformationRecordElement"),
    LINK_ELEMENT("LinkElement"),
    ROLE_ELEMENT("RoleElement"),
    SUBJECT("Subject"),
    INFORMATION_PARTITION_ELEMENT("InformationPartitionElement");

    private final String className;

    ElementKind(String className) {
        this.className = className;
    }

    /** All that the class is. */
    static Set<ElementKind> of(ECClass ecClass, ECSchemas schemas) {
        Set<ElementKind> kinds = EnumSet.noneOf(ElementKind.class);
        for (ElementKind kind : values()) {
            ECClass base = schemas.tryClass("BisCore", kind.className);
            if (base != null && schemas.isSubclass(ecClass.id(), base.id())) {
                kinds.add(kind);
            }
        }
        return kinds;
    }
}
