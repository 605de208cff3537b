package org.imodel4j.bis.element;

import org.imodel4j.bis.CodeSpecs;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonObject;

/** A {@code BisCore:SubCategory} to be inserted below the category that is the scope of its code. */
public final class SubCategory extends NewDefinitionElement<SubCategory> {
    private SubCategory(JsonObject props) {
        super(props);
    }

    @Override
    SubCategory copy(JsonObject changed) {
        return new SubCategory(changed);
    }

    public static Code createCode(CodeSpecs specs, long categoryId, String name) {
        return Code.of(specs, "bis:SubCategory", categoryId, name);
    }

    /** @param definitionModelId the model of its category */
    public static SubCategory create(Code code, long definitionModelId, SubCategoryAppearance appearance) {
        return new SubCategory(definition("BisCore:SubCategory", code)
                        .put("appearance", appearance.toProps())
                        .build())
                .model(definitionModelId)
                .parent(RelatedElement.categoryOwnsSubCategories(code.scope()));
    }

    /** The props for an update that gives the default sub-category of a category its looks. Its id is the one after the category's. */
    public static JsonObject defaultAppearance(long categoryId, SubCategoryAppearance appearance) {
        return JsonObject.builder()
                .put("id", Id64.toHex(categoryId + 1))
                .put("appearance", appearance.toProps())
                .build();
    }

    public SubCategory description(String description) {
        return with("description", description);
    }
}
