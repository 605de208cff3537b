package org.imodel4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.imodel4j.cli.output.CellText;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/** The facts of a file as lines for people: a name, then its value; nested facts name their parents. */
final class InfoText {
    private static final int NAME_WIDTH = 20;

    private InfoText() {}

    static List<String> lines(JsonObject facts) {
        List<String> lines = new ArrayList<>();
        add("", facts, lines);
        return lines;
    }

    private static void add(String prefix, JsonObject facts, List<String> lines) {
        for (Map.Entry<String, JsonValue> fact : facts.members().entrySet()) {
            String name = prefix + fact.getKey();
            switch (fact.getValue()) {
                case JsonObject object -> add(name + ".", object, lines);
                case JsonArray array
                when !array.items().isEmpty() && array.get(0) instanceof JsonObject -> list(name, array, lines);
                case JsonValue value -> lines.add(line(name, value));
            }
        }
    }

    /** A list of small objects: one line each. */
    private static void list(String name, JsonArray array, List<String> lines) {
        lines.add(line(name, JsonValue.of(array.size())));
        for (JsonValue item : array.items()) {
            if (item instanceof JsonObject object) {
                List<String> words =
                        object.members().values().stream().map(CellText::of).toList();
                lines.add("  " + String.join(" ", words));
            }
        }
    }

    private static String line(String name, JsonValue value) {
        String text = value instanceof JsonValue.Text words ? words.value() : Json.write(value);
        return (name + " ".repeat(Math.max(1, NAME_WIDTH - name.length())) + text).stripTrailing();
    }
}
