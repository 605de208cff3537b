package org.imodel4j.server;

import org.eclipse.jetty.server.Request;
import org.imodel4j.host.rpc.WebRequest;
import org.jspecify.annotations.Nullable;

/** A request of Jetty behind the seam of the hosts. */
final class JettyRequest implements WebRequest {
    private final Request request;
    private final RequestBody body;

    JettyRequest(Request request, ServerOptions options) {
        this.request = request;
        this.body = new RequestBody(
                request, options.maxBodyBytes(), options.bodyTime().toNanos());
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String rawPath() {
        String path = request.getHttpURI().getPath();
        return path == null ? "" : path;
    }

    @Override
    public @Nullable String rawQuery() {
        return request.getHttpURI().getQuery();
    }

    @Override
    public @Nullable String header(String name) {
        return request.getHeaders().get(name);
    }

    @Override
    public RequestBody body() {
        return body;
    }

    /**
     * HTTP/2 resets the stream of a request that nobody waits for. Over HTTP/1.1 only the next write finds out, since what a
     * client sends there after a request may be the next one.
     */
    @Override
    public void whenAbandoned(Runnable action) {
        request.addFailureListener(failure -> action.run());
    }

    /** The bound that the body broke; null while it broke none. */
    RequestBody.@Nullable Breach breach() {
        return body.breach();
    }
}
