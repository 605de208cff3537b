package org.imodel4j.bis;

import java.util.List;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Settings of text styles from before version 1.0.2, brought up to it as iTwin.js does when it reads them. */
final class OldTextStyle {
    static final String VERSION = "1.0.2";

    /** Of it alone iTwin.js knows that its margins are lengths; from 1.0.2 on they are parts of the height of the text. */
    private static final String WITH_LENGTHS = "1.0.1";

    private OldTextStyle() {}

    /** @param settings with version and data */
    static JsonObject upgraded(JsonObject settings) {
        JsonObject.Builder upgraded = JsonObject.builder();
        boolean lengths = WITH_LENGTHS.equals(settings.text("version"));
        settings.members().forEach((name, member) -> {
            boolean isData = name.equals("data") && member instanceof JsonObject;
            upgraded.put(name, isData ? data((JsonObject) member, lengths) : member);
        });
        return upgraded.put("version", VERSION).build();
    }

    private static JsonObject data(JsonObject data, boolean lengths) {
        JsonObject.Builder upgraded = JsonObject.builder();
        data.members().forEach(upgraded::put);
        JsonObject leader = data.object("leader");
        if (leader != null && leader.get("terminatorShape") == null) {
            JsonObject.Builder shaped = JsonObject.builder();
            leader.members().forEach(shaped::put);
            upgraded.put("leader", shaped.put("terminatorShape", "openArrow").build());
        }
        if (lengths) {
            upgraded.put("margins", margins(data.object("margins"), or(data.number("textHeight"), 1)));
        }
        return upgraded.build();
    }

    private static JsonObject margins(@Nullable JsonObject lengths, double height) {
        JsonObject.Builder parts = JsonObject.builder();
        for (String side : List.of("top", "bottom", "left", "right")) {
            parts.put(side, or(lengths == null ? null : lengths.number(side), 0) / height);
        }
        return parts.build();
    }

    private static double or(JsonValue.@Nullable Number number, double otherwise) {
        return number == null ? otherwise : number.value();
    }
}
