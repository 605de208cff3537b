package org.imodel4j.cli.bench;

import java.util.Objects;
import org.imodel4j.ecsql.run.Door;
import org.imodel4j.imodel.SnapshotDb;
import org.imodel4j.json.JsonObject;

/** One of the queries that do more than scan. */
final class QueryWorkload implements Workload {
    private final String ecsql;
    private final String size;

    QueryWorkload(String query, String size) {
        this.ecsql = Objects.requireNonNull(Queries.BY_NAME.get(query));
        this.size = size;
    }

    @Override
    public JsonObject run(String name, Settings settings) {
        long[] rows = new long[1];
        try (SnapshotDb db = SnapshotDb.open(settings.file(size))) {
            return Figures.measure(name, settings.warm(), settings.reps(size.equals("large") ? 5 : 9), () -> {
                        rows[0] = ScanWorkload.scan(db, ecsql, Door.READER);
                        return 1;
                    })
                    .put("rows", rows[0])
                    .build();
        }
    }

    /** Two hundred statements that were never seen before. */
    static JsonObject prepare(String name, Settings settings) {
        int[] next = new int[1];
        try (SnapshotDb db = SnapshotDb.open(settings.file("medium"))) {
            return Figures.measure(
                            name,
                            settings.warm(),
                            settings.reps(5),
                            () -> db.read(connection -> {
                                for (int i = 0; i < 200; i++) {
                                    String ecsql = Queries.WIDE + " WHERE pInt=" + next[0]++;
                                    connection
                                            .query(
                                                    connection.compile(ecsql, Door.STATEMENT),
                                                    org.imodel4j.ecsql.run.QueryArguments.NONE)
                                            .close();
                                }
                                return 200L;
                            }))
                    .build();
        }
    }
}
