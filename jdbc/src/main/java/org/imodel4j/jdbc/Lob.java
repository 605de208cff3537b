package org.imodel4j.jdbc;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes of a row as a {@link Blob} that can be read. Stays valid until it is freed. */
final class Lob implements Blob {
    private byte @Nullable [] bytes;

    Lob(byte[] bytes) {
        this.bytes = bytes;
    }

    private byte[] bytes() throws SQLException {
        byte[] known = bytes;
        if (known == null) {
            throw SqlState.CLOSED.exception("The blob was freed");
        }
        return known;
    }

    @Override
    public long length() throws SQLException {
        return bytes().length;
    }

    /** @param position from 1 */
    @Override
    public byte[] getBytes(long position, int length) throws SQLException {
        byte[] all = bytes();
        if (position < 1 || position > all.length + 1L || length < 0) {
            throw SqlState.INVALID_ARGUMENT.exception("The blob has no such part");
        }
        int start = (int) position - 1;
        return Arrays.copyOfRange(all, start, (int) Math.min(all.length, (long) start + length));
    }

    @Override
    public InputStream getBinaryStream() throws SQLException {
        return new ByteArrayInputStream(bytes());
    }

    @Override
    public InputStream getBinaryStream(long position, long length) throws SQLException {
        return new ByteArrayInputStream(getBytes(position, (int) Math.min(Integer.MAX_VALUE, length)));
    }

    @Override
    public long position(byte[] pattern, long start) throws SQLException {
        // In ISO 8859-1 each byte is one character.
        String all = new String(bytes(), StandardCharsets.ISO_8859_1);
        int found = all.indexOf(new String(pattern, StandardCharsets.ISO_8859_1), (int) start - 1);
        return found < 0 ? -1 : found + 1L;
    }

    @Override
    public long position(Blob pattern, long start) throws SQLException {
        return position(pattern.getBytes(1, (int) pattern.length()), start);
    }

    @Override
    public int setBytes(long position, byte[] written) throws SQLException {
        throw SqlState.notSupported("Writing into a blob");
    }

    @Override
    public int setBytes(long position, byte[] written, int offset, int length) throws SQLException {
        throw SqlState.notSupported("Writing into a blob");
    }

    @Override
    public OutputStream setBinaryStream(long position) throws SQLException {
        throw SqlState.notSupported("Writing into a blob");
    }

    @Override
    public void truncate(long length) throws SQLException {
        throw SqlState.notSupported("Writing into a blob");
    }

    @Override
    public void free() {
        bytes = null;
    }
}
