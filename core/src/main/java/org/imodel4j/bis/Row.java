package org.imodel4j.bis;

import org.imodel4j.ec.ECClass;
import org.imodel4j.ec.ECSchemas;
import org.imodel4j.ecsql.run.JulianDay;
import org.imodel4j.json.JsonWriter;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache;

/** The row of one instance while it is read, and what its parts share. Used by one thread. */
final class Row {
    private static final byte[] EMPTY = new byte[0];

    private final byte[] scratch = new byte[JulianDay.MAX_LENGTH];

    final long id;
    final ECSchemas schemas;
    final StatementCache statements;
    final SqliteStatement columns;
    final ElementOptions options;

    /** The JSON properties, fetched and scanned once when the row is checked. Empty where there are none. */
    byte[] json = EMPTY;

    JsonScanner.Kind jsonKind = JsonScanner.Kind.EMPTY;

    Row(long id, ECSchemas schemas, StatementCache statements, SqliteStatement columns, ElementOptions options) {
        this.id = id;
        this.schemas = schemas;
        this.statements = statements;
        this.columns = columns;
        this.options = options;
    }

    /** True also for a property that has no column. */
    boolean isNull(int column) {
        return column < 0 || columns.columnType(column) == SqliteStatement.NULL;
    }

    /** A blob, or text as UTF-8; empty for NULL. */
    byte[] bytes(int column) {
        byte[] bytes = columns.columnBlob(column);
        return bytes == null ? EMPTY : bytes;
    }

    /** A class name, or the hexadecimal id where the file has no such class. */
    void writeClassName(long classId, boolean dotted, JsonWriter out) {
        ECClass found = schemas.tryClassById(classId);
        if (found == null) {
            out.hexId(classId);
        } else {
            out.value(dotted ? found.dottedName() : found.fullName());
        }
    }

    /** As iTwin.js writes ids in props: 0 without the prefix. */
    void writeId(int column, JsonWriter out) {
        long value = columns.columnLong(column);
        if (value == 0) {
            out.value("0");
        } else {
            out.hexId(value);
        }
    }

    void writeDateTime(double julianDay, org.imodel4j.ec.DateTimeInfo info, JsonWriter out) {
        int length = JulianDay.write(julianDay, info, scratch);
        out.utf8String(scratch, 0, length);
    }
}
