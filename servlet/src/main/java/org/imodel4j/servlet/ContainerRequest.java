package org.imodel4j.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.imodel4j.host.rpc.WebRequest;
import org.jspecify.annotations.Nullable;

/** A request of a servlet container behind the seam of the hosts. */
final class ContainerRequest implements WebRequest {
    private final HttpServletRequest request;
    private final RpcServletOptions options;
    private final List<Runnable> whenAbandoned = new ArrayList<>();
    private @Nullable RequestBody body;

    ContainerRequest(HttpServletRequest request, RpcServletOptions options) {
        this.request = request;
        this.options = options;
    }

    @Override
    public String method() {
        return request.getMethod();
    }

    @Override
    public String rawPath() {
        return request.getRequestURI();
    }

    @Override
    public @Nullable String rawQuery() {
        return request.getQueryString();
    }

    @Override
    public @Nullable String header(String name) {
        return request.getHeader(name);
    }

    @Override
    public RequestBody body() throws IOException {
        RequestBody known = body;
        if (known == null) {
            known = new RequestBody(
                    request.getInputStream(),
                    options.maxBodyBytes(),
                    options.bodyTime().toNanos());
            body = known;
        }
        return known;
    }

    /** A servlet learns that a client is gone when it writes or reads; {@link #abandon} then passes it on. */
    @Override
    public void whenAbandoned(Runnable action) {
        whenAbandoned.add(action);
    }

    /** Tells everybody who asked that nobody waits for the answer any longer. */
    void abandon() {
        whenAbandoned.forEach(Runnable::run);
        whenAbandoned.clear();
    }

    /** Whether the length that the client announced is more than the options allow. */
    boolean isTooLarge() {
        return request.getContentLengthLong() > options.maxBodyBytes();
    }

    /** The bound that the body broke; null while it broke none. */
    RequestBody.@Nullable Breach breach() {
        return body == null ? null : body.breach();
    }
}
