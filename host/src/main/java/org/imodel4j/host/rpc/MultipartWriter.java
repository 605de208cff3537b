package org.imodel4j.host.rpc;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Writes a {@code multipart/form-data} body in the form that the parser of iTwin.js reads: quoted names, lines that end in CR LF, the JSON first and
 * the byte arrays in the order of their markers.
 */
final class MultipartWriter {
    private final byte[] boundary;
    private final RpcResult.Parts parts;

    MultipartWriter(RpcResult.Parts parts) {
        String unique = UUID.randomUUID().toString().replace("-", "");
        this.boundary = ("----imodel4j" + unique).getBytes(StandardCharsets.US_ASCII);
        this.parts = parts;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + new String(boundary, StandardCharsets.US_ASCII);
    }

    void writeTo(OutputStream out) throws IOException {
        byte[] line = {'\r', '\n'};
        out.write(head(-1));
        out.write(parts.json());
        out.write(line);
        for (int i = 0; i < parts.data().size(); i++) {
            out.write(head(i));
            out.write(parts.data().get(i));
            out.write(line);
        }
        out.write(text("--"));
        out.write(boundary);
        out.write(text("--\r\n"));
    }

    private byte[] head(int index) {
        String start =
                "--" + new String(boundary, StandardCharsets.US_ASCII) + "\r\nContent-Disposition: form-data; name=\"";
        return index < 0
                ? text(start + "objects\"\r\n\r\n")
                : text(start + "data-" + index + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
