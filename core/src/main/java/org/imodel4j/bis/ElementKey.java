package org.imodel4j.bis;

import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.id.Guid;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/** What an element is asked by. */
public sealed interface ElementKey {
    record ById(long id) implements ElementKey {}

    record ByFederationGuid(Guid guid) implements ElementKey {}

    /** The value is compared without surrounding blanks and without the case of ASCII letters. */
    record ByCode(long spec, long scope, String value) implements ElementKey {}

    static ElementKey of(long id) {
        return new ById(id);
    }

    /**
     * Reads the argument of {@code loadElementProps} and its like: a string that is an id, a string that is a GUID, or an
     * object with {@code spec}, {@code scope} and {@code value}.
     *
     * @throws IModelException NotFound for strings that are neither, BadArg for anything else
     */
    static ElementKey ofJson(JsonValue json) {
        if (json instanceof JsonValue.Text text) {
            return ofText(text.value());
        }
        if (json instanceof JsonObject code) {
            String spec = code.text("spec");
            String scope = code.text("scope");
            String value = code.text("value");
            if (spec != null && scope != null && Id64.isId(spec) && Id64.isId(scope)) {
                return new ByCode(Id64.parse(spec), Id64.parse(scope), value == null ? "" : value);
            }
            throw new IModelException(Status.NOT_FOUND, "element not found");
        }
        throw new IModelException(Status.BAD_ARG, "an element id, a GUID or a code is expected");
    }

    private static ElementKey ofText(String text) {
        if (Id64.isId(text)) {
            return new ById(Id64.parse(text));
        }
        Guid guid = Guid.tryParse(text);
        if (guid == null) {
            throw new IModelException(Status.NOT_FOUND, "element not found");
        }
        return new ByFederationGuid(guid);
    }
}
