package org.imodel4j.socket;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which pages may connect. A browser says which page asks, and pages can not lie about that. Names decide, never addresses that a foreign name
 * server could give.
 */
final class Origins {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Origins() {}

    static boolean admits(@Nullable String origin, SocketOptions options) {
        if (origin == null) {
            return options.clientsWithoutOrigin();
        }
        String asked = origin.toLowerCase(Locale.ROOT);
        return options.origins().contains(asked) || isLoopback(asked);
    }

    private static boolean isLoopback(String origin) {
        try {
            URI page = new URI(origin);
            boolean web = "http".equals(page.getScheme()) || "https".equals(page.getScheme());
            return web && page.getRawUserInfo() == null && page.getHost() != null && LOOPBACK.contains(page.getHost());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
