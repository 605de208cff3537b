package org.imodel4j.ec.xml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.imodel4j.ec.schema.SchemaDef;
import org.imodel4j.ec.schema.SchemaSet;
import org.imodel4j.ec.schema.StoredFile;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * A recorded case of {@code schemas/broken.jsonl}: a schema with what the reference says to its import into an empty iModel.
 *
 * @param status 0 for what is accepted; null where the reference itself ends
 */
@NullUnmarked
public record BrokenSchema(
        String file,
        String importAs,
        @Nullable String after,
        List<String> beside,
        @Nullable Integer status,
        String message,
        String cause) {
    private static final String FOLDER = "schemas/broken/";
    private static final SchemaSet EMPTY = StoredFile.schemas("empty.bim");
    private static final SchemaSet DELIVERED = StoredFile.schemas("ecsql/types.bim");

    public static List<BrokenSchema> all() {
        List<BrokenSchema> all = new ArrayList<>();
        for (String line : text("schemas/broken.jsonl").split("\n", -1)) {
            if (!line.isBlank()) {
                all.add(of((JsonObject) Json.parse(line)));
            }
        }
        return all;
    }

    private static BrokenSchema of(JsonObject json) {
        List<String> beside = new ArrayList<>();
        JsonArray names = json.array("beside");
        if (names != null) {
            for (JsonValue name : names.items()) {
                beside.add(((JsonValue.Text) name).value());
            }
        }
        JsonValue.Number status = json.number("status");
        return new BrokenSchema(
                json.text("file"),
                json.text("importAs") == null ? json.text("file") : json.text("importAs"),
                json.text("after"),
                beside,
                status == null ? null : (Integer) (int) status.value(),
                String.valueOf(json.text("message")),
                json.text("cause"));
    }

    /** Reads the schema where it and what is beside it lie in a folder; before it, what has to be stored before. */
    public LoadedSchemas load(Path folder) {
        return loader(stored(folder)).load(List.of(input(folder, importAs, FOLDER + file)));
    }

    /** What is in the iModel before the import. */
    public SchemaSet stored(Path folder) {
        try {
            for (String name : beside) {
                Path path = Path.of(name);
                Files.write(folder.resolve(path.getFileName()), StoredFile.bytes(FOLDER + name));
            }
            if (after == null) {
                return EMPTY;
            }
            Path before = Files.createDirectories(folder.resolve("before"));
            return loader(EMPTY)
                    .load(List.of(input(before, "Before.ecschema.xml", FOLDER + after)))
                    .schemas();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schema in a folder, with what is beside it. */
    public SchemaInput document(Path folder) {
        stored(folder);
        return input(folder, importAs, FOLDER + file);
    }

    /** What is imported before it, null for nothing. */
    public @Nullable SchemaInput before(Path folder) {
        return after == null ? null : input(folder, "Before.ecschema.xml", FOLDER + after);
    }

    private static SchemaInput input(Path folder, String name, String fixture) {
        try {
            return new SchemaInput.File(Files.write(folder.resolve(name), StoredFile.bytes(fixture)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Finds what is stored, and the units and formats that every host delivers. */
    public static SchemaLoader loader(SchemaSet stored) {
        Function<String, @Nullable SchemaDef> units =
                name -> name.equals("Units") || name.equals("Formats") ? DELIVERED.trySchema(name) : null;
        return new SchemaLoader(
                List.of(new SchemaSource.Stored("file", stored::trySchema), new SchemaSource.Stored("units", units)),
                SchemaLimits.USUAL);
    }

    private static String text(String fixture) {
        return new String(StoredFile.bytes(fixture), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return file + ": " + cause;
    }
}
