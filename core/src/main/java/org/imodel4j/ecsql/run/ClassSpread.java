package org.imodel4j.ecsql.run;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.imodel4j.ecsql.translate.ClassFilterCost;
import org.imodel4j.sqlite.SqliteDatabase;
import org.imodel4j.sqlite.SqliteStatement;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of each table are spread over classes, from a sample of rows that is taken once. Finding a row through the index
 * on the class id costs several times what reading the next row of the table costs, so a class that has more than a small share
 * of a table is better read by a scan. In a small table neither matters: there the classes are joined as iTwin.js joins them, so that
 * rows without an ORDER BY come in the same order. Safe for use by several threads.
 */
final class ClassSpread {
    private static final int PROBES = 192;
    private static final int SMALL_TABLE = 2000;
    private static final double WORTH_A_SCAN = 0.15;

    private static final long[] SMALL = {};

    private final Map<String, long[]> samples = new ConcurrentHashMap<>();

    /** What is known, and what the connection can tell of tables that were not asked for yet; null when there is none. */
    ClassFilterCost with(@Nullable SqliteDatabase source) {
        return (table, primaryKey, classIdColumn, classIds) ->
                cheapest(source, table, primaryKey, classIdColumn, classIds);
    }

    private ClassFilterCost.Form cheapest(
            @Nullable SqliteDatabase source, String table, String primaryKey, String classIdColumn, long[] classIds) {
        long[] sample = samples.get(table);
        if (sample == null) {
            if (source == null) {
                return ClassFilterCost.Form.LIST;
            }
            sample = take(source, table, primaryKey, classIdColumn);
            samples.put(table, sample);
        }
        if (sample == SMALL) {
            return ClassFilterCost.Form.HIERARCHY;
        }
        int hits = 0;
        for (long classId : sample) {
            hits += Arrays.binarySearch(classIds, classId) >= 0 ? 1 : 0;
        }
        return hits >= WORTH_A_SCAN * sample.length ? ClassFilterCost.Form.SCAN : ClassFilterCost.Form.LIST;
    }

    private static long[] take(SqliteDatabase source, String table, String primaryKey, String classIdColumn) {
        String name = '[' + table.replace("]", "]]") + ']';
        if (isSmall(source, name)) {
            return SMALL;
        }
        long low;
        long high;
        try (SqliteStatement range =
                source.prepare("SELECT min([" + primaryKey + "]),max([" + primaryKey + "]) FROM " + name)) {
            range.step();
            low = range.columnLong(0);
            high = range.columnLong(1);
        }
        try (SqliteStatement probe = source.prepare("SELECT [" + primaryKey + "],[" + classIdColumn + "] FROM " + name
                + " WHERE [" + primaryKey + "]>=?1 ORDER BY [" + primaryKey + "] LIMIT 1")) {
            return probe(probe, low, high);
        }
    }

    private static boolean isSmall(SqliteDatabase source, String name) {
        try (SqliteStatement beyond = source.prepare("SELECT 1 FROM " + name + " LIMIT 1 OFFSET " + SMALL_TABLE)) {
            return !beyond.step();
        }
    }

    /** Rows at random places; a row that stands behind a gap in the ids counts once. */
    private static long[] probe(SqliteStatement probe, long low, long high) {
        Random random = new Random(low ^ high);
        long[] ids = new long[PROBES];
        long[] classes = new long[PROBES];
        int found = 0;
        for (int i = 0; i < PROBES; i++) {
            probe.reset();
            probe.bindLong(1, low + (long) (random.nextDouble() * (high - low)));
            if (probe.step()) {
                long id = probe.columnLong(0);
                boolean seen = false;
                for (int k = 0; k < found; k++) {
                    seen |= ids[k] == id;
                }
                if (!seen) {
                    ids[found] = id;
                    classes[found++] = probe.columnLong(1);
                }
            }
        }
        return Arrays.copyOf(classes, found);
    }
}
