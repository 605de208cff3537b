package org.imodel4j.cli.bench;

import org.imodel4j.imodel.SnapshotDb;
import org.imodel4j.json.JsonObject;

/** Opening and closing a file in a process that has done so before. */
final class OpenWorkload {
    private OpenWorkload() {}

    static JsonObject measure(String name, Settings settings, String size) {
        return Figures.measure(name, settings.warm(), settings.reps(15), () -> {
                    try (SnapshotDb db = SnapshotDb.open(settings.file(size))) {
                        return db.isReadonly() ? 1 : 0;
                    }
                })
                .build();
    }
}
