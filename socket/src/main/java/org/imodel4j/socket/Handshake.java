package org.imodel4j.socket;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The request with which a websocket begins, RFC 6455 section 4.2.
 *
 * <pre>
 * request = "GET " path " HTTP/1.1" CRLF *( name ":" value CRLF ) CRLF
 * </pre>
 *
 * A path may be asked for, which then is a secret. The headers Host, Upgrade, Connection, Sec-WebSocket-Key and Sec-WebSocket-Version are needed; extensions and subprotocols are
 * never accepted. Names that stand twice have their values joined by commas, except for those that mean one thing.
 */
final class Handshake {
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int KEY_BYTES = 16;

    private final Map<String, String> headers = new HashMap<>();
    private final String line;

    private Handshake(String line) {
        this.line = line;
    }

    /** A request that is refused, with the answer. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;
        private final String status;
        private final String header;

        Refused(String status, String why) {
            this(status, why, "");
        }

        Refused(String status, String why, String header) {
            super(why);
            this.status = status;
            this.header = header;
        }

        byte[] answer() {
            String why = getMessage() + "\n";
            String text = "HTTP/1.1 " + status + "\r\n" + header
                    + "Content-Type: text/plain\r\nConnection: close\r\nContent-Length: " + why.length() + "\r\n\r\n"
                    + why;
            return text.getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** Reads a request; leaves what follows it in the stream. */
    static Handshake read(InputStream in, int mostBytes) throws IOException {
        Lines lines = new Lines(in, mostBytes);
        Handshake request = new Handshake(lines.next());
        for (String next = lines.next(); !next.isEmpty(); next = lines.next()) {
            request.add(next);
        }
        return request;
    }

    private void add(String header) throws Refused {
        int colon = header.indexOf(':');
        if (colon <= 0 || header.charAt(colon - 1) <= ' ' || header.charAt(0) <= ' ') {
            throw bad("a header that can not be read");
        }
        String name = header.substring(0, colon).toLowerCase(Locale.ROOT);
        String value = header.substring(colon + 1).trim();
        String before = headers.put(name, value);
        if (before != null) {
            if (name.equals("origin") || name.equals("host") || name.equals("sec-websocket-key")) {
                throw bad("a header stands twice");
            }
            headers.put(name, before + "," + value);
        }
    }

    /** The answer that opens the connection. */
    byte[] accept(SocketOptions options, String path) throws Refused {
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !parts[2].equals("HTTP/1.1")) {
            throw bad("not an HTTP/1.1 request");
        }
        if (!parts[0].equals("GET")) {
            throw new Refused("405 Method Not Allowed", "a websocket begins with GET", "Allow: GET\r\n");
        }
        String key = header("sec-websocket-key");
        if (header("host") == null || key == null || !isKey(key)) {
            throw bad("not a websocket handshake");
        }
        if (!names("upgrade", "websocket") || !names("connection", "upgrade")) {
            throw new Refused("426 Upgrade Required", "only websockets", "Upgrade: websocket\r\n");
        }
        if (!"13".equals(header("sec-websocket-version"))) {
            throw new Refused("426 Upgrade Required", "another version of websockets", "Sec-WebSocket-Version: 13\r\n");
        }
        if (!Origins.admits(header("origin"), options)) {
            throw new Refused("403 Forbidden", "this page may not connect");
        }
        if (!path.isEmpty() && !isSame(parts[1], "/" + path)) {
            throw new Refused("403 Forbidden", "this client does not know the secret");
        }
        String answer =
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                        + acceptOf(key) + "\r\n\r\n";
        return answer.getBytes(StandardCharsets.US_ASCII);
    }

    /** What proves that the request was understood. */
    static String acceptOf(String key) {
        try {
            // The standard asks for SHA-1; nothing is kept secret by it.
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            byte[] hash = sha1.digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every platform has SHA-1", e);
        }
    }

    /** Takes the same time wherever the two differ. */
    private static boolean isSame(String asked, String expected) {
        return MessageDigest.isEqual(asked.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isKey(String key) {
        try {
            return Base64.getDecoder().decode(key).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private @Nullable String header(String name) {
        return headers.get(name);
    }

    private boolean names(String header, String wanted) {
        String value = header(header);
        if (value != null) {
            for (String each : value.split(",", 100)) {
                if (each.trim().equalsIgnoreCase(wanted)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Refused bad(String why) {
        return new Refused("400 Bad Request", why);
    }

    /** Lines of ASCII, ended by CRLF. */
    private static final class Lines {
        private final InputStream in;
        private int left;

        Lines(InputStream in, int mostBytes) {
            this.in = in;
            this.left = mostBytes;
        }

        String next() throws IOException {
            StringBuilder text = new StringBuilder();
            int before = -1;
            while (true) {
                int c = in.read();
                if (c < 0) {
                    throw new IOException("the client left before its request was complete");
                }
                if (--left < 0) {
                    throw new Refused("431 Request Header Fields Too Large", "the request is too large");
                }
                if (before == '\r' && c == '\n') {
                    text.setLength(text.length() - 1);
                    return text.toString();
                }
                if (before == '\r' || c == '\n' || c == 0) {
                    throw bad("a line that can not be read");
                }
                text.append((char) c);
                before = c;
            }
        }
    }
}
