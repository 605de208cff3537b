package org.imodel4j.host.rpc;

import java.util.Map;

/**
 * The headers that let pages of other origins call a backend, as iTwin.js frontends do. A transport adds them to its answers.
 *
 * <p>The allowed headers are those that a frontend of any generation sends. Unlike the reference backend, {@code
 * X-Protocol-Version} and {@code Retry-After} are exposed: without them a page of another origin reads every answer by the rules
 * of the oldest protocol.
 */
public final class CrossOrigin {
    /** With every answer. */
    public static final Map<String, String> ALWAYS = Map.of(
            "Access-Control-Allow-Origin", "*",
            "Access-Control-Expose-Headers", "X-Protocol-Version, Retry-After");

    /** With the answer to {@code OPTIONS} besides. */
    public static final Map<String, String> PREFLIGHT = Map.of(
            "Access-Control-Allow-Methods",
            "POST, GET, OPTIONS",
            "Access-Control-Allow-Headers",
            "Content-Type, Access-Control-Allow-Headers, Authorization, X-Requested-With, "
                    + "X-Correlation-Id, X-Session-Id, X-Application-Id, X-Application-Version, X-User-Id, X-Protocol-Version, "
                    + "X-XSRF-TOKEN",
            "Access-Control-Max-Age",
            "7200");

    private CrossOrigin() {}
}
