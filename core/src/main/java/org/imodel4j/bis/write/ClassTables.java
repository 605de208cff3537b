package org.imodel4j.bis.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.imodel4j.ec.ClassMap;
import org.imodel4j.ec.ClassMap.Column;
import org.imodel4j.ec.ClassMap.Table;
import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache;
import org.imodel4j.sqlite.StatementCache.Lease;
import org.jspecify.annotations.Nullable;

/**
 * The tables in which the instances of one class stand, and the SQL that inserts and updates their rows: compiled once for a class, used by the
 * owner of a file.
 */
final class ClassTables {
    static final int NONE = -1;

    private final ECClass ecClass;
    private final ClassMap map;
    private final List<Table> tables;
    private final List<Column> columns = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<String> inserts = new ArrayList<>();
    private final int[][] columnsOfTable;
    private final int touched;
    private final Map<BitSet, List<Update>> updates = new HashMap<>();
    private final UnchangedColumns unchanged;

    /** An UPDATE of one table. */
    private record Update(String sql, int[] columns) {}

    /**
     * @param touched the column that every update sets to the present time; empty for none
     * @throws IModelException WRITE_ERROR for a class without instances of its own
     */
    ClassTables(ECSchemas schemas, ECClass ecClass, String touched) {
        this.ecClass = ecClass;
        this.map = schemas.mapOf(ecClass);
        this.tables = map.tables();
        if (tables.isEmpty() || ecClass.isAbstract()) {
            throw new IModelException(Status.WRITE_ERROR, "The class has no instances of its own")
                    .with("class", ecClass.fullName());
        }
        for (Column column : map.columns()) {
            boolean real = !column.virtual() && (column.kind() & 3) == 0 && tables.contains(column.table());
            if (real && positions.putIfAbsent(key(column), columns.size()) == null) {
                columns.add(column);
            }
        }
        this.touched = touched.isEmpty() ? NONE : column(touched);
        this.unchanged = new UnchangedColumns(this);
        this.columnsOfTable = new int[tables.size()][];
        for (int table = 0; table < tables.size(); table++) {
            columnsOfTable[table] = columnsOf(tables.get(table));
            inserts.add(insert(tables.get(table), columnsOfTable[table]));
        }
    }

    private static String quoted(String name) {
        return '[' + name + ']';
    }

    private static String key(Column column) {
        return column.table().id() + ":" + column.name();
    }

    ECClass ecClass() {
        return ecClass;
    }

    /** The quoted name of the first table. */
    String rootTable() {
        return quoted(tables.get(0).name());
    }

    @Nullable
    String rootClassIdColumn() {
        return tables.get(0).classIdColumn();
    }

    /** The quoted name of a column. */
    String name(int column) {
        return quoted(columns.get(column).name());
    }

    int[] columnsOtherThan(int... kept) {
        return IntStream.range(0, columns.size())
                .filter(column -> Arrays.stream(kept).noneMatch(each -> each == column))
                .toArray();
    }

    ValueRow newRow() {
        return new ValueRow(columns.size());
    }

    /** The position of the column of a leaf such as {@code Origin.X}; {@link #NONE} when nothing is stored for it. */
    int column(String accessString) {
        Column column = map.tryColumn(accessString);
        if (column == null || column.virtual() || !tables.contains(column.table())) {
            return NONE;
        }
        return positions.getOrDefault(key(column), NONE);
    }

    /** The class id that all rows have for a leaf that is not stored, 0 when there is none. */
    long constantClassId(String accessString) {
        Column column = map.tryColumn(accessString);
        Long constant = column == null ? null : column.constantClassId();
        return constant == null ? 0 : constant;
    }

    private int[] columnsOf(Table table) {
        int[] found = new int[columns.size()];
        int count = 0;
        for (int i = 0; i < columns.size(); i++) {
            // The time of the last change comes from the table itself.
            if (columns.get(i).table().id() == table.id() && i != touched) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private String insert(Table table, int[] of) {
        StringBuilder names = new StringBuilder("INSERT INTO ")
                .append(quoted(table.name()))
                .append('(')
                .append(quoted(table.primaryKey()));
        StringBuilder values = new StringBuilder(") VALUES(?").append(of.length + 1);
        if (table.classIdColumn() != null) {
            names.append(',').append(quoted(table.classIdColumn()));
            values.append(',').append(ecClass.id());
        }
        for (int i = 0; i < of.length; i++) {
            names.append(',').append(quoted(columns.get(of[i]).name()));
            values.append(",?").append(i + 1);
        }
        return names.append(values).append(')').toString();
    }

    /**
     * Inserts a row into each table. When one of them refuses it, those before are taken back.
     *
     * @throws IModelException with the number of SQLite
     */
    void insert(long id, ValueRow row, StatementCache statements) {
        for (int table = 0; table < inserts.size(); table++) {
            try {
                insert(table, id, row, statements);
            } catch (IModelException failure) {
                if (table > 0) {
                    takeBack(id, statements, failure);
                }
                throw failure;
            }
        }
    }

    private void insert(int table, long id, ValueRow row, StatementCache statements) {
        int[] of = columnsOfTable[table];
        try (Lease lease = statements.acquire(inserts.get(table))) {
            SqliteStatement statement = lease.statement();
            for (int i = 0; i < of.length; i++) {
                row.bind(of[i], statement, i + 1);
            }
            statement.bindLong(of.length + 1, id);
            statement.step();
        }
    }

    private void takeBack(long id, StatementCache statements, IModelException reason) {
        try {
            delete(id, statements);
        } catch (IModelException e) {
            reason.addSuppressed(e);
        }
    }

    /** The query for columns of one table, with the id as its parameter; the last of them only tells whether there is a value. */
    String select(int[] of, int whetherPresent) {
        Table table = columns.get(whetherPresent).table();
        StringBuilder sql = new StringBuilder("SELECT ");
        for (int column : of) {
            sql.append(quoted(columns.get(column).name())).append(',');
        }
        String last = quoted(columns.get(whetherPresent).name());
        return sql.append("CASE WHEN ")
                .append(last)
                .append(" IS NULL THEN NULL ELSE 1 END FROM ")
                .append(quoted(table.name()))
                .append(" WHERE ")
                .append(quoted(table.primaryKey()))
                .append("=?")
                .toString();
    }

    /** The query for columns of one table, with the id as its parameter. */
    String select(int[] of) {
        Table table = columns.get(of[0]).table();
        String names = Arrays.stream(of).mapToObj(this::name).collect(Collectors.joining(","));
        return "SELECT " + names + " FROM " + quoted(table.name()) + " WHERE " + quoted(table.primaryKey()) + "=?";
    }

    /** Columns, those of each table by themselves. */
    List<int[]> byTable(BitSet of) {
        List<int[]> found = new ArrayList<>();
        for (Table table : tables) {
            found.add(of.stream()
                    .filter(i -> columns.get(i).table().id() == table.id())
                    .toArray());
        }
        return found;
    }

    /** The query for one column, with the id as its parameter. */
    String selectText(int column) {
        Table table = columns.get(column).table();
        return "SELECT " + quoted(columns.get(column).name()) + " FROM " + quoted(table.name()) + " WHERE "
                + quoted(table.primaryKey()) + "=?";
    }

    /** Deletes the row of the first table; those of the others go with it. */
    void delete(long id, StatementCache statements) {
        Table root = tables.get(0);
        String sql = "DELETE FROM " + quoted(root.name()) + " WHERE " + quoted(root.primaryKey()) + "=?";
        try (Lease lease = statements.acquire(sql)) {
            lease.statement().bindLong(1, id);
            lease.statement().step();
        }
    }

    /** Changes the columns that are set, and the time of the last change. */
    void update(long id, ValueRow row, StatementCache statements) {
        update(row.setColumns(), id, row, statements);
    }

    /** As {@link #update(long, ValueRow, StatementCache)}, without the columns that have their values already. */
    void updateChanged(long id, ValueRow row, StatementCache statements) {
        BitSet set = row.setColumns();
        unchanged.leaveOut(set, id, row, statements);
        update(set, id, row, statements);
    }

    private void update(BitSet set, long id, ValueRow row, StatementCache statements) {
        for (Update update : updates.computeIfAbsent(set, this::updates)) {
            try (Lease lease = statements.acquire(update.sql())) {
                SqliteStatement statement = lease.statement();
                for (int i = 0; i < update.columns().length; i++) {
                    row.bind(update.columns()[i], statement, i + 1);
                }
                statement.bindLong(update.columns().length + 1, id);
                statement.step();
            }
        }
    }

    private List<Update> updates(BitSet set) {
        List<Update> found = new ArrayList<>();
        for (Table table : tables) {
            int[] of = set.stream()
                    .filter(i -> columns.get(i).table().id() == table.id() && i != touched)
                    .toArray();
            boolean touches = touched >= 0 && columns.get(touched).table().id() == table.id();
            if (of.length > 0 || touches) {
                found.add(new Update(
                        update(table, of, touches ? columns.get(touched).name() : null), of));
            }
        }
        return List.copyOf(found);
    }

    private String update(Table table, int[] of, @Nullable String time) {
        StringBuilder sql =
                new StringBuilder("UPDATE ").append(quoted(table.name())).append(" SET ");
        for (int i = 0; i < of.length; i++) {
            sql.append(i == 0 ? "" : ",")
                    .append(quoted(columns.get(of[i]).name()))
                    .append("=?")
                    .append(i + 1);
        }
        if (time != null) {
            sql.append(of.length == 0 ? "" : ",").append(quoted(time)).append("=julianday('now')");
        }
        return sql.append(" WHERE ")
                .append(quoted(table.primaryKey()))
                .append("=?")
                .append(of.length + 1)
                .toString();
    }
}
