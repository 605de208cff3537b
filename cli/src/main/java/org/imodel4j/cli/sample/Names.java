package org.imodel4j.cli.sample;

import java.util.HashMap;
import java.util.Map;
import org.imodel4j.id.Id64;
import org.imodel4j.json.JsonValue;

/** The ids of what was made, by names such as {@code part:Desk}. */
final class Names {
    private final Map<String, Long> ids = new HashMap<>();

    long put(String name, long id) {
        ids.put(name, id);
        return id;
    }

    long get(String name) {
        Long id = ids.get(name);
        if (id == null) {
            throw new IllegalStateException("Nothing was made that is called " + name);
        }
        return id;
    }

    /** As JSON: fonts have numbers, everything else ids. */
    JsonValue value(String name) {
        return name.startsWith("font:") ? JsonValue.of(get(name)) : JsonValue.of(Id64.toHex(get(name)));
    }
}
