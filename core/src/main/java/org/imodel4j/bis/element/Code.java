package org.imodel4j.bis.element;

import org.imodel4j.bis.CodeSpecs;
import org.imodel4j.error.IModelException;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonObject;

/**
 * The business name of an element: unique for its code spec and its scope, unless the value is empty.
 *
 * @param spec id of the code spec
 * @param scope id of the element, or of the model, within which the value is unique
 * @param value without white space at both ends, which the constructor takes away as iTwin.js does
 */
public record Code(long spec, long scope, String value) {
    /** The code of elements that have none. */
    public static final Code EMPTY = new Code(1, 1, "");

    public Code {
        value = trimmed(value);
    }

    /**
     * A code by the name of its code spec, such as {@code bis:Drawing}.
     *
     * @throws IModelException NotFound when the iModel has no such code spec
     */
    public static Code of(CodeSpecs specs, String specName, long scope, String value) {
        return new Code(specs.get(specName).id(), scope, value);
    }

    /** {@code {spec, scope, value}}. */
    public JsonObject toProps() {
        return JsonObject.builder()
                .put("spec", Id64.toHex(spec))
                .put("scope", Id64.toHex(scope))
                .put("value", value)
                .build();
    }

    /** ECMAScript's white space is not Java's. */
    private static String trimmed(String value) {
        int from = 0;
        int end = value.length();
        while (from < end && isSpace(value.charAt(from))) {
            from++;
        }
        while (end > from && isSpace(value.charAt(end - 1))) {
            end--;
        }
        return value.substring(from, end);
    }

    private static boolean isSpace(char c) {
        return c >= '\t' && c <= '\r' || c == '\ufeff' || Character.isSpaceChar(c);
    }
}
