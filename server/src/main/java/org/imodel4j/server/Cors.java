package org.imodel4j.server;

import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;

/**
 * Lets pages of other origins use the server, as iTwin.js frontends do.
 *
 * <p>The allowed headers are those that a frontend of any generation sends. Unlike the reference backend, {@code
 * X-Protocol-Version} and {@code Retry-After} are exposed: without them a page of another origin reads every answer by the rules
 * of the oldest protocol.
 */
final class Cors {
    private static final List<HttpField> ALWAYS = List.of(
            new PreEncodedHttpField(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
            new PreEncodedHttpField(HttpHeader.ACCESS_CONTROL_EXPOSE_HEADERS, "X-Protocol-Version, Retry-After"));

    private static final String HEADERS =
            "Content-Type, Access-Control-Allow-Headers, Authorization, X-Requested-With, "
                    + "X-Correlation-Id, X-Session-Id, X-Application-Id, X-Application-Version, X-User-Id, X-Protocol-Version, "
                    + "X-XSRF-TOKEN";

    private static final List<HttpField> PREFLIGHT = List.of(
            new PreEncodedHttpField(HttpHeader.ACCESS_CONTROL_ALLOW_METHODS, "POST, GET, OPTIONS"),
            new PreEncodedHttpField(HttpHeader.ACCESS_CONTROL_ALLOW_HEADERS, HEADERS),
            new PreEncodedHttpField(HttpHeader.ACCESS_CONTROL_MAX_AGE, "7200"));

    private Cors() {}

    static void mark(Request request, HttpFields.Mutable answer) {
        for (HttpField field : ALWAYS) {
            answer.add(field);
        }
        if (request.getMethod().equals("OPTIONS")) {
            for (HttpField field : PREFLIGHT) {
                answer.add(field);
            }
        }
    }
}
