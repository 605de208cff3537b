package org.imodel4j.host.mobile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.imodel4j.host.AuthorizationClient;

/** The authorization of a host whose device has the tokens. One is used until ten minutes before it expires, as in iTwin.js. */
final class DeviceAuthorization implements AuthorizationClient {
    private static final Duration BUFFER = Duration.ofMinutes(10);

    private final MobileDevice device;
    private final Clock clock;
    private volatile DeviceToken last = DeviceToken.NONE;

    DeviceAuthorization(MobileDevice device, Clock clock) {
        this.device = device;
        this.clock = clock;
    }

    @Override
    public String getAccessToken() {
        DeviceToken known = last;
        Instant expiration = known.expiration();
        if (known.token().isEmpty()
                || expiration != null && !clock.instant().plus(BUFFER).isBefore(expiration)) {
            known = device.authGetAccessToken();
            last = known;
        }
        return known.token();
    }

    /** The device says that the user has another one. */
    void changed(DeviceToken token) {
        last = token;
    }
}
