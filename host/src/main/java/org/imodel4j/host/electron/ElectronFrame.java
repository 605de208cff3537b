package org.imodel4j.host.electron;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * What goes over the socket to the bridge:
 *
 * <pre>
 * frame = type (1 byte) session (4 bytes) length (4 bytes) payload
 * </pre>
 *
 * Numbers are big-endian. Session 0 is the bridge itself, every page has one of its own. {@code electron-bridge/src/frames.js} is the other end.
 */
record ElectronFrame(int type, int session, byte[] payload) {
    /** The first frame of the bridge; the payload is the secret. */
    static final int HELLO = 1;

    /** The answer to it; the payload says in JSON what the bridge may send. */
    static final int WELCOME = 2;

    /** A page is there. */
    static final int OPEN = 3;

    /** A session is over; from this end the payload says why. */
    static final int CLOSE = 4;

    static final int TEXT = 5;
    static final int BINARY = 6;

    private static final int HEADER_BYTES = 9;
    private static final int SMALL = 1 << 13;

    /**
     * The next frame.
     *
     * @throws IOException the stream ended or failed, or the frame is larger than allowed
     */
    static ElectronFrame read(DataInputStream in, int limit) throws IOException {
        int type = in.readUnsignedByte();
        int session = in.readInt();
        int length = in.readInt();
        if (length < 0 || length > limit) {
            throw new IOException("a frame of " + (length & 0xffffffffL) + " bytes");
        }
        byte[] payload = new byte[length];
        in.readFully(payload);
        return new ElectronFrame(type, session, payload);
    }

    void write(OutputStream out) throws IOException {
        boolean small = payload.length <= SMALL;
        ByteBuffer head = ByteBuffer.allocate(HEADER_BYTES + (small ? payload.length : 0));
        head.put((byte) type).putInt(session).putInt(payload.length);
        if (small) {
            head.put(payload);
        }
        out.write(head.array());
        if (!small) {
            out.write(payload);
        }
        out.flush();
    }
}
