package org.imodel4j.bis.write;

import org.imodel4j.bis.VersionedForm;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Checks a member that shall be JSON in a text with the version of its form. */
final class VersionedText {
    private VersionedText() {}

    /**
     * The JSON in a member; null when the member is missing, empty or text that is no JSON: all that is stored as it is, and reads as absent.
     *
     * @throws IModelException BAD_ARG for JSON that could not be read again
     */
    static @Nullable JsonObject tryRequire(JsonObject props, String member, VersionedForm form) {
        JsonValue given = props.get(member);
        JsonValue value =
                switch (given) {
                    case JsonValue.Text text -> VersionedForm.tryParse(text.value());
                    case JsonValue.Number number -> JsonMember.isTruthy(number) ? number : null;
                    case JsonValue.Bool bool -> bool.value() ? bool : null;
                    case null, default -> null;
                };
        if (value == null) {
            return null;
        }
        if (!form.isReadable(value)) {
            throw new IModelException(Status.BAD_ARG, "JSON without data, or of a version that is not known")
                    .with("member", member);
        }
        return (JsonObject) value;
    }
}
