package org.imodel4j.ec.schema;

import java.util.List;
import org.imodel4j.ec.CustomAttributeXml;
import org.jspecify.annotations.Nullable;

/**
 * An instance of a custom attribute class on a schema, class, property or relationship end.
 *
 * @param type the custom attribute class
 * @param value the element in the form in which it is stored: children in the order of the properties of the class, values in
 *     their canonical spelling, without namespaces
 */
public record CustomAttributeDef(ItemName type, CustomAttributeXml value) {
    /** The one of that class, null when there is none. */
    public static @Nullable CustomAttributeDef find(List<CustomAttributeDef> attributes, ItemName type) {
        for (CustomAttributeDef attribute : attributes) {
            if (attribute.type.equals(type)) {
                return attribute;
            }
        }
        return null;
    }
}
