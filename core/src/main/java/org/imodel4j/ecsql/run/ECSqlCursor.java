package org.imodel4j.ecsql.run;

import java.util.List;
import java.util.Set;
import org.imodel4j.ecsql.resolve.ECSqlFailure;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonValue;
import org.imodel4j.json.JsonWriter;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one run, one after another. Used by the thread that uses the connection; closing it gives the statement back.
 *
 * <p>Rows go to JSON straight from the columns of SQLite; who works in Java reads single columns.
 */
public final class ECSqlCursor implements AutoCloseable {
    /** SQLITE_ERROR, TOOBIG, MISMATCH, RANGE: the fault of the statement or its values, not of the file or the machine. */
    private static final Set<Integer> STATEMENT_FAILURES = Set.of(1, 18, 20, 25);

    private final ReadConnection connection;
    private final CompiledQuery query;
    private final StatementCache.Lease lease;
    private final SqliteStatement row;
    private @Nullable Rendering rendering;
    private ColumnReader[] readers = {};
    private byte[][] names = {};
    private @Nullable RowFormat namesFormat;
    private @Nullable RowSink sink;
    private @Nullable JsonWriter sinkOut;

    ECSqlCursor(ReadConnection connection, CompiledQuery query, StatementCache.Lease lease) {
        this.connection = connection;
        this.query = query;
        this.lease = lease;
        this.row = lease.statement();
    }

    /**
     * Goes to the next row; false behind the last one.
     *
     * @throws IModelException number 1 when a function of the statement fails, 9 (BE_SQLITE_INTERRUPT) when it was stopped
     */
    public boolean step() {
        try {
            return row.step();
        } catch (IModelException failure) {
            if (connection.wasStopped() && (failure.errorNumber() & 0xff) != Status.BE_SQLITE_INTERRUPT.number()) {
                // It stopped inside a function, and SQLite took that for a failure of the function.
                throw new IModelException(Status.BE_SQLITE_INTERRUPT, "interrupted", failure);
            }
            if (query.door() == Door.READER && STATEMENT_FAILURES.contains(failure.errorNumber() & 0xff)) {
                throw new IModelException(
                        ECSqlFailure.NUMBER,
                        failure.kind(),
                        "concurrent query step() failed: " + failure.text() + " (BE_SQLITE_ERROR)",
                        failure);
            }
            throw failure;
        }
    }

    public CompiledQuery query() {
        return query;
    }

    public List<ColumnInfo> columns() {
        return query.columns();
    }

    /** Writes the row as query responses carry it: an array without the NULLs at its end. */
    public void writeRowArray(JsonWriter out, ValueFormat format, RowOptions options) {
        RowSink to = prepare(out, Rendering.of(format, options));
        out.beginArray();
        to.startRow();
        for (ColumnReader reader : readers) {
            to.nextItem();
            reader.write(row, to);
        }
        out.endArray();
    }

    /** Writes the row as a client's {@code toRow()} gives it: an object without NULLs, or an array. */
    public void writeRowObject(JsonWriter out, RowFormat format, RowOptions options) {
        if (format == RowFormat.INDEX) {
            writeRowArray(out, format.valueFormat(), options);
            return;
        }
        RowSink to = prepare(out, Rendering.of(format.valueFormat(), options));
        if (namesFormat != format) {
            namesFormat = format;
            names = names(format);
        }
        out.beginObject();
        to.startRow();
        for (int i = 0; i < readers.length; i++) {
            to.nextMember(names[i]);
            readers[i].write(row, to);
        }
        out.endObject();
    }

    /** Writes the row as {@code $} spells an instance. */
    void writeInstance(JsonWriter out, boolean js, boolean wholeBlobs) {
        RowSink to =
                prepare(out, new Rendering(js ? ValueFormat.JS_NAMES : ValueFormat.ECSQL_NAMES, !wholeBlobs, js, true));
        RowFormat format = js ? RowFormat.JS : RowFormat.ECSQL;
        if (namesFormat != format) {
            namesFormat = format;
            names = names(format);
        }
        out.beginObject();
        to.startRow();
        for (int i = 0; i < readers.length; i++) {
            to.nextMember(names[i]);
            readers[i].write(row, to);
        }
        out.endObject();
    }

    /** Writes the first column as {@code $->property} spells it, or nothing for NULL. */
    void writeInstanceValue(JsonWriter out, boolean js) {
        RowSink to = prepare(out, new Rendering(js ? ValueFormat.JS_NAMES : ValueFormat.ECSQL_NAMES, false, js, true));
        to.startRow();
        to.nextItem();
        readers[0].write(row, to);
    }

    /** The storage class of a column, of a composite one that of its first part, as {@link SqliteStatement} numbers it. */
    public int storageClass(int column) {
        return row.columnType(first(column));
    }

    private byte[][] names(RowFormat format) {
        byte[][] encoded = new byte[query.columns().size()][];
        for (int i = 0; i < encoded.length; i++) {
            ColumnInfo column = query.columns().get(i);
            encoded[i] = JsonWriter.encodeName(format == RowFormat.JS ? column.jsonName() : column.name());
        }
        return encoded;
    }

    private RowSink prepare(JsonWriter out, Rendering wanted) {
        if (!wanted.equals(rendering)) {
            rendering = wanted;
            readers = query.readers(wanted);
        }
        RowSink known = sink;
        if (known == null || sinkOut != out) {
            known = new RowSink(out);
            sink = known;
            sinkOut = out;
        }
        return known;
    }

    private int first(int column) {
        return query.translation().columns().get(column).first();
    }

    /** True for a column without a value; of a composite one its first part decides. */
    public boolean isNull(int column) {
        return row.columnType(first(column)) == SqliteStatement.NULL;
    }

    /** A whole number, an id, or the id of a navigation value; 0 for NULL. */
    public long getLong(int column) {
        return row.columnLong(first(column));
    }

    /** A number, or a DateTime as its Julian day; 0 for NULL. */
    public double getDouble(int column) {
        return row.columnDouble(first(column));
    }

    public boolean getBoolean(int column) {
        return row.columnLong(first(column)) != 0;
    }

    public @Nullable String getString(int column) {
        String text = row.columnText(first(column));
        if (text != null
                && query.translation().columns().get(column).json()
                && text.startsWith("\"")
                && Json.parse(text) instanceof JsonValue.Text string) {
            return string.value();
        }
        return text;
    }

    public byte @Nullable [] getBlob(int column) {
        return row.columnBlob(first(column));
    }

    /**
     * One part of a composite value, such as {@code Z} of a point as part 2, or the class of a navigation value as part 1.
     *
     * @return 0 for NULL
     */
    public double getPart(int column, int part) {
        return row.columnDouble(first(column) + part);
    }

    /**
     * Whether one part of a composite value is missing. The parts are the {@linkplain
     * org.imodel4j.ecsql.resolve.ValueType#leaves() leaves} of the column's type in their order.
     */
    public boolean isNull(int column, int part) {
        return row.columnType(first(column) + part) == SqliteStatement.NULL;
    }

    /** One part of a composite value as a whole number; 0 for NULL. */
    public long getLong(int column, int part) {
        return row.columnLong(first(column) + part);
    }

    /** One part of a composite value as the text that the file holds. */
    public @Nullable String getString(int column, int part) {
        return row.columnText(first(column) + part);
    }

    /** One part of a composite value as the bytes that the file holds. */
    public byte @Nullable [] getBlob(int column, int part) {
        return row.columnBlob(first(column) + part);
    }

    /** The bytes as rows show them: {@link #getBlob} of a geometry stream that is unpacked. */
    public byte @Nullable [] getBinary(int column) {
        byte[] bytes = getBlob(column);
        boolean packed = "GeometryStream".equals(query.columns().get(column).extendedType());
        return bytes != null && packed ? SnappyBlob.unpack(bytes) : bytes;
    }

    /** The class of a navigation value; 0 for NULL. */
    public long getNavigationClassId(int column) {
        return row.columnLong(first(column) + 1);
    }

    /** Writes one value; NULL becomes null. */
    public void writeValue(int column, JsonWriter out, ValueFormat format, RowOptions options) {
        RowSink to = prepare(out, Rendering.of(format, options));
        long before = out.size();
        to.startRow();
        to.nextItem();
        readers[column].write(row, to);
        if (out.size() == before) {
            out.nullValue();
        }
    }

    /** Makes the cursor stand before the first row again, with new arguments. */
    public void restart(QueryArguments arguments) {
        row.reset();
        row.clearBindings();
        Binder.bind(query, arguments, row);
    }

    @Override
    public void close() {
        lease.close();
    }
}
