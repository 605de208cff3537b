package org.imodel4j.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides at the upgrade who may connect by websocket. A browser says by {@code Origin} which page asks, and pages can not lie about that;
 * whoever sends none is no page and has to know the token.
 *
 * <p>Names decide, never addresses that a foreign name server could give: a page is ours when its origin is one of this machine's loopback names,
 * or the address the server was told to listen on, with the server's own port.
 */
public final class IpcAdmission {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final @Nullable String token;
    private final Set<String> origins = new TreeSet<>();

    private IpcAdmission(@Nullable String token, List<String> allowedOrigins) {
        this.token = token;
        for (String origin : allowedOrigins) {
            origins.add(origin.toLowerCase(Locale.ROOT));
        }
    }

    /** Clients that know a token made now, pages of the server itself, and pages of these origins, such as {@code https://app.example.com}. */
    public static IpcAdmission byToken(List<String> allowedOrigins) {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return new IpcAdmission(Base64.getUrlEncoder().withoutPadding().encodeToString(random), allowedOrigins);
    }

    /** As a stock LocalhostIpcApp expects: every client that is no page, and every page that a loopback name serves, whatever its port. */
    public static IpcAdmission loopback() {
        return new IpcAdmission(null, List.of());
    }

    /** What the query of the websocket's URL has to have, with the question mark; empty when nothing. */
    public String query() {
        return token == null ? "" : "?token=" + token;
    }

    /**
     * Whether a client may connect.
     *
     * @param origin what the client says; null when it says nothing
     * @param query of the request, without the question mark
     * @param server the address on which the server listens and its port, as {@code host:port}
     */
    boolean admits(@Nullable String origin, @Nullable String query, String server) {
        return origin == null ? token == null || knowsToken(query) : admitsPage(origin, server);
    }

    /** Whether a page may use the server in any way. */
    boolean admitsPage(String origin, String server) {
        String asked = origin.toLowerCase(Locale.ROOT);
        if (origins.contains(asked)) {
            return true;
        }
        URI page = uri(asked);
        if (page == null || page.getHost() == null) {
            return false;
        }
        boolean loopback = LOOPBACK.contains(page.getHost());
        if (token == null) {
            return loopback;
        }
        String authority = page.getHost() + ":" + port(page);
        String port = server.substring(server.lastIndexOf(':'));
        return authority.equals(server) || (loopback && authority.endsWith(port));
    }

    private boolean knowsToken(@Nullable String query) {
        if (token == null || query == null) {
            return false;
        }
        for (String pair : query.split("&", 100)) {
            if (pair.startsWith("token=")
                    && MessageDigest.isEqual(
                            pair.substring("token=".length()).getBytes(StandardCharsets.UTF_8),
                            token.getBytes(StandardCharsets.UTF_8))) {
                return true;
            }
        }
        return false;
    }

    private static int port(URI page) {
        return page.getPort() >= 0 ? page.getPort() : "https".equals(page.getScheme()) ? 443 : 80;
    }

    private static @Nullable URI uri(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && uri.getRawUserInfo() == null ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
