package org.imodel4j.bis.element;

import org.imodel4j.bis.CodeSpecs;
import org.imodel4j.json.JsonObject;

/** A {@code BisCore:PhysicalType} to be inserted: what many physical elements have in common. */
public final class PhysicalType extends NewDefinitionElement<PhysicalType> {
    private PhysicalType(JsonObject props) {
        super(props);
    }

    @Override
    PhysicalType copy(JsonObject changed) {
        return new PhysicalType(changed);
    }

    public static Code createCode(CodeSpecs specs, long definitionModelId, String name) {
        return Code.of(specs, "bis:PhysicalType", definitionModelId, name);
    }

    /** @param classFullName one of a domain, such as {@code Generic:PhysicalType}, since BisCore's own has no instances */
    public static PhysicalType create(String classFullName, Code code) {
        return new PhysicalType(definition(classFullName, code).build());
    }

    public PhysicalType physicalMaterial(long physicalMaterialId) {
        return with(
                "physicalMaterial",
                new RelatedElement(physicalMaterialId, "BisCore:PhysicalTypeIsOfPhysicalMaterial").toProps());
    }
}
