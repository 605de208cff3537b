package org.imodel4j.bis;

import java.util.ArrayList;
import java.util.List;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The lines that a viewer shows over an element: its label, its category if it has one, its model. Names of fields are keys
 * that the frontend translates. Safe for use by several threads.
 */
public final class ToolTips {
    private final ECSchemas schemas;
    private final Elements elements;

    public ToolTips(ECSchemas schemas, Elements elements) {
        this.schemas = schemas;
        this.elements = elements;
    }

    /**
     * The lines for an element, as HTML in which labels stand as they are stored.
     *
     * @throws IModelException NotFound when the element, its category or the element that its model models does not exist or is not
     *     readable; the message names it
     */
    public List<String> of(long elementId) {
        JsonObject element = element(Id64.toHex(elementId));
        ECClass ecClass = schemas.getClass(text(element, "classFullName"));
        List<String> lines = new ArrayList<>();
        String label = label(element);
        lines.add(
                label.isEmpty() ? field("Id") + Id64.toHex(elementId) + ", " + field("Type") + ecClass.name() : label);
        if (isGeometric(ecClass)) {
            lines.add(field("Category") + label(element(text(element, "category"))));
        }
        lines.add(field("Model") + label(element(text(element, "model"))));
        return List.copyOf(lines);
    }

    private JsonObject element(String id) {
        JsonObject element = elements.tryGet(ElementKey.of(Id64.parseLenient(id)), ElementOptions.DEFAULT);
        if (element == null) {
            throw new IModelException(Status.NOT_FOUND, "Element=" + id);
        }
        return element;
    }

    private boolean isGeometric(ECClass ecClass) {
        ECClass geometric = schemas.tryClass("BisCore", "GeometricElement");
        return geometric != null && schemas.isSubclass(ecClass.id(), geometric.id());
    }

    private static String field(String name) {
        return "<b>%{iModelJs:Element." + name + "}:</b> ";
    }

    /** The user's label, or the value of the code without blanks around it; empty when there is neither. */
    private static String label(JsonObject element) {
        String userLabel = element.text("userLabel");
        if (userLabel != null) {
            return userLabel;
        }
        JsonObject code = element.object("code");
        return code == null ? "" : text(code, "value").strip();
    }

    private static String text(JsonObject object, String member) {
        @Nullable String text = object.text(member);
        return text == null ? "" : text;
    }
}
