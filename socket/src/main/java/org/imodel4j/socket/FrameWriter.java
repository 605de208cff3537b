package org.imodel4j.socket;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.imodel4j.host.ipc.IpcClose;

/** Writes frames as a server does, without masks; otherwise as {@link FrameReader} reads them. Used by one thread at a time. */
final class FrameWriter {
    private final OutputStream out;

    /** @param out collects small writes, so that a small frame is one packet */
    FrameWriter(OutputStream out) {
        this.out = out;
    }

    void frame(int kind, boolean last, byte[] bytes, int from, int count) throws IOException {
        out.write((last ? 0x80 : 0) | kind);
        if (count < 126) {
            out.write(count);
        } else if (count < 1 << 16) {
            out.write(126);
            out.write(count >>> 8);
            out.write(count);
        } else {
            out.write(127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                out.write((int) ((long) count >>> shift));
            }
        }
        out.write(bytes, from, count);
        out.flush();
    }

    void control(int kind, byte[] payload) throws IOException {
        frame(kind, true, payload, 0, payload.length);
    }

    void close(IpcClose reason) throws IOException {
        byte[] text = reason.text().getBytes(StandardCharsets.UTF_8);
        byte[] payload = new byte[2 + Math.min(text.length, FrameReader.LARGEST_CONTROL - 2)];
        payload[0] = (byte) (reason.code() >>> 8);
        payload[1] = (byte) reason.code();
        System.arraycopy(text, 0, payload, 2, payload.length - 2);
        control(FrameReader.CLOSE, payload);
    }
}
