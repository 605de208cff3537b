package org.imodel4j.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.imodel4j.cli.command.Command;
import org.imodel4j.cli.command.Given;
import org.imodel4j.cli.command.Options;
import org.imodel4j.cli.output.Terminal;
import org.imodel4j.imodel.FileUpgrade;
import org.imodel4j.imodel.ProfileVersion;
import org.imodel4j.imodel.UpgradedFile;
import org.imodel4j.imodel.UpgradedFile.UpgradedSchema;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** {@code imodel upgrade}: an older file with the profiles and system schemas of today. */
final class UpgradeCommand implements Command {
    enum Format {
        text,
        json
    }

    private final Terminal terminal;

    UpgradeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "upgrade";
    }

    @Override
    public List<String> description() {
        return List.of(
                "Brings an older file up to date.",
                "FILE may be an iModel or a plain ECDb file. Before it is changed it is copied to FILE.before-upgrade, which must not be"
                        + " there yet. An upgrade that fails leaves FILE as it was, and one that is not needed does nothing.");
    }

    @Override
    public Words words() {
        return new Words("FILE", 1, 1);
    }

    @Override
    public Options options() {
        return new Options()
                .value("keep", "DIR", "Where the copy goes; default: beside FILE.")
                .choice("format", Format.class, "%s; default text.");
    }

    @Override
    public int run(Given given) {
        Format format = given.choice("format", Format.text);
        Path file = Given.path(given.words().get(0));
        Path folder = given.tryPath("keep");
        Path copy = FileUpgrade.copyBeside(file);
        UpgradedFile done = FileUpgrade.run(file, folder == null ? copy : folder.resolve(copy.getFileName()));
        switch (format) {
            case json -> terminal.println(Json.write(json(file, done)));
            case text -> lines(file, done).forEach(terminal::println);
        }
        return 0;
    }

    private static JsonObject json(Path file, UpgradedFile done) {
        List<JsonValue> schemas = new ArrayList<>();
        for (UpgradedSchema schema : done.schemas()) {
            schemas.add(JsonObject.builder()
                    .put("name", schema.name())
                    .putIfPresent("before", text(schema.before()))
                    .put("after", schema.after().toString())
                    .build());
        }
        return JsonObject.builder()
                .put("file", file.toString())
                .put("changed", done.isChanged())
                .putIfPresent("copy", text(done.copy()))
                .put("before", InfoCommand.profile(done.before()))
                .put("after", InfoCommand.profile(done.after()))
                .put("schemas", new JsonArray(schemas))
                .build();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static List<String> lines(Path file, UpgradedFile done) {
        if (!done.isChanged()) {
            return List.of(file + " is up to date");
        }
        List<String> lines = new ArrayList<>();
        lines.add("Upgraded " + file + ", copied before to " + done.copy());
        addProfile("be", done.before().be(), done.after().be(), lines);
        addProfile("ec", done.before().ec(), done.after().ec(), lines);
        addProfile("dgn", done.before().dgn(), done.after().dgn(), lines);
        for (UpgradedSchema schema : done.schemas()) {
            lines.add("  " + schema.name() + (schema.before() == null ? " new " : " " + schema.before() + " to ")
                    + schema.after());
        }
        return lines;
    }

    private static void addProfile(
            String name, @Nullable ProfileVersion before, @Nullable ProfileVersion after, List<String> lines) {
        if (before != null && !before.equals(after)) {
            lines.add("  profile " + name + " " + before + " to " + after);
        }
    }
}
