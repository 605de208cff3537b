package org.imodel4j.host.rpc.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.imodel4j.host.rpc.RpcResult;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonWriter;

/**
 * Makes byte arrays of the texts {@code "encoding=base64;…"} in a JSON answer, at any depth. Backends of 2.x did so, and their
 * frontends rely on it; later frontends do it themselves. As there, it makes no difference where such a text comes from.
 */
final class RevivedBytes {
    private static final byte[] PREFIX = "\"encoding=base64;".getBytes(StandardCharsets.US_ASCII);

    private final byte[] json;
    private final ByteArrayOutputStream out;
    private final List<byte[]> data = new ArrayList<>();

    private RevivedBytes(byte[] json) {
        this.json = json;
        this.out = new ByteArrayOutputStream(json.length);
    }

    /** The answer, in parts when it holds such a text. */
    static RpcResult in(JsonWriter answer) {
        RevivedBytes revived = new RevivedBytes(answer.bytes());
        revived.copy();
        return revived.data.isEmpty()
                ? RpcResult.json(answer)
                : new RpcResult.Parts(revived.out.toByteArray(), revived.data);
    }

    private void copy() {
        int copied = 0;
        int at = 0;
        while (at < json.length) {
            if (json[at] != '"') {
                at++;
                continue;
            }
            int end = endOfText(at);
            boolean isName = end < json.length && json[end] == ':';
            if (!isName && startsWithPrefix(at)) {
                out.write(json, copied, at - copied);
                bytes(at + PREFIX.length, end - 1);
                copied = end;
            }
            at = end;
        }
        out.write(json, copied, json.length - copied);
    }

    /** The place behind the closing quote. */
    private int endOfText(int start) {
        int at = start + 1;
        while (json[at] != '"') {
            at += json[at] == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private boolean startsWithPrefix(int start) {
        int end = start + PREFIX.length;
        return end <= json.length && Arrays.equals(json, start, end, PREFIX, 0, PREFIX.length);
    }

    private void bytes(int start, int end) {
        byte[] bytes = decoded(Arrays.copyOfRange(json, start, end));
        byte[] marker = Json.writeBytes(RpcResult.marker(data.size(), bytes));
        out.write(marker, 0, marker.length);
        data.add(bytes);
    }

    /** What is no base64 is passed over, and so is a last character that does not make a byte. */
    private static byte[] decoded(byte[] base64) {
        int count = 0;
        for (byte each : base64) {
            if (each == '=') {
                break;
            }
            if (each >= '0' && each <= '9'
                    || each >= 'A' && each <= 'Z'
                    || each >= 'a' && each <= 'z'
                    || each == '+'
                    || each == '/') {
                base64[count++] = each;
            }
        }
        int whole = count % 4 == 1 ? count - 1 : count;
        return Base64.getDecoder().decode(Arrays.copyOf(base64, whole));
    }
}
