package org.imodel4j.host.mobile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An access token that the device has for its user.
 *
 * @param token with the word that says its kind, such as {@code Bearer}; empty when nobody is signed in
 * @param expiration when it is of no use any longer; null when nothing is known about that
 */
public record DeviceToken(String token, @Nullable Instant expiration) {
    /** Nobody is signed in. */
    public static final DeviceToken NONE = new DeviceToken("", null);

    /** Without the token, so that it never gets into a log. */
    @Override
    public String toString() {
        return token.isEmpty() ? "no token" : "a token until " + expiration;
    }
}
