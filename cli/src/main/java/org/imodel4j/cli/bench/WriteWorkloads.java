package org.imodel4j.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.imodel4j.bis.ElementKey;
import org.imodel4j.bis.ElementOptions;
import org.imodel4j.bis.write.Edits;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.id.Id64;
import org.imodel4j.imodel.StandaloneDb;
import org.imodel4j.imodel.WritableIModelDb;
import org.imodel4j.json.JsonObject;

/** 2000 edits of fresh copies of the medium file, one by one in one transaction that is saved. */
final class WriteWorkloads {
    private static final int COUNT = 2000;

    /** What happens before the clock starts, and answers what is timed. */
    private interface Preparation {
        Figures.Run prepare(WritableIModelDb db);
    }

    private WriteWorkloads() {}

    static void addTo(Map<String, Workload> all) {
        add("insert.nogeom", db -> insert(db, false), all);
        add("insert.geom", db -> insert(db, true), all);
        add("insert.aspect", WriteWorkloads::insertAspects, all);
        add("update.element", WriteWorkloads::update, all);
        add("delete.element", WriteWorkloads::delete, all);
    }

    private static void add(String workload, Preparation preparation, Map<String, Workload> all) {
        all.put(workload, (name, settings) -> measure(name, settings, preparation));
    }

    private static JsonObject measure(String name, Settings settings, Preparation preparation) {
        return ScratchFolder.in(folder -> Figures.prepared(
                        name, settings.warm(), settings.reps(5), () -> begin(settings, folder, preparation))
                .build());
    }

    private static Figures.Prepared begin(Settings settings, Path folder, Preparation preparation) {
        Path copy = folder.resolve("copy.bim");
        try {
            Files.deleteIfExists(folder.resolve("copy.bim-wal"));
            Files.deleteIfExists(folder.resolve("copy.bim-shm"));
            Files.deleteIfExists(copy);
            Files.copy(settings.file("medium"), copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        WritableIModelDb db = StandaloneDb.openForWrite(copy);
        Figures.Run edits = preparation.prepare(db);
        return new Figures.Prepared(
                () -> {
                    long units = edits.units();
                    db.saveChanges();
                    return units;
                },
                db::close);
    }

    private static Figures.Run insert(WritableIModelDb db, boolean geometry) {
        PerfElements elements = new PerfElements(
                Id64.toHex(ids(db, "SELECT ECInstanceId FROM bis.PhysicalModel").get(0)),
                Id64.toHex(
                        ids(db, "SELECT ECInstanceId FROM bis.SpatialCategory").get(0)),
                Id64.toHex(db.codeSpecs().get("PerfCodeSpec").id()));
        Edits edits = db.edit();
        return () -> {
            for (int i = 0; i < COUNT; i++) {
                edits.elements().insert(elements.props(i, geometry));
            }
            return COUNT;
        };
    }

    private static Figures.Run insertAspects(WritableIModelDb db) {
        List<Long> owners = first(ids(db, "SELECT ECInstanceId FROM PerfDomain.PerfA"));
        return () -> {
            for (long owner : owners) {
                db.edit()
                        .aspects()
                        .insert(JsonObject.builder()
                                .put("classFullName", "PerfDomain:PerfMultiAspect")
                                .put(
                                        "element",
                                        JsonObject.builder()
                                                .put("id", Id64.toHex(owner))
                                                .build())
                                .put("key", "n")
                                .put("num", 1)
                                .build());
            }
            return owners.size();
        };
    }

    private static Figures.Run update(WritableIModelDb db) {
        List<JsonObject> before = first(ids(db, Queries.IDS)).stream()
                .map(id -> db.elements().get(ElementKey.of(id), ElementOptions.DEFAULT))
                .toList();
        return () -> {
            for (JsonObject props : before) {
                JsonObject.Builder changed = JsonObject.builder();
                props.members().forEach(changed::put);
                db.edit()
                        .elements()
                        .update(changed.put("userLabel", "upd " + props.text("id"))
                                .put("pInt", 7)
                                .build());
            }
            return before.size();
        };
    }

    private static Figures.Run delete(WritableIModelDb db) {
        List<Long> last = first(ids(db, Queries.IDS + " ORDER BY ECInstanceId DESC"));
        return () -> {
            last.forEach(db.edit().elements()::delete);
            return last.size();
        };
    }

    private static List<Long> first(List<Long> ids) {
        return ids.subList(0, Math.min(COUNT, ids.size()));
    }

    private static List<Long> ids(WritableIModelDb db, String ecsql) {
        List<Long> ids = new ArrayList<>();
        try (ECSqlCursor cursor = db.reader().query(ecsql)) {
            while (cursor.step()) {
                ids.add(cursor.getLong(0));
            }
        }
        return ids;
    }
}
