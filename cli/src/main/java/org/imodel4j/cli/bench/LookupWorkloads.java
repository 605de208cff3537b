package org.imodel4j.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.imodel4j.bis.ElementKey;
import org.imodel4j.bis.ElementOptions;
import org.imodel4j.ecsql.run.Door;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.QueryArgument;
import org.imodel4j.ecsql.run.QueryArguments;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.imodel.SnapshotDb;
import org.imodel4j.json.JsonObject;

/** Single elements of the medium file, picked at random, one after the other. */
final class LookupWorkloads {
    private static final int SEED = 99;

    /** One look-up; true when it found something. */
    private interface Look {
        boolean find(SnapshotDb db, long id, Sink sink);
    }

    private LookupWorkloads() {}

    static void addTo(Map<String, Workload> all) {
        all.put("lookup.props", (name, settings) -> byId(name, settings, 5000, 5, LookupWorkloads::props));
        all.put("lookup.props.geom", (name, settings) -> byId(name, settings, 2000, 5, LookupWorkloads::geometry));
        all.put("lookup.aspects", (name, settings) -> byId(name, settings, 2000, 5, LookupWorkloads::aspects));
        all.put("lookup.code", LookupWorkloads::byCode);
        all.put(
                "lookup.ecsql",
                (name, settings) ->
                        byId(name, settings, 5000, 5, (db, id, sink) -> ecsql(db, id, sink, Door.STATEMENT)));
        all.put(
                "lookup.ecsql.reader",
                (name, settings) -> byId(name, settings, 2000, 3, (db, id, sink) -> ecsql(db, id, sink, Door.READER)));
    }

    private static boolean props(SnapshotDb db, long id, Sink sink) {
        return db.elements().write(new ElementKey.ById(id), sink.json(), ElementOptions.DEFAULT);
    }

    private static boolean geometry(SnapshotDb db, long id, Sink sink) {
        ElementOptions options = ElementOptions.DEFAULT.withGeometry(true, false);
        return db.elements().write(new ElementKey.ById(id), sink.json(), options);
    }

    private static boolean aspects(SnapshotDb db, long id, Sink sink) {
        db.<Integer>read(connection -> db.aspects().writeAll(id, sink.json(), connection));
        return true;
    }

    private static boolean ecsql(SnapshotDb db, long id, Sink sink, Door door) {
        return db.read(connection -> {
            QueryArguments argument = QueryArguments.of(QueryArgument.id(id));
            String text = Queries.WIDE + " WHERE ECInstanceId=?";
            try (ECSqlCursor cursor = connection.query(connection.compile(text, door), argument)) {
                return sink.drain(cursor) > 0;
            }
        });
    }

    private static JsonObject byId(String name, Settings settings, int count, int reps, Look look) {
        try (SnapshotDb db = SnapshotDb.open(settings.file("medium"))) {
            long[] ids = randomIds(db, count);
            Sink sink = new Sink();
            return Figures.measure(name, settings.warm(), settings.reps(reps), () -> {
                        long found = 0;
                        for (long id : ids) {
                            found += look.find(db, id, sink) ? 1 : 0;
                            sink.consume();
                        }
                        return found;
                    })
                    .build();
        }
    }

    private static long[] randomIds(SnapshotDb db, int count) {
        List<Long> all = db.read(LookupWorkloads::allIds);
        Mulberry random = new Mulberry(SEED);
        long[] picked = new long[count];
        for (int i = 0; i < count; i++) {
            picked[i] = all.get(random.below(all.size()));
        }
        return picked;
    }

    private static List<Long> allIds(ReadConnection connection) {
        List<Long> ids = new ArrayList<>();
        try (ECSqlCursor cursor = connection.query(Queries.IDS)) {
            while (cursor.step()) {
                ids.add(cursor.getLong(0));
            }
        }
        return ids;
    }

    private static JsonObject byCode(String name, Settings settings) {
        try (SnapshotDb db = SnapshotDb.open(settings.file("medium"))) {
            long spec = db.codeSpecs().get("PerfCodeSpec").id();
            Mulberry random = new Mulberry(7);
            List<String> values = new ArrayList<>();
            for (int i = 0; i < 5000; i++) {
                values.add("EL-" + random.below(10_000) * 2);
            }
            return Figures.measure(name, settings.warm(), settings.reps(5), () -> {
                        long found = 0;
                        for (String value : values) {
                            found += db.elements().tryId(new ElementKey.ByCode(spec, 1, value)) != 0 ? 1 : 0;
                        }
                        return found;
                    })
                    .build();
        }
    }
}
