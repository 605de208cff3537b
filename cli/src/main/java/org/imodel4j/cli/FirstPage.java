package org.imodel4j.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.imodel4j.ecsql.parse.ECSqlParser;
import org.imodel4j.ecsql.parse.Position;
import org.imodel4j.error.IModelException;
import org.imodel4j.host.rpc.WebRequest;
import org.imodel4j.host.rpc.WebResponse;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.server.ImodelServer;
import org.imodel4j.server.IpcAdmission;
import org.imodel4j.server.WebRoute;
import org.jspecify.annotations.Nullable;

/**
 * The page at {@code /}: what is served, and an ECSQL console that uses the same RPC as every frontend.
 *
 * <p>Beside its files it has three questions of its own: {@code GET /page/imodels}, what is served, {@code GET /page/ipc}, the path of the
 * websocket that it lives and ends with, and {@code POST /page/check}, where in an ECSQL text its syntax breaks. Whoever asks for the page with the token of
 * that websocket is given a cookie in its place. The policy it is sent with keeps the browser from asking any other host.
 */
final class FirstPage implements WebRoute {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final int LONGEST_ECSQL = 1 << 20;

    /** The files of the page; anything else below {@code /page/} does not exist. */
    private static final Map<String, String> TYPES = Map.of(
            "index.html", "text/html; charset=utf-8",
            "page.css", "text/css; charset=utf-8",
            "page.js", "text/javascript; charset=utf-8",
            "icon.svg", "image/svg+xml");

    private final Supplier<JsonArray> served;
    private final @Nullable IpcAdmission admission;

    /**
     * @param served the facts of the served iModels
     * @param admission to the websocket; null when there is none
     */
    FirstPage(Supplier<JsonArray> served, @Nullable IpcAdmission admission) {
        this.served = served;
        this.admission = admission;
    }

    @Override
    public boolean handles(WebRequest request) {
        String path = request.rawPath();
        return path.equals("/page/check")
                || (request.method().equals("GET") && (path.equals("/") || path.startsWith("/page/")));
    }

    @Override
    public void handle(WebRequest request, WebResponse response) throws IOException {
        switch (request.rawPath()) {
            case "/" -> file("index.html", cookie(request), response);
            case "/page/ipc" -> json(200, Json.writeBytes(ipc()), response);
            case "/page/imodels" -> json(200, Json.writeBytes(served.get()), response);
            case "/page/check" -> check(request, response);
            default -> file(request.rawPath().substring("/page/".length()), null, response);
        }
    }

    private JsonObject ipc() {
        return admission == null
                ? JsonObject.EMPTY
                : JsonObject.builder().put("path", ImodelServer.IPC_PATH).build();
    }

    private @Nullable String cookie(WebRequest request) {
        return admission == null ? null : admission.cookieFor(request.rawQuery());
    }

    private static void file(String name, @Nullable String cookie, WebResponse response) throws IOException {
        String type = TYPES.get(name);
        if (type == null) {
            json(404, Json.writeBytes(message("Nothing is served here").build()), response);
            return;
        }
        try (InputStream in = FirstPage.class.getResourceAsStream("page/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The page lacks its file " + name);
            }
            send(200, type, cookie, in.readAllBytes(), response);
        }
    }

    private static void check(WebRequest request, WebResponse response) throws IOException {
        if (!request.method().equals("POST")) {
            json(405, Json.writeBytes(message("POST the ECSQL text").build()), response);
            return;
        }
        byte[] text = request.body().readNBytes(LONGEST_ECSQL + 1);
        if (text.length > LONGEST_ECSQL) {
            json(413, Json.writeBytes(message("The ECSQL text is too long").build()), response);
            return;
        }
        JsonObject answer = JsonObject.EMPTY;
        try {
            ECSqlParser.parse(new String(text, StandardCharsets.UTF_8));
        } catch (IModelException e) {
            JsonObject.Builder problem = message(e.text());
            if (e.context().get("at") instanceof Position at) {
                problem.put("line", at.line()).put("column", at.column());
            }
            answer = problem.build();
        }
        json(200, Json.writeBytes(answer), response);
    }

    private static JsonObject.Builder message(String text) {
        return JsonObject.builder().put("message", text);
    }

    private static void json(int status, byte[] body, WebResponse response) throws IOException {
        send(status, "application/json", null, body, response);
    }

    private static void send(int status, String type, @Nullable String cookie, byte[] body, WebResponse response)
            throws IOException {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", type);
        headers.put("Content-Security-Policy", POLICY);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cache-Control", "no-store");
        if (cookie != null) {
            headers.put("Set-Cookie", cookie);
        }
        try (OutputStream out = response.start(status, headers)) {
            out.write(body);
        }
    }
}
