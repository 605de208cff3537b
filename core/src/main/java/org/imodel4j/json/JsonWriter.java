package org.imodel4j.json;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON as UTF-8 bytes, character for character as ECMAScript's {@code JSON.stringify} does. Used by one thread.
 *
 * <p>Commas come by themselves. The caller balances begin and end and gives each member a name; nothing else is
 * checked, because this is the innermost loop of every query. Without a stream the bytes stay in memory until {@link
 * #reset()}; with one they move there whenever a chunk has come together, and {@link #flush()} moves the rest.
 */
public final class JsonWriter {
    private static final int SMALLEST = 256;
    private static final byte[] HEX = ascii("0123456789abcdef");
    private static final byte[] BASE64 = ascii("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");

    private final @Nullable OutputStream out;
    private final int chunk;
    private byte[] buffer;
    private int length;
    private long flushed;
    private boolean comma;

    /** A writer into memory. */
    public JsonWriter() {
        this(1024);
    }

    /** A writer into memory with room for that many bytes before it first grows. */
    public JsonWriter(int capacity) {
        this.out = null;
        this.chunk = Integer.MAX_VALUE;
        this.buffer = new byte[Math.max(SMALLEST, capacity)];
    }

    /** A writer that hands its bytes to {@code out} in pieces of about {@code chunk} bytes. It does not close {@code out}. */
    public JsonWriter(OutputStream out, int chunk) {
        this.out = out;
        this.chunk = Math.max(SMALLEST, chunk);
        this.buffer = new byte[this.chunk + SMALLEST];
    }

    private static byte[] ascii(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    /** The bytes of a member name with its quotes and colon, for {@link #name(byte[])}. */
    public static byte[] encodeName(String name) {
        JsonWriter writer = new JsonWriter(name.length() + 8);
        writer.name(name);
        return writer.bytes();
    }

    public JsonWriter beginArray() {
        return open('[');
    }

    public JsonWriter endArray() {
        return close(']');
    }

    public JsonWriter beginObject() {
        return open('{');
    }

    public JsonWriter endObject() {
        return close('}');
    }

    private JsonWriter open(char bracket) {
        separate(1);
        buffer[length++] = (byte) bracket;
        comma = false;
        return this;
    }

    private JsonWriter close(char bracket) {
        ensure(1);
        buffer[length++] = (byte) bracket;
        comma = true;
        return this;
    }

    public JsonWriter name(String name) {
        value(name);
        ensure(1);
        buffer[length++] = ':';
        comma = false;
        return this;
    }

    /** A member name as {@link #encodeName} made it. */
    public JsonWriter name(byte[] encoded) {
        raw(encoded, 0, encoded.length);
        comma = false;
        return this;
    }

    public JsonWriter value(String value) {
        int chars = value.length();
        separate(3 * chars + 2);
        buffer[length++] = '"';
        length = JsonText.write(value, buffer, length, this);
        ensure(1);
        buffer[length++] = '"';
        return this;
    }

    /** A string given as UTF-8. Bytes that are no UTF-8 become U+FFFD, so the document stays well formed. */
    public JsonWriter utf8String(byte[] utf8) {
        return utf8String(utf8, 0, utf8.length);
    }

    public JsonWriter utf8String(byte[] utf8, int offset, int count) {
        separate(count + 2);
        buffer[length++] = '"';
        int plain = JsonText.plainPrefix(utf8, offset, count);
        System.arraycopy(utf8, offset, buffer, length, plain);
        length += plain;
        if (plain < count) {
            length = JsonText.writeUtf8(utf8, offset + plain, offset + count, buffer, length, this);
            ensure(1);
        }
        buffer[length++] = '"';
        return this;
    }

    public JsonWriter value(long value) {
        separate(20);
        length = NumberText.write(value, buffer, length);
        return this;
    }

    /** As ECMAScript's {@code Number::toString}; what is not finite becomes {@code null}, minus zero becomes 0. */
    public JsonWriter value(double value) {
        if (Math.abs(value) > Double.MAX_VALUE || Double.isNaN(value)) {
            return nullValue();
        }
        separate(NumberText.LONGEST);
        length = NumberText.write(value, buffer, length);
        return this;
    }

    public JsonWriter value(boolean value) {
        separate(5);
        int at = length;
        byte[] to = buffer;
        if (value) {
            to[at] = 't';
            to[at + 1] = 'r';
            to[at + 2] = 'u';
            to[at + 3] = 'e';
            length = at + 4;
        } else {
            to[at] = 'f';
            to[at + 1] = 'a';
            to[at + 2] = 'l';
            to[at + 3] = 's';
            to[at + 4] = 'e';
            length = at + 5;
        }
        return this;
    }

    public JsonWriter nullValue() {
        separate(4);
        int at = length;
        byte[] to = buffer;
        to[at] = 'n';
        to[at + 1] = 'u';
        to[at + 2] = 'l';
        to[at + 3] = 'l';
        length = at + 4;
        return this;
    }

    /** An id as a string: {@code "0x1c"}. */
    public JsonWriter hexId(long id) {
        separate(20);
        int at = length;
        byte[] to = buffer;
        to[at++] = '"';
        to[at++] = '0';
        to[at++] = 'x';
        int shift = (Long.SIZE - 1 - Long.numberOfLeadingZeros(id | 1)) & ~3;
        for (; shift >= 0; shift -= 4) {
            to[at++] = HEX[(int) (id >>> shift) & 15];
        }
        to[at++] = '"';
        length = at;
        return this;
    }

    /** A GUID as a string in lower case, given as 16 bytes in the order of the text. */
    public JsonWriter guid(byte[] sixteen) {
        separate(38);
        int at = length;
        byte[] to = buffer;
        to[at++] = '"';
        for (int i = 0; i < 16; i++) {
            if (i == 4 || i == 6 || i == 8 || i == 10) {
                to[at++] = '-';
            }
            to[at++] = HEX[(sixteen[i] >> 4) & 15];
            to[at++] = HEX[sixteen[i] & 15];
        }
        to[at++] = '"';
        length = at;
        return this;
    }

    /** A string of {@code prefix}, which needs no escaping, and the base64 form of the bytes with padding. */
    public JsonWriter base64(String prefix, byte[] bytes) {
        int encoded = (int) Math.min(Integer.MAX_VALUE - 64, (bytes.length + 2L) / 3 * 4);
        separate(encoded + prefix.length() + 2);
        int at = length;
        byte[] to = buffer;
        to[at++] = '"';
        for (int i = 0; i < prefix.length(); i++) {
            to[at++] = (byte) prefix.charAt(i);
        }
        int whole = bytes.length / 3 * 3;
        for (int i = 0; i < whole; i += 3) {
            int three = (bytes[i] & 0xff) << 16 | (bytes[i + 1] & 0xff) << 8 | bytes[i + 2] & 0xff;
            to[at] = BASE64[three >>> 18];
            to[at + 1] = BASE64[three >>> 12 & 63];
            to[at + 2] = BASE64[three >>> 6 & 63];
            to[at + 3] = BASE64[three & 63];
            at += 4;
        }
        if (whole < bytes.length) {
            boolean two = whole + 2 == bytes.length;
            int rest = (bytes[whole] & 0xff) << 16 | (two ? (bytes[whole + 1] & 0xff) << 8 : 0);
            to[at++] = BASE64[rest >>> 18];
            to[at++] = BASE64[rest >>> 12 & 63];
            to[at++] = two ? BASE64[rest >>> 6 & 63] : (byte) '=';
            to[at++] = '=';
        }
        to[at++] = '"';
        length = at;
        return this;
    }

    /** A value that is JSON already. */
    public JsonWriter raw(byte[] json, int offset, int count) {
        separate(count);
        System.arraycopy(json, offset, buffer, length, count);
        length += count;
        return this;
    }

    public JsonWriter value(JsonValue value) {
        switch (value) {
            case JsonObject object -> {
                beginObject();
                for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                    name(member.getKey());
                    value(member.getValue());
                }
                endObject();
            }
            case JsonArray array -> {
                beginArray();
                for (JsonValue item : array.items()) {
                    value(item);
                }
                endArray();
            }
            case JsonValue.Text text -> value(text.value());
            case JsonValue.Number number -> {
                if (number.integral()) {
                    value(number.exact());
                } else {
                    value(number.value());
                }
            }
            case JsonValue.Bool bool -> value(bool.value());
            case JsonValue.Null ignored -> nullValue();
        }
        return this;
    }

    /** Number of bytes written since the start or the last reset, those already handed to the stream included. */
    public long size() {
        return flushed + length;
    }

    /** A copy of the bytes that are in memory. */
    public byte[] bytes() {
        return Arrays.copyOf(buffer, length);
    }

    /** Hands the bytes that are in memory to {@code target}; they stay in memory. */
    public void copyTo(OutputStream target) throws IOException {
        target.write(buffer, 0, length);
    }

    /** Forgets everything that was written; the memory is kept for the next document. */
    public void reset() {
        length = 0;
        flushed = 0;
        comma = false;
    }

    /** The place that {@link #rollback} goes back to. */
    public long mark() {
        return (flushed + length) << 1 | (comma ? 1 : 0);
    }

    /** Forgets what was written since the mark; false when a part of it has left for the stream already. */
    public boolean rollback(long mark) {
        long kept = (mark >>> 1) - flushed;
        if (kept < 0 || kept > length) {
            return false;
        }
        length = (int) kept;
        comma = (mark & 1) != 0;
        return true;
    }

    /**
     * Moves the bytes in memory to the stream and flushes it.
     *
     * @throws IModelException WRITE_ERROR when the stream fails
     */
    public void flush() {
        if (out != null) {
            drain(out);
            try {
                out.flush();
            } catch (IOException e) {
                throw new IModelException(Status.WRITE_ERROR, "The output can not be written", e);
            }
        }
    }

    private void drain(OutputStream stream) {
        try {
            stream.write(buffer, 0, length);
        } catch (IOException e) {
            throw new IModelException(Status.WRITE_ERROR, "The output can not be written", e);
        }
        flushed += length;
        length = 0;
    }

    private void separate(int count) {
        ensure(count + 1);
        if (comma) {
            buffer[length++] = ',';
        }
        comma = true;
    }

    private void ensure(int count) {
        if (buffer.length - length < count || length >= chunk) {
            makeRoom(count);
        }
    }

    private void makeRoom(int count) {
        if (out != null && length > 0) {
            drain(out);
        }
        if (buffer.length - length < count) {
            buffer = grown(count);
        }
    }

    private byte[] grown(int count) {
        long wanted = (long) length + count;
        if (count < 0 || wanted > Integer.MAX_VALUE - 16) {
            throw new IModelException(Status.BE_SQLITE_TOOBIG, "The JSON is larger than memory can hold");
        }
        return Arrays.copyOf(buffer, (int) Math.min(Integer.MAX_VALUE - 16, Math.max(wanted, 2L * buffer.length)));
    }

    /** Called by the text encoder when what it writes turns out longer than foreseen; never hands bytes to the stream. */
    byte[] growInside(int used, int count) {
        length = used;
        if (buffer.length - length < count) {
            buffer = grown(count);
        }
        return buffer;
    }
}
