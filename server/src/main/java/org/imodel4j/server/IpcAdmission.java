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
 * whoever sends none is no page and has to know the token, or show the cookie that an application gives to whoever knew it.
 *
 * <p>Names decide, never addresses that a foreign name server could give: a page is ours when its origin is one of this machine's loopback names,
 * or the address the server was told to listen on, with the server's own port.
 */
public final class IpcAdmission {
    private static final int MOST_PAIRS = 100;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final @Nullable String token;
    /** One of its own for each server, because browsers send cookies to all ports of a host. */
    private final String cookieName = "imodel-ipc-" + random(6);

    private final Set<String> origins = new TreeSet<>();

    private IpcAdmission(@Nullable String token, List<String> allowedOrigins) {
        this.token = token;
        for (String origin : allowedOrigins) {
            origins.add(origin.toLowerCase(Locale.ROOT));
        }
    }

    /** Clients that know a token made now, pages of the server itself, and pages of these origins, such as {@code https://app.example.com}. */
    public static IpcAdmission byToken(List<String> allowedOrigins) {
        return new IpcAdmission(random(24), allowedOrigins);
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
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
     * The value of a {@code Set-Cookie} header for a page of the server that was asked for with the token in its query: from then on the browser
     * of that page may connect without it, and no script can read it. Null for whoever did not know the token.
     *
     * @param query of the request for the page, without the question mark
     */
    public @Nullable String cookieFor(@Nullable String query) {
        return knowsToken(query) ? cookieName + "=" + token + "; Path=/; HttpOnly; SameSite=Strict" : null;
    }

    /**
     * Whether a client may connect.
     *
     * @param origin what the client says; null when it says nothing
     * @param query of the request, without the question mark
     * @param cookies the values of its {@code Cookie} headers
     * @param server the address on which the server listens and its port, as {@code host:port}
     */
    boolean admits(@Nullable String origin, @Nullable String query, List<String> cookies, String server) {
        return origin == null ? token == null || knowsToken(query) || showsCookie(cookies) : admitsPage(origin, server);
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
        return query != null && hasToken("token=", query.split("&", MOST_PAIRS));
    }

    private boolean showsCookie(List<String> cookies) {
        return cookies.stream().anyMatch(each -> hasToken(cookieName + "=", each.split("; *", MOST_PAIRS)));
    }

    private boolean hasToken(String name, String[] pairs) {
        if (token == null) {
            return false;
        }
        for (String pair : pairs) {
            if (pair.startsWith(name)
                    && MessageDigest.isEqual(
                            pair.substring(name.length()).getBytes(StandardCharsets.UTF_8),
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
