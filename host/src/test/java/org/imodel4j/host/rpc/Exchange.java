package org.imodel4j.host.rpc;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** One request and its answer in memory; stricter than a server, as it refuses a second start and writes after the end. */
public final class Exchange implements WebRequest, WebResponse {
    private final String method;
    private final String path;
    private final @Nullable String query;
    private final Map<String, String> requestHeaders = new HashMap<>();
    private final byte[] body;
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
    private final List<Runnable> abandoned = new ArrayList<>();
    private int status;
    private Map<String, String> headers = Map.of();
    private boolean closed;

    private Exchange(String method, String path, @Nullable String query, byte[] body) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.body = body;
        header("X-Correlation-Id", "c1");
    }

    public static Exchange post(String path, String json) {
        return new Exchange("POST", path, null, json.getBytes(StandardCharsets.UTF_8))
                .header("Content-Type", "text/plain");
    }

    public static Exchange post(String path, String contentType, byte[] body) {
        return new Exchange("POST", path, null, body).header("Content-Type", contentType);
    }

    public static Exchange get(String path, String json) {
        String base64 = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.ISO_8859_1));
        String escaped = base64.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D");
        return new Exchange("GET", path, "parameters=" + escaped, new byte[0]);
    }

    public static Exchange of(String method, String path, @Nullable String query) {
        return new Exchange(method, path, query, new byte[0]);
    }

    public Exchange header(String name, String value) {
        requestHeaders.put(name.toLowerCase(Locale.ROOT), value);
        return this;
    }

    public Exchange without(String name) {
        requestHeaders.remove(name.toLowerCase(Locale.ROOT));
        return this;
    }

    /** As a frontend from 3.8 on asks. */
    public Exchange dialect2() {
        return header("X-Protocol-Version", "2");
    }

    public Exchange through(WebRpcProtocol protocol) {
        try {
            protocol.handle(this, this);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        if (status == 0 || !closed) {
            throw new AssertionError("the answer was not completed");
        }
        return this;
    }

    /** Tells whoever asked that the client is gone. */
    public void abandon() {
        abandoned.forEach(Runnable::run);
    }

    public int status() {
        return status;
    }

    public @Nullable String answerHeader(String name) {
        return headers.get(name);
    }

    public byte[] bytes() {
        return answer.toByteArray();
    }

    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    public JsonValue json() {
        return Json.parse(bytes());
    }

    public JsonObject object() {
        return (JsonObject) json();
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String rawPath() {
        return path;
    }

    @Override
    public @Nullable String rawQuery() {
        return query;
    }

    @Override
    public @Nullable String header(String name) {
        return requestHeaders.get(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public InputStream body() {
        return new ByteArrayInputStream(body);
    }

    @Override
    public void whenAbandoned(Runnable action) {
        abandoned.add(action);
    }

    @Override
    public OutputStream start(int newStatus, Map<String, String> newHeaders) {
        if (status != 0) {
            throw new AssertionError("started twice");
        }
        status = newStatus;
        headers = Map.copyOf(newHeaders);
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] from, int offset, int length) throws IOException {
                if (closed) {
                    throw new IOException("closed");
                }
                answer.write(from, offset, length);
            }

            @Override
            public void close() {
                closed = true;
            }
        };
    }
}
