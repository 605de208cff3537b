package org.imodel4j.ec.map;

import org.imodel4j.ec.CustomAttributeXml;
import org.jspecify.annotations.Nullable;

/** Reads values of custom attributes. A value that is not set, or that is empty text, is null. */
final class MapAttributes {
    private MapAttributes() {}

    static @Nullable String text(@Nullable CustomAttributeXml attribute, String property) {
        String text = attribute == null ? "" : attribute.childText(property);
        return text.isEmpty() ? null : text;
    }

    static @Nullable Boolean truth(@Nullable CustomAttributeXml attribute, String property) {
        String text = text(attribute, property);
        return text == null ? null : (Boolean) text.equalsIgnoreCase("true");
    }

    static boolean isTrue(@Nullable CustomAttributeXml attribute, String property) {
        return Boolean.TRUE.equals(truth(attribute, property));
    }

    static @Nullable Integer number(@Nullable CustomAttributeXml attribute, String property) {
        String text = text(attribute, property);
        try {
            return text == null ? null : (Integer) Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
