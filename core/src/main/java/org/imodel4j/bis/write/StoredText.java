package org.imodel4j.bis.write;

import java.util.stream.Collectors;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/** Text as a file can hold it: it ends before the first NUL, and halves of characters become U+FFFD. */
final class StoredText {
    private static final char REPLACEMENT = '\ufffd';

    private StoredText() {}

    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return repaired(text);
            }
        }
        return text;
    }

    /** JSON, with the same repairs. */
    static String ofJson(JsonValue value) {
        String text = Json.write(value);
        return text.contains("\\ud") || text.contains("\\u0000") ? Json.write(repaired(value)) : text;
    }

    private static JsonValue repaired(JsonValue value) {
        return switch (value) {
            case JsonValue.Text text -> JsonValue.of(of(text.value()));
            case JsonArray array ->
                new JsonArray(array.items().stream().map(StoredText::repaired).collect(Collectors.toList()));
            case JsonObject object -> {
                JsonObject.Builder members = JsonObject.builder();
                object.members().forEach((name, member) -> members.put(of(name), repaired(member)));
                yield members.build();
            }
            default -> value;
        };
    }

    private static String repaired(String text) {
        int nul = text.indexOf(0);
        int end = nul < 0 ? text.length() : nul;
        StringBuilder repaired = new StringBuilder(end);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                repaired.append(c).append(text.charAt(++i));
            } else {
                repaired.append(Character.isSurrogate(c) ? REPLACEMENT : c);
            }
        }
        return repaired.toString();
    }
}
