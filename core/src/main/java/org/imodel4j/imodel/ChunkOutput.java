package org.imodel4j.imodel;

import java.io.OutputStream;
import java.util.Arrays;

/** Writes the chunks of one embedded file: full ones, but for the last and where the writer ends one. */
final class ChunkOutput extends OutputStream {
    private final WriterStatements statements;
    private final long fileId;
    private final byte[] chunk;
    private int length;
    private long next;

    ChunkOutput(WriterStatements statements, long fileId, int chunkSize) {
        this.statements = statements;
        this.fileId = fileId;
        this.chunk = new byte[chunkSize];
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
        int done = 0;
        while (done < count) {
            int part = Math.min(count - done, chunk.length - length);
            System.arraycopy(bytes, offset + done, chunk, length, part);
            length += part;
            done += part;
            if (length == chunk.length) {
                endChunk();
            }
        }
    }

    /** Stores what has come together, if there is anything. */
    void endChunk() {
        if (length > 0) {
            byte[] data = Arrays.copyOf(chunk, length);
            statements.change(
                    "INSERT INTO be_Prop(Namespace,Name,Id,SubId,TxnMode,Data) VALUES(?,?,?,?,0,?)", statement -> {
                        FileProperties.bind(
                                new FileProperty(
                                        EmbeddedFiles.CHUNKS.namespace(), EmbeddedFiles.CHUNKS.name(), fileId, next),
                                statement);
                        statement.bindBlob(5, data);
                    });
            next++;
            length = 0;
        }
    }

    @Override
    public void close() {
        endChunk();
    }
}
