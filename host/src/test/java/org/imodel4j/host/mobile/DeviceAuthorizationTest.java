package org.imodel4j.host.mobile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DeviceAuthorizationTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    private final FakeDevice device = new FakeDevice();
    private final DeviceAuthorization authorization = new DeviceAuthorization(device, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void asksTheDeviceOnlyForATokenThatIsNeeded() {
        device.token = new DeviceToken("one", NOW.plusSeconds(3600));
        assertThat(authorization.getAccessToken()).isEqualTo("one");
        device.token = new DeviceToken("two", NOW.plusSeconds(600));
        assertThat(authorization.getAccessToken()).isEqualTo("one");
        authorization.changed(new DeviceToken("told", NOW.plusSeconds(600)));
        assertThat(authorization.getAccessToken()).isEqualTo("two");
        device.token = new DeviceToken("three", null);
        assertThat(authorization.getAccessToken()).isEqualTo("three");
        device.token = DeviceToken.NONE;
        assertThat(authorization.getAccessToken()).isEqualTo("three");
        authorization.changed(DeviceToken.NONE);
        assertThat(authorization.getAccessToken()).isEmpty();
    }
}
