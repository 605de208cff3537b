package org.imodel4j.bis.write;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache;
import org.imodel4j.sqlite.StatementCache.Lease;

/**
 * Finds the columns of an update that have their new values already. Props often come as they were read, with one member changed; what is left out
 * of the update then costs neither its indexes nor the spatial index anything.
 */
final class UnchangedColumns {
    private final ClassTables tables;
    private final int inSpatialIndex;
    private final Map<BitSet, List<Query>> queries = new HashMap<>();

    /** What one table has. */
    record Query(String sql, int[] columns) {}

    UnchangedColumns(ClassTables tables) {
        this.tables = tables;
        this.inSpatialIndex = tables.column("InSpatialIndex");
    }

    /**
     * Leaves columns out of those that are set, but at least one of each table, whose triggers are to see the update.
     *
     * @param set is changed
     */
    void leaveOut(BitSet set, long id, ValueRow row, StatementCache statements) {
        BitSet small = new BitSet(row.size());
        set.stream().filter(row::isSmall).forEach(small::set);
        for (Query query : queries.computeIfAbsent(small, this::queries)) {
            try (Lease lease = statements.acquire(query.sql)) {
                SqliteStatement stored = lease.statement();
                stored.bindLong(1, id);
                if (stored.step()) {
                    leaveOut(set, query.columns, row, stored);
                }
            }
        }
    }

    private void leaveOut(BitSet set, int[] columns, ValueRow row, SqliteStatement stored) {
        BitSet same = new BitSet(row.size());
        int last = ClassTables.NONE;
        for (int i = 0; i < columns.length; i++) {
            if (row.isStored(columns[i], stored, i)) {
                same.set(columns[i]);
                last = columns[i];
            } else if (columns[i] == inSpatialIndex) {
                // The trigger that puts the element there looks at the placement only.
                return;
            }
        }
        if (same.cardinality() == columns.length && last >= 0) {
            same.clear(last);
        }
        set.andNot(same);
    }

    private List<Query> queries(BitSet columns) {
        List<Query> found = new ArrayList<>();
        for (int[] ofTable : tables.byTable(columns)) {
            if (ofTable.length > 1) {
                found.add(new Query(tables.select(ofTable), ofTable));
            }
        }
        return found;
    }
}
