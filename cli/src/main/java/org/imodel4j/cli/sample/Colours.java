package org.imodel4j.cli.sample;

import java.util.HexFormat;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/** Readable values in resources, {@code "#rrggbb"} and {@code "$part:Desk"}, made what an iModel has in their place. */
final class Colours {
    private Colours() {}

    /** iTwin.js has red in the lowest byte. */
    static int parse(String text) {
        int rgb = HexFormat.fromHexDigits(text, 1, 7);
        return (rgb & 0xff) << 16 | rgb & 0xff00 | rgb >> 16;
    }

    static JsonValue resolve(JsonValue value, Names names) {
        return switch (value) {
            case JsonValue.Text text
            when text.value().startsWith("$") -> names.value(text.value().substring(1));
            case JsonValue.Text text when text.value().startsWith("#") -> JsonValue.of(parse(text.value()));
            case JsonArray array ->
                new JsonArray(
                        array.items().stream().map(item -> resolve(item, names)).toList());
            case JsonObject object -> {
                JsonObject.Builder resolved = JsonObject.builder();
                object.members().forEach((name, member) -> resolved.put(name, resolve(member, names)));
                yield resolved.build();
            }
            default -> value;
        };
    }
}
