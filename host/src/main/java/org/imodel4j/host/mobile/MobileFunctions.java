package org.imodel4j.host.mobile;

import java.time.Instant;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonValue;

/** The functions that are the device's. */
final class MobileFunctions implements MobileAppFunctions {
    private final MobileHost host;

    MobileFunctions(MobileHost host) {
        this.host = host;
    }

    @Override
    public void reconnect(int connection) {
        host.reconnect(String.valueOf(connection));
    }

    @Override
    public JsonArray getAccessToken() {
        DeviceToken token = host.device().authGetAccessToken();
        return JsonArray.of(JsonValue.of(token.token()), JsonValue.of(text(token)));
    }

    /** As {@code toISOString} has it, or empty. */
    static String text(DeviceToken token) {
        Instant expiration = token.expiration();
        return expiration == null ? "" : expiration.toString();
    }
}
