package org.imodel4j.bis;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.sqlite.SqliteStatement;
import org.imodel4j.sqlite.StatementCache;
import org.imodel4j.sqlite.StatementCache.Lease;
import org.jspecify.annotations.Nullable;

/** What is known of views in {@code be_Prop}: the default view and the thumbnails. */
final class ViewProperties {
    /** No thumbnail is this large; a file that says so is damaged. */
    private static final int LARGEST = 64 << 20;

    private static final String SELECT =
            "SELECT StrData,RawSize,Data FROM be_Prop WHERE Namespace='dgn_View' AND Name=? AND Id=? AND SubId=0";

    private ViewProperties() {}

    /** 0 when none is set. */
    static long defaultView(StatementCache statements) {
        byte[] data = read("DefaultView", 0, statements, SqlData::data);
        return data == null || data.length != 8
                ? 0
                : ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }

    static @Nullable Thumbnail thumbnail(long viewId, StatementCache statements) {
        return read("Thumbnail", viewId, statements, row -> {
            byte[] text = row.columnBlob(0);
            byte[] image = SqlData.data(row);
            JsonValue facts = text == null ? null : JsonText.tryParse(text);
            if (image == null || !(facts instanceof JsonObject object)) {
                return null;
            }
            String format = object.text("format");
            return new Thumbnail(
                    "png".equals(format) ? "png" : "jpeg", number(object, "width"), number(object, "height"), image);
        });
    }

    private static int number(JsonObject object, String name) {
        JsonValue.Number number = object.number(name);
        return number == null ? 0 : (int) number.value();
    }

    private static <T> @Nullable T read(
            String name,
            long id,
            StatementCache statements,
            java.util.function.Function<SqliteStatement, @Nullable T> reader) {
        try (Lease lease = statements.acquire(SELECT)) {
            SqliteStatement row = lease.statement();
            row.bindText(1, name);
            row.bindLong(2, id);
            return row.step() ? reader.apply(row) : null;
        }
    }

    /** The blob of a property, which is a zlib stream where a raw size is given. */
    private static final class SqlData {
        static byte @Nullable [] data(SqliteStatement row) {
            byte[] stored = row.columnBlob(2);
            if (stored == null || row.columnType(1) == SqliteStatement.NULL) {
                return stored;
            }
            long size = row.columnLong(1);
            if (size < 0 || size > LARGEST) {
                throw damaged();
            }
            byte[] data = new byte[(int) size];
            Inflater inflater = new Inflater();
            try {
                inflater.setInput(stored);
                if (inflater.inflate(data) != data.length) {
                    throw damaged();
                }
                return data;
            } catch (DataFormatException malformed) {
                throw damaged();
            } finally {
                inflater.end();
            }
        }

        private static IModelException damaged() {
            return new IModelException(Status.BE_SQLITE_CORRUPT, "a compressed file property is damaged");
        }
    }
}
