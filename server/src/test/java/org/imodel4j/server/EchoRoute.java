package org.imodel4j.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.imodel4j.host.rpc.WebRequest;
import org.imodel4j.host.rpc.WebResponse;

/** Answers with what it was sent; refuses to be used for paths outside of {@code /echo}. */
final class EchoRoute implements WebRoute {
    @Override
    public boolean handles(WebRequest request) {
        return request.rawPath().startsWith("/echo");
    }

    @Override
    public void handle(WebRequest request, WebResponse response) throws IOException {
        byte[] body = request.body().readAllBytes();
        if (request.rawPath().startsWith("/echo/fails")) {
            throw new IllegalStateException("secret");
        }
        String type = request.rawPath().startsWith("/echo/octets") ? "application/octet-stream" : "text/plain";
        Map<String, String> headers = request.rawPath().startsWith("/echo/sized")
                ? Map.of("Content-Type", type, "Content-Length", String.valueOf(body.length))
                : Map.of("Content-Type", type);
        try (OutputStream out = response.start(200, headers)) {
            if (request.rawPath().startsWith("/echo/path")) {
                out.write((request.rawPath() + "?" + request.rawQuery()).getBytes(StandardCharsets.UTF_8));
            }
            out.write(body);
        }
    }
}
