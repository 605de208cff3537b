package org.imodel4j.socket;

import static org.imodel4j.socket.Bytes.utf8;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** A client that sends any bytes it likes. */
final class RawClient implements AutoCloseable {
    final Socket socket;
    final DataInputStream in;

    RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        in = new DataInputStream(socket.getInputStream());
    }

    /** A client whose websocket is open. */
    static RawClient open(int port) throws IOException {
        RawClient client = new RawClient(port);
        client.send(utf8(HandshakeTest.REQUEST));
        client.head();
        return client;
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** The lines of an answer up to the empty one. */
    String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        return head.toString();
    }

    /** Reads a frame of less than 126 bytes: its first byte and its payload. */
    FrameReader.Message frame() throws IOException {
        int head = in.readUnsignedByte();
        byte[] payload = new byte[in.readUnsignedByte()];
        in.readFully(payload);
        return new FrameReader.Message(head, payload);
    }

    /** The code of the close frame that comes next but for pings. */
    int closeCode() throws IOException {
        FrameReader.Message next = frame();
        while (next.kind() == 0x89) {
            next = frame();
        }
        if (next.kind() != 0x88) {
            throw new IOException("not a close frame but " + next.kind());
        }
        return (next.payload()[0] & 0xff) << 8 | next.payload()[1] & 0xff;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
