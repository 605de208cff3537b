package org.imodel4j.servlet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One request that is sent byte for byte, on a connection of its own, and what came back until the other side ended it.
 *
 * @param headers names are lower case
 * @param complete whether the body ended where its header or its last chunk said
 */
record Exchange(int status, Map<String, String> headers, byte[] body, boolean complete) {
    /** The bytes of a request that is well-formed but for what the caller puts into it. */
    static byte[] request(String method, String path, byte[] body, String... headers) {
        StringBuilder text =
                new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n");
        for (String header : headers) {
            text.append(header).append("\r\n");
        }
        byte[] head = text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = java.util.Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    /** Sends a request, and where {@code half} is set that nothing more will come; waits at most 20 seconds for each byte. */
    static Exchange with(int port, byte[] request, boolean half) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            if (half) {
                socket.shutdownOutput();
            }
            ByteArrayOutputStream received = new ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(received);
            } catch (java.net.SocketException e) {
                // The other side gave the connection up; what came before is the answer.
            }
            return parse(received.toByteArray());
        }
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static Exchange parse(byte[] received) {
        ByteArrayInputStream in = new ByteArrayInputStream(received);
        int status = Integer.parseInt(line(in).split(" ", 3)[1]);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).trim());
        }
        if (!"chunked".equals(headers.get("transfer-encoding"))) {
            byte[] body = in.readAllBytes();
            String length = headers.get("content-length");
            return new Exchange(status, headers, body, length == null || Integer.parseInt(length) == body.length);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (in.available() > 0) {
            int size = Integer.parseInt(line(in), 16);
            if (size == 0) {
                return new Exchange(status, headers, body.toByteArray(), true);
            }
            byte[] chunk = new byte[size];
            body.write(chunk, 0, Math.max(0, in.read(chunk, 0, size)));
            line(in);
        }
        return new Exchange(status, headers, body.toByteArray(), false);
    }

    private static String line(ByteArrayInputStream in) {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
