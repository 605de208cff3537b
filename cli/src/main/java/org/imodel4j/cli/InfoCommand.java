package org.imodel4j.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.imodel4j.cli.command.Command;
import org.imodel4j.cli.command.Given;
import org.imodel4j.cli.command.Options;
import org.imodel4j.cli.output.Terminal;
import org.imodel4j.cli.query.OpenFile;
import org.imodel4j.ec.ECSchema;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.imodel.ECDb;
import org.imodel4j.imodel.ProfileVersions;
import org.imodel4j.imodel.SnapshotDb;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/** {@code imodel info}: what a file is and holds. */
final class InfoCommand implements Command {
    enum Format {
        text,
        json
    }

    private final Terminal terminal;

    InfoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "info";
    }

    @Override
    public List<String> description() {
        return List.of("Tells what a file is and holds.", "FILE may be an iModel or a plain ECDb file.");
    }

    @Override
    public Words words() {
        return new Words("FILE", 1, 1);
    }

    @Override
    public Options options() {
        return new Options().choice("format", Format.class, "%s; default text.");
    }

    @Override
    public int run(Given given) {
        Format format = given.choice("format", Format.text);
        Path file = Given.path(given.words().get(0));
        JsonObject facts;
        try (OpenFile open = OpenFile.open(file)) {
            facts = switch (open) {
                case OpenFile.OfIModel iModel -> facts(file, iModel.db(), open);
                case OpenFile.OfECDb ecdb -> facts(file, ecdb.db(), open);
            };
        }
        switch (format) {
            case json -> terminal.println(Json.write(facts));
            case text -> InfoText.lines(facts).forEach(terminal::println);
        }
        return 0;
    }

    private static JsonObject facts(Path file, SnapshotDb db, OpenFile open) {
        JsonObject props = db.connectionProps();
        JsonObject counts = JsonObject.builder()
                .put("elements", count(open, "SELECT COUNT(*) FROM bis.Element"))
                .put("models", count(open, "SELECT COUNT(*) FROM bis.Model"))
                .build();
        return JsonObject.builder()
                .put("file", file.toString())
                .put("kind", db.kind().name().toLowerCase(Locale.ROOT))
                .put("iModelId", db.iModelId().toString())
                .put("iTwinId", db.iTwinId().toString())
                .put("name", db.name())
                .put("profile", profile(db.profileVersions()))
                .put("changeset", db.changeset().toJson())
                .put("briefcaseId", db.briefcaseId())
                .putIfPresent("extents", props.get("projectExtents"))
                .put("ecefLocation", orNull(props.get("ecefLocation")))
                .put("schemas", schemas(open))
                .put("counts", counts)
                .put("driver", db.driverName())
                .build();
    }

    private static JsonObject facts(Path file, ECDb db, OpenFile open) {
        return JsonObject.builder()
                .put("file", file.toString())
                .put("kind", "ecdb")
                .put("profile", profile(db.profileVersions()))
                .put("schemas", schemas(open))
                .put("driver", db.driverName())
                .build();
    }

    private static JsonValue orNull(@org.jspecify.annotations.Nullable JsonValue value) {
        return value == null ? JsonValue.NULL : value;
    }

    static JsonObject profile(ProfileVersions versions) {
        return JsonObject.builder()
                .put("be", versions.be().toString())
                .put("ec", versions.ec().toString())
                .putIfPresent(
                        "dgn", versions.dgn() == null ? null : versions.dgn().toString())
                .build();
    }

    private static JsonArray schemas(OpenFile open) {
        List<ECSchema> sorted = new ArrayList<>(open.schemas().schemas());
        sorted.sort(Comparator.comparing(ECSchema::name));
        List<JsonValue> items = new ArrayList<>();
        for (ECSchema schema : sorted) {
            items.add(JsonObject.builder()
                    .put("name", schema.name())
                    .put("version", schema.version())
                    .build());
        }
        return new JsonArray(items);
    }

    private static long count(OpenFile open, String ecsql) {
        return open.read(connection -> {
            try (ECSqlCursor cursor = connection.query(ecsql)) {
                return cursor.step() ? cursor.getLong(0) : 0L;
            }
        });
    }
}
