package org.imodel4j.imodel;

import org.imodel4j.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** What an iModel is about: the name and the description of its element 0x1. */
public record RootSubject(String name, @Nullable String description) {
    /** {@code RootSubjectProps} of iTwin.js. */
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("name", name)
                .putIfPresent("description", description)
                .build();
    }
}
