package org.imodel4j.host.rpc;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * Puts results and failures into one of the two dialects.
 *
 * <p>Frontends from 3.8 on say that they understand the second: there, failures have the status of their category, and the results that steer a
 * frontend come as
 *
 * <pre>{"iTwinRpcCoreResponse":true,"managedStatus":"pending" | "notFound","responseValue": text}</pre>
 *
 * where the text is what the first dialect would have for a body. The header X-Protocol-Version tells the frontend which dialect it reads, so it
 * is sent with the second only.
 */
final class AnswerWriter {
    private static final String TEXT = "text/plain; charset=utf-8";

    private final WebResponse response;
    private final RpcActivity activity;

    AnswerWriter(WebResponse response, RpcActivity activity) {
        this.response = response;
        this.activity = activity;
    }

    void result(RpcResult result, @Nullable String cacheControl) throws IOException {
        Map<String, String> headers = headers();
        if (cacheControl != null) {
            headers.put("Cache-Control", cacheControl);
        }
        switch (result) {
            case RpcResult.Text text -> {
                try (OutputStream out = start(200, headers, TEXT)) {
                    text.json().copyTo(out);
                } finally {
                    text.after().run();
                }
            }
            case RpcResult.Nothing ignored -> start(200, headers, TEXT).close();
            case RpcResult.Bytes bytes -> {
                try (OutputStream out = start(200, headers, "application/octet-stream")) {
                    out.write(bytes.bytes());
                }
            }
            case RpcResult.Parts parts -> {
                MultipartWriter multipart = new MultipartWriter(parts);
                try (OutputStream out = start(200, headers, multipart.contentType())) {
                    multipart.writeTo(out);
                }
            }
            case RpcResult.Streamed streamed -> {
                try (OutputStream out = start(200, headers, TEXT)) {
                    streamed.body().writeTo(out);
                }
            }
        }
    }

    void failure(IModelException e) throws IOException {
        switch (e) {
            case RpcPendingException pending -> managed(202, "pending", pending.text());
            case IModelNotOpenException ignored -> managed(404, "notFound", RpcErrors.NOT_OPEN);
            case UnreadableRequestException unreadable -> unreadable(unreadable);
            default -> {
                int status = activity.speaksStatusCategories() ? StatusCategory.httpStatus(e.errorNumber()) : 500;
                if (e.errorNumber() == Status.NO_CONTENT.number() && activity.protocolVersion() >= 1) {
                    status = 204;
                }
                error(status, e);
            }
        }
    }

    /** An error with a status that has nothing to do with its number. */
    void error(int status, IModelException e) throws IOException {
        if (status == 204) {
            response.start(204, headers()).close();
            return;
        }
        send(status, headers(), TEXT, RpcErrors.json(e));
    }

    private void managed(int status, String managedStatus, String value) throws IOException {
        JsonWriter json = new JsonWriter();
        if (activity.speaksStatusCategories()) {
            json.beginObject().name("iTwinRpcCoreResponse").value(true);
            json.name("managedStatus").value(managedStatus);
            json.name("responseValue").value(value).endObject();
            send(status, headers(), TEXT, json);
        } else {
            byte[] plain = value.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            try (OutputStream out = start(status, headers(), TEXT)) {
                out.write(plain);
            }
        }
    }

    /** The reference answers what it can not read as HTML and without its protocol version. */
    private void unreadable(UnreadableRequestException e) throws IOException {
        JsonWriter json = new JsonWriter();
        json.beginObject()
                .name("message")
                .value(e.text())
                .name("isError")
                .value(true)
                .endObject();
        send(e.httpStatus(), new HashMap<>(), "text/html; charset=utf-8", json);
    }

    private void send(int status, Map<String, String> headers, String type, JsonWriter json) throws IOException {
        try (OutputStream out = start(status, headers, type)) {
            json.copyTo(out);
        }
    }

    private OutputStream start(int status, Map<String, String> headers, String type) throws IOException {
        headers.put("Content-Type", type);
        return response.start(status, headers);
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        if (activity.speaksStatusCategories()) {
            headers.put("X-Protocol-Version", "2");
        }
        return headers;
    }
}
