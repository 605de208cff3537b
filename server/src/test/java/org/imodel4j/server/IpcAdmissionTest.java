package org.imodel4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IpcAdmissionTest {
    private static final List<String> NONE = List.of();
    private static final String SERVER = "127.0.0.1:3001";

    private final IpcAdmission byToken = IpcAdmission.byToken(List.of("https://App.example.com"));

    private static String withoutMark(IpcAdmission admission) {
        return admission.query().substring(1);
    }

    @Test
    void whoIsNoPageNeedsTheToken() {
        assertThat(byToken.admits(null, withoutMark(byToken), NONE, SERVER)).isTrue();
        assertThat(byToken.admits(null, "a=1&" + withoutMark(byToken) + "&b", NONE, SERVER))
                .isTrue();
        assertThat(byToken.admits(null, null, NONE, SERVER)).isFalse();
        assertThat(byToken.admits(null, "", NONE, SERVER)).isFalse();
        assertThat(byToken.admits(null, "token=", NONE, SERVER)).isFalse();
        assertThat(byToken.admits(null, withoutMark(byToken) + "x", NONE, SERVER))
                .isFalse();
        assertThat(byToken.admits(null, withoutMark(byToken).replace("token", "Token"), NONE, SERVER))
                .isFalse();
    }

    @Test
    void everyStartHasAnotherToken() {
        IpcAdmission other = IpcAdmission.byToken(List.of());
        assertThat(other.query()).isNotEqualTo(byToken.query()).hasSizeGreaterThan(30);
        assertThat(byToken.admits(null, withoutMark(other), NONE, SERVER)).isFalse();
    }

    @Test
    void pagesOfTheServerPass() {
        for (String page : List.of(
                "http://127.0.0.1:3001",
                "http://localhost:3001",
                "http://LOCALHOST:3001",
                "http://[::1]:3001",
                "https://localhost:3001")) {
            assertThat(byToken.admits(page, null, NONE, SERVER)).as(page).isTrue();
        }
        assertThat(byToken.admits("https://models.example.com", null, NONE, "models.example.com:443"))
                .isTrue();
    }

    @Test
    void pagesOfAllowedOriginsPass() {
        assertThat(byToken.admits("https://app.example.com", null, NONE, SERVER))
                .isTrue();
        assertThat(byToken.admits("http://app.example.com", null, NONE, SERVER)).isFalse();
        assertThat(byToken.admits("https://app.example.com:8443", null, NONE, SERVER))
                .isFalse();
    }

    @Test
    void otherPagesAreRefusedEvenIfTheyKnowTheToken() {
        for (String page : List.of(
                "http://evil.example:3001",
                "http://127.0.0.1:3002",
                "http://localhost",
                "http://localhost.evil.example:3001",
                "http://127.0.0.1.evil.example:3001",
                "http://evil@localhost:3001",
                "file://localhost:3001",
                "localhost:3001",
                "http://",
                "",
                " ",
                "http://[::1",
                "http://127.0.0.1:13001")) {
            assertThat(byToken.admits(page, withoutMark(byToken), NONE, SERVER))
                    .as(page)
                    .isFalse();
        }
    }

    @Test
    void theCompatibleModeAsksForLoopbackOnly() {
        IpcAdmission loopback = IpcAdmission.loopback();
        assertThat(loopback.query()).isEmpty();
        assertThat(loopback.admits(null, null, NONE, SERVER)).isTrue();
        assertThat(loopback.admits("http://localhost:3000", null, NONE, SERVER)).isTrue();
        assertThat(loopback.admits("http://127.0.0.1", null, NONE, SERVER)).isTrue();
        assertThat(loopback.admits("http://evil.example", null, NONE, SERVER)).isFalse();
        assertThat(loopback.admits("null", null, NONE, SERVER)).isFalse();
    }

    @Test
    void whoeverAskedForAPageWithTheTokenHasACookieForIt() {
        String cookie = byToken.cookieFor(withoutMark(byToken));
        assertThat(cookie).endsWith("; Path=/; HttpOnly; SameSite=Strict");
        String pair = String.valueOf(cookie).substring(0, String.valueOf(cookie).indexOf(';'));
        assertThat(byToken.admits(null, null, List.of("a=b; " + pair + "; c=d"), SERVER))
                .isTrue();
        assertThat(byToken.admits(null, null, List.of("a=b", pair), SERVER)).isTrue();
        assertThat(byToken.admits(null, null, List.of(pair + "x"), SERVER)).isFalse();
        assertThat(byToken.admits(null, null, List.of("x" + pair), SERVER)).isFalse();
        assertThat(byToken.admits("http://evil.example", null, List.of(pair), SERVER))
                .isFalse();
        assertThat(IpcAdmission.byToken(List.of()).admits(null, null, List.of(pair), SERVER))
                .isFalse();
        assertThat(byToken.cookieFor(null)).isNull();
        assertThat(byToken.cookieFor("token=x")).isNull();
        assertThat(IpcAdmission.loopback().cookieFor("token=")).isNull();
    }
}
