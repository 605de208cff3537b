package org.imodel4j.servlet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.imodel4j.host.rpc.CrossOrigin;
import org.imodel4j.host.rpc.WebResponse;

/** An answer of a servlet container behind the seam of the hosts. */
final class ContainerResponse implements WebResponse {
    /** What fits stays in the container until the answer is complete, and can still be taken back. */
    private static final int BUFFER = 32 << 10;

    private final ContainerRequest request;
    private final HttpServletResponse response;
    private final boolean crossOrigin;
    private boolean begun;

    ContainerResponse(ContainerRequest request, HttpServletResponse response, boolean crossOrigin) {
        this.request = request;
        this.response = response;
        this.crossOrigin = crossOrigin;
    }

    @Override
    public OutputStream start(int status, Map<String, String> headers) throws IOException {
        if (begun) {
            throw new IllegalStateException("The answer has already begun");
        }
        RequestBody.Breach breach = request.breach();
        if (breach != null) {
            // Whoever read the body met an end that was not one; only the bound that was broken explains it to the
            // client.
            refuse(breach);
            return OutputStream.nullOutputStream();
        }
        begin(status);
        headers.forEach(response::setHeader);
        return new ResponseStream(response.getOutputStream());
    }

    /** Answers a request whose body broke a bound, and gives its connection up, as the rest of the body may still come. */
    void refuse(RequestBody.Breach breach) throws IOException {
        response.setHeader("Connection", "close");
        text(breach.status, breach.text);
    }

    /** Answers with a line of plain text; the answer must not be under way yet. */
    void text(int status, String line) throws IOException {
        if (response.isCommitted()) {
            // Tomcat answers by itself, with 408 or 400, when a body stops arriving.
            begun = true;
            return;
        }
        begin(status);
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        response.setHeader("Content-Type", "text/plain; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private void begin(int status) {
        if (begun) {
            response.resetBuffer();
        } else {
            response.setBufferSize(BUFFER);
        }
        begun = true;
        response.setStatus(status);
        if (crossOrigin) {
            CrossOrigin.ALWAYS.forEach(response::setHeader);
            if (request.method().equals("OPTIONS")) {
                CrossOrigin.PREFLIGHT.forEach(response::setHeader);
            }
        }
    }

    boolean begun() {
        return begun;
    }

    /** Whether parts of the answer have left, so that it can't be taken back. */
    boolean isUnderWay() {
        return begun && response.isCommitted();
    }
}
