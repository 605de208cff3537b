package org.imodel4j.imodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.imodel4j.ec.schema.StoredFile;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Edits that iTwin.js made and answered: ours answer the same, and leave the same in the file. */
class RecordedEditsTest {
    private static final Path RECORDED = Path.of("src/test/resources/org/imodel4j/imodel/recorded-edits");

    /** Where we do something else, and why. */
    private static final Map<String, String> OTHERWISE = Map.ofEntries(
            Map.entry("insert-array-bounds", "a refused insert leaves no half element behind"),
            Map.entry("insert-type-definition", "a refused insert leaves no half element behind"),
            Map.entry("insert-force-id", "text that is no id does not become some id"),
            Map.entry("delete-code-scope-child-lost", "a refused delete does not delete children"),
            Map.entry("delete-model-code-scope", "a refused delete of a model deletes none of its elements"),
            Map.entry(
                    "aspect-unique-index",
                    "an aspect that breaks a unique index is refused and not stored without its values"),
            Map.entry("aspect-insert-refused", "a class of elements is refused where an aspect is meant"),
            Map.entry("category-selector", "what is no id is not selected"),
            Map.entry("definition-kinds", "the rank of definition sets is stored, as later releases do"),
            Map.entry("geometry-part", "an update without usable geometry keeps that of a part"),
            Map.entry("geom-shapes-2", "geometry behind a second sub-range is kept"),
            Map.entry("own-schema", "properties that no handler writes are stored like others"),
            Map.entry("own-schema-unique", "a refused insert leaves no half element behind"),
            Map.entry("spatial-index", "no row of the spatial index is left of an element that went out of it"),
            Map.entry("kind-string-insert", "bytes are text here"),
            Map.entry("kind-string-update", "bytes are text here"));

    /** Scripts with text, tori, sweeps and splines, whose boxes iTwin.js computes in another way. */
    private static final Set<String> OTHER_BOXES =
            Set.of("geom-insert-bad", "geom-shapes-1", "geom-shapes-2d", "geom-shapes-3");

    private final Map<String, IModelDump> bases = new HashMap<>();

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> answersAndFilesAreThoseOfITwin() throws IOException {
        List<Path> scripts = new ArrayList<>();
        try (var files = Files.list(RECORDED)) {
            files.filter(file -> file.toString().endsWith(".jsonl")).sorted().forEach(scripts::add);
        }
        assertThat(scripts).hasSizeGreaterThan(100);
        return scripts.stream().map(script -> {
            String name = script.getFileName().toString().replace(".jsonl", "");
            return DynamicTest.dynamicTest(name, () -> check(name));
        });
    }

    private void check(String name) throws IOException {
        JsonObject recorded = (JsonObject) Json.parse(Files.readAllBytes(RECORDED.resolve(name + ".dump.json")));
        String base = String.valueOf(recorded.text("base"));
        Path file = Files.createDirectories(folder.resolve(name)).resolve("file.bim");
        copy(base, file);
        List<String> failures = new ArrayList<>();
        try (WritableIModelDb iModel = SnapshotDb.openForWrite(file)) {
            EditScript script = new EditScript(iModel);
            for (String text : Files.readAllLines(RECORDED.resolve(name + ".jsonl"), StandardCharsets.UTF_8)) {
                JsonObject line = (JsonObject) Json.parse(text.getBytes(StandardCharsets.UTF_8));
                String difference = EditAnswers.difference(expected(line), script.run(line));
                if (difference != null) {
                    failures.add(difference + " <- " + text);
                }
            }
        }
        Map<String, Map<String, JsonValue>> changes = changes(base(base), IModelDump.of(file));
        failures.addAll(EditAnswers.differences(recorded.object("changed"), changes, OTHER_BOXES.contains(name)));
        if (OTHERWISE.containsKey(name)) {
            assertThat(failures).as(name + ": " + OTHERWISE.get(name)).isNotEmpty();
        } else {
            assertThat(failures).as(name).isEmpty();
        }
    }

    private static JsonObject expected(JsonObject line) {
        JsonObject expected = line.object("expect");
        return expected == null ? JsonObject.EMPTY : expected;
    }

    private IModelDump base(String name) throws IOException {
        IModelDump known = bases.get(name);
        if (known == null) {
            Path file = folder.resolve("base-" + name.replace('/', '-'));
            copy(name, file);
            known = IModelDump.of(file);
            bases.put(name, known);
        }
        return known;
    }

    private static void copy(String base, Path to) throws IOException {
        Files.copy(StoredFile.path(base.equals("shapes.bim") ? "geometry/shapes.bim" : base), to);
    }

    /** What is new or other, and null for what is gone. */
    private static Map<String, Map<String, JsonValue>> changes(IModelDump before, IModelDump after) {
        Map<String, Map<String, JsonValue>> changes = new TreeMap<>();
        TreeSet<String> sections = new TreeSet<>(before.sections().keySet());
        sections.addAll(after.sections().keySet());
        for (String section : sections) {
            Map<String, JsonValue> old = before.sections().getOrDefault(section, Map.of());
            Map<String, JsonValue> now = after.sections().getOrDefault(section, Map.of());
            Map<String, JsonValue> changed = new LinkedHashMap<>();
            TreeSet<String> keys = new TreeSet<>(old.keySet());
            keys.addAll(now.keySet());
            for (String key : keys) {
                JsonValue value = now.getOrDefault(key, JsonValue.NULL);
                if (!value.equals(old.getOrDefault(key, JsonValue.NULL))) {
                    changed.put(key, value);
                }
            }
            if (!changed.isEmpty()) {
                changes.put(section, changed);
            }
        }
        return changes;
    }
}
