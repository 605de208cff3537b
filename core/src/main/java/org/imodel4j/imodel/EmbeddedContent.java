package org.imodel4j.imodel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.tukaani.xz.FinishableOutputStream;
import org.tukaani.xz.LZMA2InputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.UnsupportedOptionsException;

/**
 * What the chunks of an embedded file hold, one after the other, numbers little-endian:
 *
 * <pre>
 * content     = header , ( raw | compressed ) ;
 * header      = size:u16(16) , "EmLzma" , 0 0 0 0 , version:u16(16) , method:u16 ;
 * raw         = the bytes of the file ;                                      (* method 0 *)
 * compressed  = dictionary:u8 , LZMA2 packets with the end marker ;          (* method 2 *)
 * </pre>
 *
 * The dictionary's size is (2 | dictionary % 2) &lt;&lt; (dictionary / 2 + 11). Where a chunk ends has no meaning. Files of iTwin.js
 * have the header in a chunk of its own, which is also what is written here.
 */
final class EmbeddedContent {
    /** The original counts sizes in 32 bits. */
    static final long LARGEST = 0xffff_ffffL;

    private static final int RAW = 0;
    private static final int LZMA2 = 2;
    private static final byte[] START = {16, 0, 'E', 'm', 'L', 'z', 'm', 'a', 0, 0, 0, 0, 16, 0};
    private static final int DICTIONARY = 512 << 10;
    private static final int DICTIONARY_CODE = 14;
    private static final int BIGGEST_DICTIONARY_CODE = 40;

    private EmbeddedContent() {}

    /**
     * The bytes of the file.
     *
     * @param size that the file says to have: no dictionary is made that is larger than it needs
     * @throws IModelException BE_SQLITE_CORRUPT when the chunks do not begin like content
     */
    static InputStream open(InputStream chunks, long size) throws IOException {
        if (size < 0 || size > LARGEST) {
            throw damaged("its size is out of bounds").with("size", size);
        }
        byte[] header = chunks.readNBytes(START.length + 2);
        if (header.length < START.length + 2
                || !Arrays.equals(header, 0, START.length, START, 0, START.length)
                || header[START.length + 1] != 0) {
            throw damaged("it has no header");
        }
        return switch (header[START.length]) {
            case RAW -> chunks;
            case LZMA2 -> new LZMA2InputStream(chunks, dictionary(chunks.read(), size));
            default -> throw damaged("its compression is unknown").with("method", header[START.length] & 0xff);
        };
    }

    private static int dictionary(int code, long size) {
        if (code < 0 || code > BIGGEST_DICTIONARY_CODE) {
            throw damaged("the size of its dictionary is out of bounds");
        }
        long said = code == BIGGEST_DICTIONARY_CODE ? LARGEST : (2L | code & 1) << (code / 2 + 11);
        long bytes = Math.min(said, Math.max(LZMA2Options.DICT_SIZE_MIN, size));
        if (bytes > LZMA2Options.DICT_SIZE_MAX) {
            throw damaged("the size of its dictionary is out of bounds");
        }
        return (int) bytes;
    }

    /** Copies exactly so many bytes, after which the stream has to end. */
    static void copy(InputStream in, long size, OutputStream out) {
        byte[] buffer = new byte[(int) Math.min(Math.max(size, 1), 64 << 10)];
        long left = size;
        for (int count = read(in, buffer); count >= 0; count = read(in, buffer)) {
            left -= count;
            if (left < 0) {
                throw damaged("it holds more than its size").with("size", size);
            }
            write(out, buffer, count);
        }
        if (left > 0) {
            throw damaged("it holds less than its size").with("size", size).with("missing", left);
        }
    }

    private static int read(InputStream in, byte[] buffer) {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw new IModelException(Status.BE_SQLITE_CORRUPT, "An embedded file is damaged", e)
                    .with("why", "its compressed bytes make no sense");
        }
    }

    private static void write(OutputStream out, byte[] buffer, int count) {
        try {
            out.write(buffer, 0, count);
        } catch (IOException e) {
            throw new IModelException(Status.WRITE_ERROR, "The embedded file can not be written", e);
        }
    }

    /**
     * Writes header and content; the chunks stay open. Answers the number of bytes read.
     *
     * @throws IOException when {@code in} fails, or there is more than {@link #LARGEST}
     */
    static long write(InputStream in, boolean compressed, ChunkOutput chunks) throws IOException {
        byte[] header = Arrays.copyOf(START, START.length + 2 + (compressed ? 1 : 0));
        if (compressed) {
            header[START.length] = LZMA2;
            header[START.length + 2] = DICTIONARY_CODE;
        }
        chunks.write(header);
        chunks.endChunk();
        if (!compressed) {
            return copy(in, chunks);
        }
        FinishableOutputStream packets = options().getOutputStream(new Packets(chunks));
        long size = copy(in, packets);
        packets.finish();
        return size;
    }

    private static LZMA2Options options() {
        LZMA2Options options = new LZMA2Options();
        try {
            options.setDictSize(DICTIONARY);
        } catch (UnsupportedOptionsException e) {
            throw new IllegalStateException(e);
        }
        return options;
    }

    private static long copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[64 << 10];
        long size = 0;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            size += count;
            if (size > LARGEST) {
                throw new IOException("There is more than can be embedded");
            }
            out.write(buffer, 0, count);
        }
        return size;
    }

    private static IModelException damaged(String why) {
        return new IModelException(Status.BE_SQLITE_CORRUPT, "An embedded file is damaged").with("why", why);
    }

    /** The encoder wants to be able to end what it writes to. */
    private static final class Packets extends FinishableOutputStream {
        private final OutputStream out;

        Packets(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }
    }
}
