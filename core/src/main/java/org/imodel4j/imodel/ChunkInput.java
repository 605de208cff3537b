package org.imodel4j.imodel;

import java.io.InputStream;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.sqlite.SqliteStatement;

/** The chunks of one embedded file as one stream, each read when its turn comes. They are numbered from 0 without a gap. */
final class ChunkInput extends InputStream {
    static final String SELECT =
            "SELECT SubId,length(Data),Data FROM be_Prop WHERE Namespace='be_Db' AND Name='EmbdBlob' AND Id=? ORDER BY SubId";

    /** Chunks of iTwin.js have half a megabyte; a bound on what a hostile one may cost. */
    static final int LARGEST = 16 << 20;

    private final SqliteStatement rows;
    private byte[] chunk = new byte[0];
    private int at;
    private long next;
    private boolean ended;

    /** @param rows of {@link #SELECT}, closed by the caller */
    ChunkInput(SqliteStatement rows, long fileId) {
        this.rows = rows;
        rows.bindLong(1, fileId);
    }

    @Override
    public int read() {
        return advance() ? chunk[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!advance()) {
            return -1;
        }
        int count = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, to, offset, count);
        at += count;
        return count;
    }

    private boolean advance() {
        while (at == chunk.length && !ended) {
            ended = !rows.step();
            if (!ended) {
                chunk = nextChunk();
                at = 0;
            }
        }
        return at < chunk.length;
    }

    private byte[] nextChunk() {
        if (rows.columnLong(0) != next) {
            throw damaged("a chunk is missing");
        }
        if (rows.columnLong(1) > LARGEST) {
            throw damaged("a chunk is too large");
        }
        next++;
        byte[] data = rows.columnBlob(2);
        return data == null ? new byte[0] : data;
    }

    private IModelException damaged(String why) {
        return new IModelException(Status.BE_SQLITE_CORRUPT, "An embedded file is damaged")
                .with("why", why)
                .with("chunk", next);
    }
}
