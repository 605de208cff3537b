package org.imodel4j.cli.schema;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.imodel4j.cli.command.Given;
import org.imodel4j.cli.output.Terminal;
import org.imodel4j.ec.xml.SchemaInput;
import org.imodel4j.imodel.ECDb;
import org.imodel4j.imodel.ImportedSchemas;
import org.imodel4j.imodel.WritableECDb;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/** {@code imodel schema import FILE SCHEMA...}. */
final class ImportVerb extends SchemaVerb {
    enum Format {
        text,
        json
    }

    private final Terminal terminal;

    ImportVerb(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    String name() {
        return "import";
    }

    @Override
    Set<String> options() {
        return Set.of("assets", "dry-run", "format");
    }

    @Override
    boolean takesDocuments() {
        return true;
    }

    @Override
    int run(Given given, Path file) {
        Format format = given.choice("format", Format.text);
        boolean dry = given.has("dry-run");
        ImportedSchemas imported;
        try (WritableECDb db = ECDb.openForWrite(file)) {
            imported = importInto(db, given);
            if (!dry) {
                db.saveChanges();
            }
        }
        switch (format) {
            case json -> terminal.println(Json.write(json(imported)));
            case text -> {
                imported.schemas().forEach(schema -> terminal.println((dry ? "schema " : "") + schema));
                if (dry) {
                    printParts(imported);
                }
            }
        }
        return 0;
    }

    /** Nothing is saved yet. */
    static ImportedSchemas importInto(WritableECDb db, Given given) {
        List<SchemaInput> documents = given.words().subList(2, given.words().size()).stream()
                .map(word -> new SchemaInput.File(Given.path(word)))
                .collect(Collectors.toList());
        return db.importSchemas(
                documents, given.texts("assets").stream().map(Given::path).toList());
    }

    private void printParts(ImportedSchemas imported) {
        imported.tables().forEach(table -> terminal.println("table " + table.name() + shown(table.virtual())));
        imported.columns()
                .forEach(column ->
                        terminal.println("column " + column.table() + "." + column.name() + shown(column.virtual())));
        imported.indexes().forEach(index -> terminal.println("index " + index));
    }

    private static String shown(boolean virtual) {
        return virtual ? " (virtual)" : "";
    }

    private static JsonObject json(ImportedSchemas imported) {
        return JsonObject.builder()
                .put(
                        "schemas",
                        texts(imported.schemas().stream().map(Object::toString).toList()))
                .put(
                        "tables",
                        new JsonArray(imported.tables().stream()
                                .map(table -> (JsonValue) JsonObject.builder()
                                        .put("name", table.name())
                                        .put("virtual", table.virtual())
                                        .build())
                                .toList()))
                .put(
                        "columns",
                        new JsonArray(imported.columns().stream()
                                .map(column -> (JsonValue) JsonObject.builder()
                                        .put("table", column.table())
                                        .put("name", column.name())
                                        .put("virtual", column.virtual())
                                        .build())
                                .toList()))
                .put("indexes", texts(imported.indexes()))
                .build();
    }

    private static JsonArray texts(List<String> texts) {
        return new JsonArray(
                texts.stream().map(text -> (JsonValue) new JsonValue.Text(text)).toList());
    }
}
