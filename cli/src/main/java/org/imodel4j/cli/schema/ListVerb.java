package org.imodel4j.cli.schema;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.imodel4j.cli.command.Given;
import org.imodel4j.cli.output.Terminal;
import org.imodel4j.cli.query.OpenFile;
import org.imodel4j.ec.ECSchema;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/** {@code imodel schema list FILE}. */
final class ListVerb extends SchemaVerb {
    enum Format {
        text,
        json
    }

    private final Terminal terminal;

    ListVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    String name() {
        return "list";
    }

    @Override
    Set<String> options() {
        return Set.of("format");
    }

    @Override
    int run(Given given, Path file) {
        Format format = given.choice("format", Format.text);
        List<ECSchema> schemas;
        try (OpenFile open = OpenFile.open(file)) {
            schemas = new ArrayList<>(open.schemas().schemas());
        }
        schemas.sort(Comparator.comparing(ECSchema::name, String.CASE_INSENSITIVE_ORDER));
        switch (format) {
            case json -> terminal.println(Json.write(json(schemas)));
            case text ->
                schemas.forEach(each -> terminal.println(each.name() + ' ' + each.version() + ' ' + each.alias()));
        }
        return 0;
    }

    private static JsonArray json(List<ECSchema> schemas) {
        List<JsonValue> items = new ArrayList<>();
        for (ECSchema schema : schemas) {
            items.add(JsonObject.builder()
                    .put("name", schema.name())
                    .put("version", schema.version())
                    .put("alias", schema.alias())
                    .putIfPresent("label", schema.displayLabel())
                    .putIfPresent("description", schema.description())
                    .build());
        }
        return new JsonArray(items);
    }
}
