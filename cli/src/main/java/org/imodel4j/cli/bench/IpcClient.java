package org.imodel4j.cli.bench;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/**
 * A frontend that costs almost nothing, so that a small machine is left to the server: a websocket client that knows as much of RFC 6455 as it
 * takes to invoke functions. Each frame is written for itself, as frontends do; its mask is zero, which spares the work of masking. One thread.
 */
final class IpcClient implements AutoCloseable {
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private byte[] payload = new byte[1 << 16];
    private long sequence;
    private long lastRequest;

    /** What a call gave: its number, and how many bytes of binary frames came with it. */
    record Answer(long request, boolean failed, long binaryBytes) {}

    private record Header(int opCode, boolean isLast, long length) {}

    IpcClient(URI url) throws IOException {
        socket = new Socket(url.getHost(), url.getPort());
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
        out = socket.getOutputStream();
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        String request = "GET " + path + query + " HTTP/1.1\r\nHost: " + url.getAuthority()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n\r\n";
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        String status = line();
        if (!status.startsWith("HTTP/1.1 101")) {
            socket.close();
            throw new IModelException(Status.BAD_REQUEST, "the server takes no websocket").with("answer", status);
        }
        while (!line().isEmpty()) {
            // The other headers say nothing that matters here.
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /** Calls a function and gives the number of the call. The arguments are JSON. */
    long invoke(String channel, String method, String arguments) throws IOException {
        long request = ++lastRequest;
        // The message is JSON in a string of JSON; nothing in it needs an escape but its quotes.
        String message = "{\"type\":2,\"channel\":\"itwin." + channel + "\",\"method\":\"" + method + "\",\"data\":"
                + arguments + ",\"request\":" + request + ",\"sequence\":" + sequence++ + "}";
        write(TEXT, ("[\"" + message.replace("\"", "\\\"") + "\",0]").getBytes(StandardCharsets.UTF_8));
        return request;
    }

    private void write(int opCode, byte[] bytes) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(bytes.length + 14);
        frame.put((byte) (0x80 | opCode));
        if (bytes.length < 126) {
            frame.put((byte) (0x80 | bytes.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) bytes.length);
        }
        frame.putInt(0).put(bytes);
        out.write(frame.array(), 0, frame.position());
    }

    /** Waits for the next answer, whichever call it is of. */
    Answer next() throws IOException {
        String text = "";
        while (!text.contains("\\\"response\\\":")) {
            text = message(TEXT);
        }
        long binary = 0;
        for (int parts = parts(text); parts > 0; parts--) {
            binary += skipped();
        }
        return new Answer(number(text, "\\\"response\\\":"), text.contains("\\\"error\\\":"), binary);
    }

    private static int parts(String frame) {
        return Integer.parseInt(frame.substring(frame.lastIndexOf(',') + 1, frame.length() - 1));
    }

    private static long number(String text, String behind) {
        int from = text.indexOf(behind) + behind.length();
        int to = from;
        while (Character.isDigit(text.charAt(to))) {
            to++;
        }
        return Long.parseLong(text.substring(from, to));
    }

    private String message(int opCode) throws IOException {
        int size = 0;
        for (Header header = header(opCode); ; header = header(0)) {
            if (size + header.length() > payload.length) {
                payload = java.util.Arrays.copyOf(payload, Math.toIntExact(2 * (size + header.length())));
            }
            in.readFully(payload, size, (int) header.length());
            size += (int) header.length();
            if (header.isLast()) {
                return new String(payload, 0, size, StandardCharsets.UTF_8);
            }
        }
    }

    private long skipped() throws IOException {
        long size = 0;
        for (Header header = header(BINARY); ; header = header(0)) {
            in.skipNBytes(header.length());
            size += header.length();
            if (header.isLast()) {
                return size;
            }
        }
    }

    /** The next frame that is not about the connection itself. */
    private Header header(int expected) throws IOException {
        while (true) {
            int first = in.readUnsignedByte();
            int second = in.readUnsignedByte();
            long length = second < 126 ? second : second == 126 ? in.readUnsignedShort() : in.readLong();
            int opCode = first & 15;
            if (opCode == expected) {
                return new Header(opCode, (first & 0x80) != 0, length);
            }
            byte[] other = in.readNBytes((int) length);
            if (opCode == PING) {
                write(PONG, other);
            } else if (opCode == CLOSE) {
                throw new EOFException("the server closes the websocket");
            } else if (opCode != PONG) {
                throw new IOException("a frame of another kind than expected: " + opCode);
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
