package org.imodel4j.host.rpc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code multipart/form-data} body.
 *
 * <pre>
 * body  = [ preamble CRLF ] { "--" boundary CRLF { header CRLF } CRLF bytes CRLF } "--" boundary "--"
 * </pre>
 *
 * Bounded in bytes and in parts; a body that ends early, has no boundary or passes a bound is refused.
 */
final class MultipartReader {
    private static final int MAX_BOUNDARY = 200;
    private static final int MAX_HEADERS = 8192;

    private final InputStream in;
    private final byte[] delimiter;
    private final RpcLimits limits;
    private final byte[] buffer = new byte[8192];
    private int at;
    private int end;
    private long left;

    private MultipartReader(InputStream in, String boundary, RpcLimits limits) {
        this.in = in;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        this.limits = limits;
        this.left = limits.multipartBytes();
    }

    /** The bytes of each part by its name; of equal names the last. */
    static Map<String, byte[]> read(InputStream in, String contentType, RpcLimits limits) throws IOException {
        String boundary = boundary(contentType);
        if (boundary == null) {
            throw malformed("no boundary");
        }
        return new MultipartReader(in, boundary, limits).parts();
    }

    static @Nullable String boundary(String contentType) {
        int at = contentType.toLowerCase(Locale.ROOT).indexOf("boundary=");
        if (at < 0) {
            return null;
        }
        String value = contentType.substring(at + "boundary=".length());
        int semicolon = value.indexOf(';');
        if (value.startsWith("\"")) {
            int quote = value.indexOf('"', 1);
            value = quote < 0 ? "" : value.substring(1, quote);
        } else if (semicolon >= 0) {
            value = value.substring(0, semicolon);
        }
        value = value.trim();
        return value.isEmpty() || value.length() > MAX_BOUNDARY ? null : value;
    }

    private Map<String, byte[]> parts() throws IOException {
        Map<String, byte[]> parts = new HashMap<>();
        // The first delimiter has no line before it, so the search starts as if one had been seen.
        skipToDelimiter();
        while (!isLast()) {
            String name = nameOf(headers());
            byte[] content = toDelimiter();
            if (parts.size() == limits.parts()) {
                throw new UnreadableRequestException(413, "too many parts");
            }
            if (name != null) {
                parts.put(name, content);
            }
        }
        return parts;
    }

    private void skipToDelimiter() throws IOException {
        copyToDelimiter(null, 2);
    }

    private byte[] toDelimiter() throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        copyToDelimiter(content, 0);
        return content.toByteArray();
    }

    /** A carriage return can stand only at the start of the delimiter, so one that does not match is the next start or content. */
    private void copyToDelimiter(@Nullable ByteArrayOutputStream to, int alreadyMatched) throws IOException {
        int matched = alreadyMatched;
        while (matched < delimiter.length) {
            int next = next();
            if (next == delimiter[matched]) {
                matched++;
                continue;
            }
            if (to != null) {
                to.write(delimiter, 0, matched);
            }
            matched = next == '\r' ? 1 : 0;
            if (matched == 0 && to != null) {
                to.write(next);
            }
        }
    }

    /** After a delimiter: two hyphens end the body, a line end begins a part. */
    private boolean isLast() throws IOException {
        int first = next();
        while (first == ' ' || first == '\t') {
            first = next();
        }
        int second = next();
        if (first == '-' && second == '-') {
            return true;
        }
        if (first == '\r' && second == '\n') {
            return false;
        }
        throw malformed("a boundary is not followed by a line end");
    }

    private String headers() throws IOException {
        StringBuilder headers = new StringBuilder();
        while (true) {
            int lineStart = headers.length();
            for (int c = next(); c != '\n'; c = next()) {
                if (headers.length() == MAX_HEADERS) {
                    throw new UnreadableRequestException(413, "the headers of a part are too long");
                }
                if (c != '\r') {
                    headers.append((char) c);
                }
            }
            if (headers.length() == lineStart) {
                return headers.toString();
            }
            headers.append('\n');
        }
    }

    private static @Nullable String nameOf(String headers) {
        for (String line : headers.split("\n", -1)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
                int at = line.indexOf("name=\"");
                // filename="…" has the same ending.
                while (at > 0 && Character.isLetter(line.charAt(at - 1))) {
                    at = line.indexOf("name=\"", at + 1);
                }
                int quote = at < 0 ? -1 : line.indexOf('"', at + 6);
                return quote < 0 ? null : line.substring(at + 6, quote);
            }
        }
        return null;
    }

    private int next() throws IOException {
        if (at == end) {
            at = 0;
            end = in.read(buffer, 0, buffer.length);
            if (end < 0) {
                end = 0;
                throw malformed("the body ends early");
            }
            left -= end;
            if (left < 0) {
                throw new UnreadableRequestException(413, "the request is too large");
            }
            if (end == 0) {
                return next();
            }
        }
        return buffer[at++] & 0xff;
    }

    private static UnreadableRequestException malformed(String what) {
        return new UnreadableRequestException(400, "Error: Invalid request: Malformed multipart body: " + what + ".");
    }
}
