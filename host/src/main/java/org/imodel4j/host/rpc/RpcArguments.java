package org.imodel4j.host.rpc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.imodel4j.error.ErrorKind;
import org.imodel4j.error.IModelException;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonLimits;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a call as its request carries them: JSON and the byte arrays that its markers stand for.
 *
 * <p>With GET the JSON is base64 in the query parameter {@code parameters}, of text in ISO 8859-1 because that is what the browser's {@code btoa}
 * encodes. With POST it is the body as UTF-8 text, the part {@code objects} of a multipart body, or absent when the body is the one byte array.
 */
record RpcArguments(JsonArray values, List<byte[]> data) {
    private static final int SHOWN = 200;

    static RpcArguments read(WebRequest request, RpcLimits limits) throws IOException {
        if (request.method().equals("GET")) {
            String parameters = parameter(request.rawQuery());
            if (parameters == null) {
                throw invalidJson("[object Object]");
            }
            return ofJson(decode(parameters), List.of(), limits);
        }
        String type = request.header("Content-Type");
        String kind = type == null ? "" : type.trim().toLowerCase(Locale.ROOT);
        if (kind.startsWith("text/")) {
            return ofJson(body(request.body(), limits), List.of(), limits);
        } else if (kind.startsWith("application/octet-stream")) {
            byte[] bytes = body(request.body(), limits);
            return new RpcArguments(JsonArray.of(RpcResult.marker(0, bytes)), List.of(bytes));
        } else if (type != null && kind.startsWith("multipart/form-data")) {
            Map<String, byte[]> parts = MultipartReader.read(request.body(), type, limits);
            byte[] objects = parts.get("objects");
            if (objects == null) {
                throw invalidJson("");
            }
            List<byte[]> data = new ArrayList<>();
            for (byte[] next = parts.get("data-0"); next != null; next = parts.get("data-" + data.size())) {
                data.add(next);
            }
            return ofJson(objects, data, limits);
        }
        throw invalidJson("[object Object]");
    }

    private static RpcArguments ofJson(byte[] utf8, List<byte[]> data, RpcLimits limits) {
        JsonValue value;
        try {
            value = Json.parse(utf8, new JsonLimits(Integer.MAX_VALUE, limits.jsonDepth()));
        } catch (IModelException e) {
            throw invalidJson(new String(utf8, 0, Math.min(utf8.length, SHOWN), StandardCharsets.UTF_8));
        }
        if (!(value instanceof JsonArray array)) {
            throw invalidJson(new String(utf8, 0, Math.min(utf8.length, SHOWN), StandardCharsets.UTF_8));
        }
        return new RpcArguments(array, data);
    }

    private static byte[] body(InputStream in, RpcLimits limits) throws IOException {
        byte[] bytes = in.readNBytes(limits.textBytes() + 1);
        if (bytes.length > limits.textBytes()) {
            throw new UnreadableRequestException(413, "the request is too large");
        }
        return bytes;
    }

    /** The decoded value of the parameter; null when there is none. */
    private static @Nullable String parameter(@Nullable String rawQuery) {
        if (rawQuery == null) {
            return null;
        }
        for (String pair : rawQuery.split("&", 100)) {
            if (pair.startsWith("parameters=")) {
                return unescape(pair, "parameters=".length());
            }
        }
        return null;
    }

    private static String unescape(String text, int from) {
        StringBuilder out = new StringBuilder(text.length() - from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
                int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
                if (low < 0) {
                    throw malformedParameters();
                }
                c = (char) (high << 4 | low);
                i += 2;
            }
            out.append(c);
        }
        return out.toString();
    }

    private static byte[] decode(String base64) {
        try {
            byte[] latin1 = Base64.getDecoder().decode(base64);
            for (byte b : latin1) {
                if (b < 0) {
                    return new String(latin1, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8);
                }
            }
            return latin1;
        } catch (IllegalArgumentException e) {
            throw malformedParameters();
        }
    }

    private static UnreadableRequestException malformedParameters() {
        return new UnreadableRequestException(400, "Error: Invalid request: Malformed URL parameters detected.");
    }

    private static IModelException invalidJson(String text) {
        return new IModelException(32768, ErrorKind.USER, "Invalid JSON: \"" + text + "\"", null);
    }
}
