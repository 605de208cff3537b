package org.imodel4j.socket;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Puts the frames of a client together to messages. Used by one thread.
 *
 * <pre>
 * byte 0      bit 7 last frame of its message, bits 6-4 zero, bits 3-0 kind
 * byte 1      bit 7 one (clients have to mask), bits 6-0 length, 126 for a length of two bytes, 127 for one of eight
 * [2 or 8]    length, big-endian
 * 4 bytes     mask
 * payload     each byte combined with the mask's, in turn
 * kind        0 continues a message, 1 text, 2 binary, 8 close, 9 ping, 10 pong
 * </pre>
 *
 * Close, ping and pong are one frame of at most 125 bytes and may stand between the frames of a message. Memory is taken as bytes arrive, not as they
 * are announced.
 */
final class FrameReader {
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;
    static final int LARGEST_CONTROL = 125;

    private static final int CHUNK = 1 << 16;
    private static final byte[] NOTHING = new byte[0];

    private final InputStream in;
    private final SocketOptions options;
    private final byte[] mask = new byte[4];
    private ByteArrayOutputStream begun = new ByteArrayOutputStream(0);
    private int kind = CONTINUATION;

    FrameReader(InputStream in, SocketOptions options) {
        this.in = in;
        this.options = options;
    }

    /** A whole message, or a control frame. */
    record Message(int kind, byte[] payload) {}

    /**
     * Waits for the next message or control frame.
     *
     * @throws SocketFault the client does what it may not do
     * @throws IOException the connection is over
     */
    Message next() throws IOException {
        while (true) {
            int head = read();
            int second = read();
            int code = head & 0x0f;
            boolean last = (head & 0x80) != 0;
            if ((head & 0x70) != 0) {
                throw SocketFault.protocol("a frame with bits of an extension");
            }
            if ((second & 0x80) == 0) {
                throw SocketFault.protocol("a frame that is not masked");
            }
            long length = length(second & 0x7f);
            if (code >= CLOSE) {
                return control(code, last, length);
            }
            check(code, length);
            byte[] payload = payload((int) length);
            if (code != CONTINUATION) {
                kind = code;
            }
            byte[] whole = joined(payload, last);
            if (last) {
                Message message = new Message(kind, whole);
                kind = CONTINUATION;
                if (message.kind() == TEXT && !Utf8.isValid(whole)) {
                    throw SocketFault.unreadable("text that is no UTF-8");
                }
                return message;
            }
        }
    }

    private void check(int code, long length) throws SocketFault {
        if (code > BINARY) {
            throw SocketFault.protocol("a frame of an unknown kind");
        } else if ((code == CONTINUATION) != (kind != CONTINUATION)) {
            throw SocketFault.protocol(
                    code == CONTINUATION ? "a frame continues no message" : "a message before the end of another");
        }
        int whole = code == CONTINUATION ? kind : code;
        if (begun.size() + length > (whole == TEXT ? options.textBytes() : options.binaryBytes())) {
            throw SocketFault.tooBig("a message is too large");
        }
    }

    private Message control(int code, boolean last, long length) throws IOException {
        if (code > PONG) {
            throw SocketFault.protocol("a frame of an unknown kind");
        } else if (!last || length > LARGEST_CONTROL) {
            throw SocketFault.protocol("a control frame in parts or too large");
        }
        return new Message(code, payload((int) length));
    }

    private long length(int small) throws IOException {
        if (small < 126) {
            return small;
        }
        int bytes = small == 126 ? 2 : 8;
        long length = 0;
        for (int i = 0; i < bytes; i++) {
            length = length << 8 | read();
        }
        if (length < 0) {
            throw SocketFault.protocol("a length below zero");
        } else if (length < (bytes == 2 ? 126 : 1 << 16)) {
            throw SocketFault.protocol("a length that is written too long");
        }
        return length;
    }

    /** Reads the mask and the payload; the length is within the limits. */
    private byte[] payload(int length) throws IOException {
        fill(mask, 0, mask.length);
        if (length == 0) {
            return NOTHING;
        }
        byte[] bytes = new byte[Math.min(length, CHUNK)];
        int have = 0;
        while (have < length) {
            if (have == bytes.length) {
                bytes = java.util.Arrays.copyOf(bytes, (int) Math.min(length, 2L * have));
            }
            fill(bytes, have, bytes.length);
            have = bytes.length;
        }
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= mask[i & 3];
        }
        return bytes;
    }

    private byte[] joined(byte[] payload, boolean last) {
        if (last && begun.size() == 0) {
            return payload;
        }
        begun.write(payload, 0, payload.length);
        if (!last) {
            return NOTHING;
        }
        byte[] whole = begun.toByteArray();
        begun = new ByteArrayOutputStream(0);
        return whole;
    }

    private int read() throws IOException {
        int b = in.read();
        if (b < 0) {
            throw new EOFException();
        }
        return b;
    }

    private void fill(byte[] bytes, int from, int to) throws IOException {
        int at = from;
        while (at < to) {
            int count = in.read(bytes, at, to - at);
            if (count < 0) {
                throw new EOFException();
            }
            at += count;
        }
    }
}
