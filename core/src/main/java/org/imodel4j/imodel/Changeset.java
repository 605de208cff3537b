package org.imodel4j.imodel;

import org.imodel4j.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The point of an iModel's history that a file stands at.
 *
 * @param id 40 hex digits; empty before the first changeset
 * @param index its place in the history, 0 before the first changeset; null when the file does not tell
 */
public record Changeset(String id, @Nullable Integer index) {
    /** Before the first changeset. */
    public static final Changeset NONE = new Changeset("", 0);

    /** {@code ChangesetIdWithIndex} of iTwin.js. */
    public JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder().put("id", id);
        if (index != null) {
            json.put("index", index.longValue());
        }
        return json.build();
    }
}
