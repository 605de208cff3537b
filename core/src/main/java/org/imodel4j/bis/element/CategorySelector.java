package org.imodel4j.bis.element;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.bis.CodeSpecs;
import org.imodel4j.id.IdSet;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/** A {@code BisCore:CategorySelector} to be inserted: the categories that a view shows. */
public final class CategorySelector extends NewDefinitionElement<CategorySelector> {
    private CategorySelector(JsonObject props) {
        super(props);
    }

    @Override
    CategorySelector copy(JsonObject changed) {
        return new CategorySelector(changed);
    }

    public static Code createCode(CodeSpecs specs, long definitionModelId, String name) {
        return Code.of(specs, "bis:CategorySelector", definitionModelId, name);
    }

    public static CategorySelector create(Code code, IdSet categories) {
        return new CategorySelector(definition("BisCore:CategorySelector", code)
                .put("categories", ids(categories))
                .build());
    }

    static JsonArray ids(IdSet ids) {
        List<JsonValue> items = new ArrayList<>(ids.size());
        ids.forEach(id -> items.add(id(id)));
        return new JsonArray(items);
    }
}
