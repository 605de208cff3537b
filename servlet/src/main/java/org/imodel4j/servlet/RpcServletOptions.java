package org.imodel4j.servlet;

import java.time.Duration;

/**
 * What an {@link RpcServlet} lets a client ask of it. What the container has bounds for, such as headers, connections and the
 * time between two bytes, is set there.
 *
 * @param maxBodyBytes a longer request body is answered by 413
 * @param bodyTime a request's body must have arrived within this time; looked at after each read, so a client that sends nothing
 *     at all is the business of the container's own timeout
 * @param crossOrigin whether pages of every origin may call the servlet; leave it off where the application or a filter decides
 *     on CORS, and let that expose {@code X-Protocol-Version} and {@code Retry-After}
 */
public record RpcServletOptions(long maxBodyBytes, Duration bodyTime, boolean crossOrigin) {
    /** 64 MB in a minute, as the server of imodel4j allows; CORS is left to the application. */
    public static RpcServletOptions defaults() {
        return new RpcServletOptions(64L << 20, Duration.ofSeconds(60), false);
    }

    public RpcServletOptions withMaxBodyBytes(long value) {
        return new RpcServletOptions(value, bodyTime, crossOrigin);
    }

    public RpcServletOptions withBodyTime(Duration value) {
        return new RpcServletOptions(maxBodyBytes, value, crossOrigin);
    }

    public RpcServletOptions withCrossOrigin(boolean value) {
        return new RpcServletOptions(maxBodyBytes, bodyTime, value);
    }
}
