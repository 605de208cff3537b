package org.imodel4j.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.imodel4j.ecsql.run.Door;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.QueryArguments;
import org.imodel4j.imodel.SnapshotDb;
import org.imodel4j.json.JsonObject;

/** Every row of a query, through either door, or four readers at once. */
final class ScanWorkload implements Workload {
    enum Way {
        reader,
        statement,
        conc4
    }

    private final String ecsql;
    private final Way way;
    private final String size;

    ScanWorkload(String width, Way way, String size) {
        this.ecsql = width.equals("wide") ? Queries.WIDE : Queries.NARROW;
        this.way = way;
        this.size = size;
    }

    @Override
    public JsonObject run(String name, Settings settings) {
        boolean large = size.equals("large");
        // A run over the large file is long enough to compile itself; two are enough to be warm.
        int warm = large ? Math.min(2, settings.warm()) : settings.warm();
        try (SnapshotDb db = SnapshotDb.open(settings.file(size));
                ExecutorService readers = Executors.newFixedThreadPool(4)) {
            return Figures.measure(name, warm, settings.reps(large ? 3 : 7), () -> switch (way) {
                        case reader -> scan(db, ecsql, Door.READER);
                        case statement -> scan(db, ecsql, Door.STATEMENT);
                        case conc4 -> fourTimes(db, readers);
                    })
                    .build();
        }
    }

    static long scan(SnapshotDb db, String ecsql, Door door) {
        return db.read(connection -> {
            try (ECSqlCursor cursor = connection.query(connection.compile(ecsql, door), QueryArguments.NONE)) {
                return new Sink().drain(cursor);
            }
        });
    }

    private long fourTimes(SnapshotDb db, ExecutorService readers) {
        List<Future<Long>> running = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            running.add(readers.submit(() -> scan(db, ecsql, Door.READER)));
        }
        long rows = 0;
        for (Future<Long> reader : running) {
            try {
                rows += reader.get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException("A reader failed", e);
            }
        }
        return rows;
    }

    /** The time until the first row of a long scan is there. */
    static JsonObject firstRow(String name, Settings settings) {
        try (SnapshotDb db = SnapshotDb.open(settings.file("large"))) {
            Sink sink = new Sink();
            return Figures.measure(
                            name,
                            settings.warm(),
                            settings.reps(15),
                            () -> db.read(connection -> {
                                try (ECSqlCursor cursor = connection.query(Queries.NARROW)) {
                                    if (cursor.step()) {
                                        sink.row(cursor);
                                        sink.consume();
                                    }
                                    return 1L;
                                }
                            }))
                    .build();
        }
    }
}
