package org.imodel4j.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.imodel4j.host.rpc.WebResponse;
import org.jspecify.annotations.Nullable;

/** An answer of Jetty behind the seam of the hosts; decides on compression. */
final class JettyResponse implements WebResponse {
    private static final HttpField GZIP = new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, "gzip");
    private static final HttpField VARY = new PreEncodedHttpField(HttpHeader.VARY, "Accept-Encoding");
    private static final HttpField NO_STORE = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");

    private final JettyRequest request;
    private final Response response;
    private final Deflaters deflaters;
    private @Nullable ResponseStream stream;
    private @Nullable GzipStream gzip;

    JettyResponse(JettyRequest request, Response response, Deflaters deflaters) {
        this.request = request;
        this.response = response;
        this.deflaters = deflaters;
    }

    @Override
    public OutputStream start(int status, Map<String, String> headers) {
        if (stream != null) {
            throw new IllegalStateException("The answer has already begun");
        }
        RequestBody.Breach breach = request.breach();
        if (breach != null) {
            // Whoever read the body met an end that was not one; only the bound that was broken explains it to the
            // client.
            refuse(breach);
            return OutputStream.nullOutputStream();
        }
        ResponseStream body = begin(status);
        HttpFields.Mutable fields = response.getHeaders();
        headers.forEach(fields::put);
        if (!compressible(headers.get("Content-Type"))) {
            return body;
        }
        fields.add(VARY);
        if (!acceptsGzip(request.header("Accept-Encoding"))) {
            return body;
        }
        GzipStream compressing = new GzipStream(body, deflaters, () -> {
            fields.put(GZIP);
            fields.remove(HttpHeader.CONTENT_LENGTH);
        });
        gzip = compressing;
        return compressing;
    }

    /** Answers a request whose body broke a bound, and gives its connection up, as the rest of the body may still come. */
    void refuse(RequestBody.Breach breach) {
        text(breach.status, breach.text);
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }

    /** Answers with a line of plain text. */
    void text(int status, String line) {
        ResponseStream body = begin(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        response.getHeaders().put(NO_STORE);
        try {
            body.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("A line of text fits the buffer", e);
        }
    }

    private ResponseStream begin(int status) {
        ResponseStream body = new ResponseStream(response);
        stream = body;
        response.setStatus(status);
        return body;
    }

    boolean begun() {
        return stream != null;
    }

    /** Completes the exchange. */
    void finish(Callback callback) throws IOException {
        GzipStream compressing = gzip;
        if (compressing != null) {
            compressing.close();
        }
        ResponseStream body = stream == null ? begin(500) : stream;
        body.finish(callback);
    }

    /** Tiles and other octets are compressed in themselves; a list of part boundaries would gain nothing either. */
    private static boolean compressible(@Nullable String contentType) {
        return contentType != null
                && (contentType.startsWith("text/")
                        || contentType.startsWith("application/json")
                        || contentType.startsWith("image/svg"));
    }

    private static boolean acceptsGzip(@Nullable String accepted) {
        if (accepted == null) {
            return false;
        }
        for (String coding : accepted.toLowerCase(Locale.ROOT).split(",", 20)) {
            String name = coding.trim();
            if (name.equals("gzip") || (name.startsWith("gzip;") && !name.matches("gzip;\\s*q=0(\\.0*)?"))) {
                return true;
            }
        }
        return false;
    }
}
