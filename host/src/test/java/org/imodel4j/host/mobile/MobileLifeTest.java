package org.imodel4j.host.mobile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.imodel4j.error.IModelException;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.host.ipc.app.IpcHostOptions;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MobileLifeTest {
    @TempDir
    private Path dir;

    private static IpcHostOptions endingSoon() {
        return IpcHostOptions.defaults().withGracePeriod(Duration.ofMillis(50));
    }

    @Test
    void tellsThePageItsPortAndItsSystem() {
        FakePorts ports = new FakePorts();
        List<Integer> listening = new ArrayList<>();
        IModelHostConfiguration configuration =
                IModelHostConfiguration.builder().cacheDir(dir).build();
        MobileHostOptions options =
                MobileHostOptions.of(new FakeDevice(), ports).whenListening(listening::add);
        try (MobileHost android = AndroidHost.startup(configuration, options);
                MobileHost ios = IOSHost.startup(configuration, options);
                MobileHost other = MobileHost.startup(configuration, options)) {
            assertThat(android.urlHash()).isEqualTo("#port=1&platform=android");
            assertThat(ios.urlHash()).isEqualTo("#port=2&platform=ios");
            assertThat(other.port()).isEqualTo(3);
            assertThat(listening).containsExactly(1, 2, 3);
            assertThat(android.device().getOrientation().number()).isEqualTo(4);
            assertThat(android.device().getBatteryState().number()).isEqualTo(2);
        }
        assertThat(ports.all).noneMatch(FakePorts.FakePort::isOpen);
    }

    @Test
    void keepsOneSecretForAllItsPorts() {
        FakePorts ports = new FakePorts();
        FakeDevice device = new FakeDevice();
        IModelHostConfiguration configuration =
                IModelHostConfiguration.builder().cacheDir(dir).build();
        MobileHostOptions options = MobileHostOptions.of(device, ports).withSecret();
        try (MobileHost host = AndroidHost.startup(configuration, options);
                MobileHost other = AndroidHost.startup(configuration, options)) {
            String secret = ports.paths.get(0);
            assertThat(secret).matches("[-_A-Za-z0-9]{32}").isNotEqualTo(ports.paths.get(1));
            assertThat(host.urlHash()).isEqualTo("#port=1/" + secret + "&platform=android");
            host.enterBackground();
            host.enterForeground();
            assertThat(device.reconnected).containsExactly("3/" + secret);
            assertThat(ports.paths.get(2)).isEqualTo(secret);
            assertThat(other.isValid()).isTrue();
        }
    }

    @Test
    void leavesNoHostBehindWhenItsPortCanNotBeHad() {
        FakePorts ports = new FakePorts();
        ports.fails = true;
        List<String> ended = new ArrayList<>();
        MobileHostOptions options =
                MobileHostOptions.of(new FakeDevice(), ports).whenEnded(() -> ended.add("ended"));
        IModelHostConfiguration configuration =
                IModelHostConfiguration.builder().cacheDir(dir).build();
        assertThatThrownBy(() -> AndroidHost.startup(configuration, options)).isInstanceOf(IModelException.class);
        assertThat(ended).containsExactly("ended");
    }

    @Test
    void tellsListenersWhatTheShellSays() {
        try (MobileFixture fixture = new MobileFixture(dir)) {
            List<String> told = new ArrayList<>();
            fixture.host.onMemoryWarning().addListener(host -> told.add("memory"));
            fixture.host.onOrientationChanged().addListener(host -> told.add("orientation"));
            fixture.host.onEnterBackground().addListener(host -> told.add("background " + host.port()));
            fixture.host.onEnterForeground().addListener(host -> told.add("foreground " + host.port()));
            fixture.host.onWillTerminate().addListener(host -> told.add("terminate"));
            fixture.host.onAuthAccessTokenChanged().addListener(token -> told.add(token.toString()));
            fixture.host.memoryWarning();
            fixture.host.orientationChanged();
            fixture.host.enterBackground();
            assertThat(fixture.host.port()).isZero();
            fixture.host.enterForeground();
            fixture.host.authAccessTokenChanged(new DeviceToken("secret", null));
            fixture.host.willTerminate();
            assertThat(told)
                    .containsExactly(
                            "memory", "orientation", "background 1", "foreground 2", "a token until null", "terminate");
        }
    }

    @Test
    void runsARequestOnceThatIsRepeatedWhileItRuns() {
        try (MobileFixture fixture = new MobileFixture(dir)) {
            PageClient before = fixture.connect();
            before.call("slow", "gated", "[]");
            fixture.host.enterBackground();
            assertThat(before.closed().code()).isEqualTo(1001);
            assertThat(fixture.ports.all.get(0).isOpen()).isFalse();
            fixture.host.enterForeground();
            assertThat(fixture.device.reconnected).containsExactly("2");
            PageClient after = fixture.connect();
            after.call("slow", "gated", "[]");
            fixture.gate.release();
            PageClient.Heard answer = nextAnswer(after);
            assertThat(answer.id()).isEqualTo("slow");
            assertThat(answer.objects()).isEqualTo("1");
            assertThat(fixture.runs).hasValue(1);
        }
    }

    @Test
    void answersARepeatedRequestWithWhatItAnsweredBefore() {
        try (MobileFixture fixture = new MobileFixture(dir)) {
            PageClient before = fixture.connect();
            before.call("once", "counted", "[]");
            assertThat(before.next().objects()).isEqualTo("1");
            fixture.host.enterBackground();
            fixture.host.enterForeground();
            PageClient after = fixture.connect();
            after.call("once", "counted", "[]");
            assertThat(nextAnswer(after).objects()).isEqualTo("1");
            after.call("other", "counted", "[]");
            assertThat(nextAnswer(after).objects()).isEqualTo("2");
        }
    }

    @Test
    void doesNotAnswerARequestThatIsNotRepeated() {
        try (MobileFixture fixture = new MobileFixture(dir)) {
            PageClient before = fixture.connect();
            before.call("slow", "gated", "[]");
            fixture.host.enterBackground();
            fixture.host.enterForeground();
            PageClient after = fixture.connect();
            fixture.gate.release();
            // The client fails at an answer that it did not ask for.
            after.call("next", "echo", "[[]]");
            assertThat(nextAnswer(after).id()).isEqualTo("next");
        }
    }

    /** The next message that is not of IPC. */
    private static PageClient.Heard nextAnswer(PageClient page) {
        PageClient.Heard next = page.next();
        while (next.interfaceName().equals("__ipc__")) {
            next = page.next();
        }
        return next;
    }

    @Test
    void sendsWhatWaitedWhenThePageIsBack() {
        try (MobileFixture fixture = new MobileFixture(dir)) {
            PageClient before = fixture.connect();
            before.invoke("nativeApp", "checkInternetConnectivity", "[]");
            before.next();
            long request = before.invoke("test", "gated", "[]");
            fixture.host.enterBackground();
            fixture.gate.release();
            fixture.host.memoryWarning();
            fixture.host.enterForeground();
            PageClient after = fixture.connect();
            String answer = "{\"result\":\"passed\"}" + request;
            List<String> heard = new ArrayList<>();
            // What was told at the very moment of leaving may have reached the page still.
            while (!heard.contains(answer) || !heard.contains("[\"notifyEnterForeground\"]")) {
                PageClient.Heard next = after.next();
                heard.add(next.ipc("data") + (next.id().equals("itwin.test") ? next.ipc("response") : ""));
            }
            assertThat(heard).containsSubsequence("[\"notifyMemoryWarning\"]", "[\"notifyEnterForeground\"]");
        }
    }

    @Test
    void keepsFilesOpenInTheBackgroundAndClosesThemWithThePage() throws Exception {
        Path iModel = dir.resolve("building.bim");
        Files.copy(Path.of(System.getProperty("imodel4j.fixtures", ""), "building.bim"), iModel);
        try (MobileFixture fixture = new MobileFixture(dir)) {
            PageClient before = fixture.connect();
            String file = Json.write(JsonValue.of(iModel.toString()));
            before.invoke("ipc-app", "openStandalone", "[" + file + ",1]");
            String opened = before.next().ipc("data");
            assertThat(opened).contains("\"key\":");
            String key = fixture.host.openIModels().all().get(0).key();
            fixture.host.enterBackground();
            fixture.host.enterForeground();
            PageClient after = fixture.connect();
            assertThat(fixture.host.openIModels().tryKey(key)).isNotNull();
            PageClient other = fixture.connect();
            assertThat(after.closed().code()).isEqualTo(1008);
            assertThat(fixture.host.openIModels().tryKey(key)).isNull();
            other.call("still", "echo", "[[]]");
            assertThat(other.next().id()).isEqualTo("still");
        }
    }

    @Test
    void stopsWorkingForAPageThatIsReplaced() throws Exception {
        try (MobileFixture fixture = new MobileFixture(dir)) {
            PageClient first = fixture.connect();
            first.call("slow", "gated", "[]");
            fixture.connect();
            assertThat(first.closed().code()).isEqualTo(1008);
            assertThat(fixture.abandoned.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(fixture.host.isValid()).isTrue();
        }
    }

    @Test
    void endsWithItsPageAfterTheGracePeriod() throws Exception {
        try (MobileFixture fixture = new MobileFixture(dir, endingSoon())) {
            fixture.connect().leave();
            fixture.ended.get(20, TimeUnit.SECONDS);
            assertThat(fixture.host.isValid()).isFalse();
            assertThat(fixture.ports.last().isOpen()).isFalse();
        }
    }

    @Test
    void staysForAPageThatIsLoadedAgain() throws Exception {
        try (MobileFixture fixture = new MobileFixture(dir)) {
            PageClient first = fixture.connect();
            first.leave();
            PageClient second = fixture.connect();
            second.invoke("ipc-app", "hasPendingTxns", "[\"x\"]");
            assertThat(second.next().ipc("data")).contains("iModel not found");
        }
    }

    @Test
    void endsWhenThePageDoesNotComeBackFromTheBackground() throws Exception {
        try (MobileFixture fixture = new MobileFixture(dir, endingSoon())) {
            fixture.connect();
            fixture.host.enterBackground();
            fixture.host.enterForeground();
            fixture.ended.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void countsItsPageAsThereInTheBackground() throws Exception {
        try (MobileFixture fixture = new MobileFixture(dir, endingSoon())) {
            PageClient page = fixture.connect();
            fixture.host.enterBackground();
            page.closed();
            page.receiver().ended();
            assertThat(fixture.host.ipc().connections()).hasSize(1);
        }
    }

    @Test
    void forgetsAPageThatTheShellHasLost() {
        try (MobileFixture fixture = new MobileFixture(dir)) {
            PageClient lost = fixture.connect();
            lost.invoke("nativeApp", "checkInternetConnectivity", "[]");
            lost.next();
            fixture.device.hasPage = false;
            fixture.host.enterBackground();
            fixture.host.memoryWarning();
            fixture.host.enterForeground();
            PageClient loaded = fixture.connect();
            loaded.call("first", "echo", "[[]]");
            assertThat(loaded.next().id()).isEqualTo("first");
        }
    }

    @Test
    void connectsThePageToAnotherPortWhenAsked() {
        try (MobileFixture fixture = new MobileFixture(dir)) {
            PageClient before = fixture.connect();
            before.call("slow", "gated", "[]");
            before.invoke("mobileApp", "reconnect", "[1]");
            assertThat(before.next().ipc("data")).isEqualTo("{}");
            assertThat(fixture.device.reconnected).containsExactly("1");
            PageClient after = fixture.connect();
            assertThat(before.closed().code()).isEqualTo(1008);
            after.call("slow", "gated", "[]");
            fixture.gate.release();
            assertThat(after.next().objects()).isEqualTo("1");
            assertThat(fixture.runs).hasValue(1);
        }
    }

    @Test
    void tellsShellAndPageOnceThatItEnds() throws Exception {
        try (MobileFixture fixture = new MobileFixture(dir)) {
            PageClient page = fixture.connect();
            fixture.host.close();
            fixture.host.close();
            fixture.ended.get(20, TimeUnit.SECONDS);
            assertThat(page.closed().code()).isEqualTo(1001);
            fixture.host.enterForeground();
            assertThat(fixture.host.port()).isZero();
        }
    }

    @Test
    void refusesMoreCallsThanItsLimit() {
        IpcHostOptions few = IpcHostOptions.defaults().stayingWithoutFrontend();
        try (MobileFixture fixture =
                new MobileFixture(dir, few.withLimits(few.limits().withOpenInvokes(2)))) {
            PageClient page = fixture.connect();
            page.call("1", "gated", "[]");
            page.call("2", "gated", "[]");
            page.call("3", "gated", "[]");
            PageClient.Heard refused = page.next();
            assertThat(refused.id()).isEqualTo("3");
            assertThat(refused.objects()).contains("too many calls");
        }
    }

    @Test
    void cutsOffAPageThatLetsTooMuchWait() {
        IpcHostOptions few = IpcHostOptions.defaults().stayingWithoutFrontend();
        try (MobileFixture fixture =
                new MobileFixture(dir, few.withLimits(few.limits().withUnreadBytes(10_000)))) {
            fixture.connect();
            fixture.host.enterBackground();
            for (int i = 0; i < 100; i++) {
                fixture.host.push("much", JsonValue.of("x".repeat(500)));
            }
            assertThat(fixture.host.ipc().connections()).isEmpty();
        }
    }
}
