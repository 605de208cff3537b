package org.imodel4j.host.rpc;

import org.jspecify.annotations.Nullable;

/**
 * Who asks, as the headers of a request say; empty where they are silent.
 *
 * @param correlationId one per request; a frontend repeats a request with the same one
 * @param accessToken the whole value of the Authorization header
 * @param protocolVersion 2 and above select the second dialect of answers
 */
public record RpcActivity(
        String correlationId,
        String applicationId,
        String applicationVersion,
        String sessionId,
        String accessToken,
        int protocolVersion) {
    static RpcActivity of(WebRequest request) {
        return new RpcActivity(
                header(request, "X-Correlation-Id"),
                header(request, "X-Application-Id"),
                header(request, "X-Application-Version"),
                header(request, "X-Session-Id"),
                header(request, "Authorization"),
                protocolVersion(request.header("X-Protocol-Version")));
    }

    private static String header(WebRequest request, String name) {
        String value = request.header(name);
        return value == null ? "" : value;
    }

    /** The number that a text is; 0, the oldest, when it is none. */
    public static int protocolVersion(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > 4) {
            return 0;
        }
        int version = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return 0;
            }
            version = version * 10 + c - '0';
        }
        return version;
    }

    /** Whether errors are told apart by their status and control results come in an envelope. */
    boolean speaksStatusCategories() {
        return protocolVersion >= 2;
    }

    /** Without the token, so that it never gets into a log. */
    @Override
    public String toString() {
        return "activity " + correlationId + " of session " + sessionId + ", application " + applicationId + " "
                + applicationVersion;
    }
}
