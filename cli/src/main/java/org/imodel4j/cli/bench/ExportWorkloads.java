package org.imodel4j.cli.bench;

import java.nio.file.Path;
import java.util.Map;
import org.imodel4j.bis.ElementOptions;
import org.imodel4j.cli.export.ElementExport;
import org.imodel4j.cli.output.Terminal;
import org.imodel4j.imodel.SnapshotDb;
import org.imodel4j.json.JsonObject;

/** Every element of the medium file as a line of JSON in a file, as {@code imodel export} writes it. */
final class ExportWorkloads {
    private ExportWorkloads() {}

    static void addTo(Map<String, Workload> all) {
        all.put("export.json", (name, settings) -> export(name, settings, ElementOptions.DEFAULT));
        all.put(
                "export.json.geom",
                (name, settings) -> export(name, settings, ElementOptions.DEFAULT.withGeometry(true, false)));
    }

    private static JsonObject export(String name, Settings settings, ElementOptions options) {
        Terminal terminal = Terminal.system();
        ElementExport export = new ElementExport(options);
        return ScratchFolder.in(folder -> {
            Path out = folder.resolve("elements.jsonl");
            try (SnapshotDb db = SnapshotDb.open(settings.file("medium"))) {
                return Figures.measure(name, settings.warm(), settings.reps(5), () -> export.run(db, terminal, out))
                        .build();
            }
        });
    }
}
