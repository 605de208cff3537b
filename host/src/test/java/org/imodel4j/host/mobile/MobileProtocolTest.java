package org.imodel4j.host.mobile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.imodel4j.host.ipc.IpcChannel;
import org.imodel4j.json.JsonValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MobileProtocolTest {
    private static final String FIRST = "{\"isBinary\":true,\"index\":0,\"size\":3,\"chunks\":1}";

    @TempDir
    private Path dir;

    private MobileFixture fixture;
    private PageClient page;

    @BeforeEach
    void start() {
        fixture = new MobileFixture(dir);
        page = fixture.connect();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void answersCallsByTheirIds() {
        page.call("a", "echo", "[[1,\"two\"]]");
        PageClient.Heard answer = page.next();
        assertThat(answer.id()).isEqualTo("a");
        assertThat(answer.interfaceName()).isEqualTo("TestRpcInterface");
        assertThat(answer.status()).isEqualTo(4);
        assertThat(answer.objects()).isEqualTo("[1,\"two\"]");
        page.call("b", "nothing", "");
        assertThat(page.next().objects()).isEmpty();
    }

    @Test
    void carriesByteArraysBothWays() {
        page.call("a", "bytes", "[" + FIRST + "]", new byte[] {1, 2, 3});
        PageClient.Heard answer = page.next();
        assertThat(answer.objects()).isEqualTo(FIRST);
        assertThat(answer.data()).containsExactly(new byte[] {3, 2, 1});
        page.invoke("test", "reversed", "[" + FIRST + "]", new byte[] {4, 5, 6});
        answer = page.next();
        assertThat(answer.ipc("data")).isEqualTo("{\"result\":" + FIRST + "}");
        assertThat(answer.data()).containsExactly(new byte[] {6, 5, 4});
    }

    @Test
    void tellsFailuresApartByTheirStatus() {
        page.call("a", "fails", "[]");
        PageClient.Heard answer = page.next();
        assertThat(answer.status()).isEqualTo(5);
        assertThat(answer.objects()).contains("\"message\":\"bad\"", "\"errorNumber\":42", "\"isError\":true");
        page.call("b", "notOpen", "[]");
        answer = page.next();
        assertThat(answer.status()).isEqualTo(7);
        assertThat(answer.objects()).contains("\"isIModelNotFoundResponse\":true");
        page.call("c", "pending", "[]");
        answer = page.next();
        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.objects()).isEqualTo("wait");
        page.call("c", "pending", "[]");
        assertThat(page.next().status()).isEqualTo(4);
        page.call("d", "noSuchOperation", "[]");
        assertThat(page.next().objects()).contains("does not declare operation");
    }

    @Test
    void answersInvokesOfIpcOnTheirChannels() {
        long request = page.invoke("nativeApp", "checkInternetConnectivity", "[]");
        PageClient.Heard answer = page.next();
        assertThat(answer.interfaceName()).isEqualTo("__ipc__");
        assertThat(answer.id()).isEqualTo("itwin.nativeApp");
        assertThat(answer.ipc("type")).isEqualTo("3");
        assertThat(answer.ipc("response")).isEqualTo(String.valueOf(request));
        assertThat(answer.ipc("data")).isEqualTo("{\"result\":0}");
        page.invoke("no-such-channel", "x", "[]");
        assertThat(page.next().ipc("data")).contains("nothing handles");
    }

    @Test
    void notifiesUnderTheNamesThatThePageKnows() {
        page.invoke("nativeApp", "checkInternetConnectivity", "[]");
        page.next();
        fixture.host.memoryWarning();
        PageClient.Heard heard = page.next();
        assertThat(heard.id()).isEqualTo("itwin.mobileApp-notify");
        assertThat(heard.ipc("data")).isEqualTo("[\"notifyMemoryWarning\"]");
        fixture.host.orientationChanged();
        assertThat(page.next().ipc("data")).isEqualTo("[\"notifyOrientationChanged\"]");
        fixture.host.willTerminate();
        assertThat(page.next().ipc("data")).isEqualTo("[\"notifyWillTerminate\"]");
        PageClient later = fixture.connect();
        later.invoke("itwinjs-core/nativeApp", "checkInternetConnectivity", "[]");
        later.next();
        fixture.host.memoryWarning();
        assertThat(later.next().id()).isEqualTo("itwin.itwinjs-core/mobileApp-notify");
        assertThat(later.hasHeardNothing()).isTrue();
    }

    @Test
    void givesTheTokenOfTheDeviceAndTellsOfAnother() {
        fixture.device.token = new DeviceToken("Bearer one", Instant.parse("2030-01-02T03:04:05Z"));
        page.invoke("mobileApp", "getAccessToken", "[]");
        assertThat(page.next().ipc("data")).isEqualTo("{\"result\":[\"Bearer one\",\"2030-01-02T03:04:05Z\"]}");
        page.invoke("nativeApp", "getAccessToken", "[]");
        assertThat(page.next().ipc("data")).isEqualTo("{\"result\":\"Bearer one\"}");
        fixture.host.authAccessTokenChanged(new DeviceToken("Bearer two", null));
        assertThat(page.next().ipc("data")).isEqualTo("[\"notifyAuthAccessTokenChanged\",\"Bearer two\",\"\"]");
    }

    @Test
    void tellsPagesOf2xNothingThatTheyDoNotKnow() {
        page.message("{\"type\":2,\"channel\":\"itwin.nativeApp\",\"method\":\"getConfig\",\"data\":[],\"request\":1}");
        assertThat(page.next().ipc("data")).isEqualTo("{\"result\":{}}");
        fixture.host.authAccessTokenChanged(new DeviceToken("Bearer two", null));
        fixture.host.memoryWarning();
        assertThat(page.next().ipc("data")).isEqualTo("[\"notifyMemoryWarning\"]");
    }

    @Test
    void countsTheMessagesOfEachPushChannel() {
        fixture.host.push("tiles", JsonValue.of("one"));
        fixture.host.push("tiles", JsonValue.of("two"));
        fixture.host.push("other", JsonValue.of("three"));
        PageClient.Heard first = page.next();
        assertThat(first.interfaceName()).isEqualTo("__push__");
        assertThat(first.id()).isEqualTo("tiles");
        assertThat(first.objects()).isEqualTo("\"one\"");
        assertThat(first.status()).isZero();
        assertThat(page.next().status()).isEqualTo(1);
        assertThat(page.next().status()).isZero();
    }

    @Test
    void hearsWhatPagesSend() throws Exception {
        var heard = new java.util.concurrent.CompletableFuture<String>();
        fixture.host.ipc().addListener(IpcChannel.named("news"), (from, data) -> heard.complete(data.text(0)));
        page.message("{\"type\":0,\"channel\":\"itwin.news\",\"data\":[\"hello\"],\"sequence\":-1}");
        assertThat(heard.get(20, java.util.concurrent.TimeUnit.SECONDS)).isEqualTo("hello");
    }

    @Test
    void answersARequestWithoutItsBinaryFrames() {
        page.raw(
                "{\"id\":\"x\",\"operation\":{\"interfaceDefinition\":\"__ipc__\"},\"parameters\":{\"objects\":"
                        + "\"[{\\\"type\\\":2,\\\"channel\\\":\\\"itwin.test\\\",\\\"method\\\":\\\"reversed\\\",\\\"request\\\":7}]\",\"data\":[3]}}");
        page.call("a", "echo", "[[]]");
        PageClient.Heard refused = page.next();
        assertThat(refused.ipc("response")).isEqualTo("7");
        assertThat(refused.ipc("data")).contains("without all of its binary frames");
        assertThat(page.next().id()).isEqualTo("a");
    }

    @Test
    void answersParametersThatAreNoJson() {
        page.call("a", "echo", "[[1,");
        PageClient.Heard refused = page.next();
        assertThat(refused.status()).isEqualTo(5);
        assertThat(refused.objects()).contains("Invalid JSON");
        page.call("b", "echo", "[[1]]");
        assertThat(page.next().status()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "[]",
                "{}",
                "{\"id\":\"x\"}",
                "{\"id\":7,\"parameters\":{\"objects\":\"\",\"data\":[]}}",
                "{\"id\":\"x\",\"parameters\":{\"objects\":\"\",\"data\":[-1]}}",
                "{\"id\":\"x\",\"parameters\":{\"objects\":\"\",\"data\":[1.5]}}",
                "{\"id\":\"x\",\"parameters\":{\"objects\":\"\",\"data\":[\"1\"]}}",
                "{\"id\":\"x\",\"parameters\":{\"objects\":\"\",\"data\":[99999999999]}}",
                "{\"type\":2,\"channel\":\"itwin.ipc-app\",\"method\":\"log\",\"request\":1}"
            })
    void endsAConnectionThatSendsNoRequests(String text) {
        page.raw(text);
        assertThat(page.closed().code()).isEqualTo(1007);
        assertThat(fixture.host.isValid()).isTrue();
        fixture.connect().call("next", "echo", "[[]]");
    }

    @Test
    void endsAConnectionWhoseBinaryFramesAreNotThoseAnnounced() {
        page.receiver().binary(new byte[1]);
        assertThat(page.closed().code()).isEqualTo(1002);
        PageClient other = fixture.connect();
        other.raw("{\"id\":\"x\",\"operation\":{},\"parameters\":{\"objects\":\"[]\",\"data\":[3]}}");
        other.receiver().binary(new byte[4]);
        assertThat(other.closed().code()).isEqualTo(1002);
        PageClient greedy = fixture.connect();
        greedy.raw("{\"id\":\"x\",\"operation\":{},\"parameters\":{\"objects\":\"[]\",\"data\":[2000000000]}}");
        assertThat(greedy.closed().code()).isEqualTo(1009);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "{}",
                "{\"type\":0}",
                "{\"type\":0,\"channel\":\"itwin.x\",\"data\":{}}",
                "{\"type\":9,\"channel\":\"itwin.x\"}",
                "{\"type\":2,\"channel\":\"itwin.x\",\"method\":\"m\"}"
            })
    void endsAConnectionWhoseMessageCanNotBeAnswered(String message) {
        page.message(message);
        assertThat(page.closed().code()).isEqualTo(1002);
    }

    @Test
    void refusesNamesOfEveryJavaScriptObject() {
        page.invoke("test", "constructor", "[]");
        assertThat(page.next().ipc("data")).contains("not available for channel");
    }

    @Test
    void survivesAnyFrames() {
        long seed = 99;
        Random random = new Random(seed);
        String[] pieces = {
            "{", "}", "[", "]", "\"id\":\"x\",", "\"operation\":{", "\"parameters\":{\"objects\":\"", "\",\"data\":[",
                    "1",
            "2,3", "\\\"type\\\":2", "__ipc__", "\"interfaceDefinition\":\"", "\"", ",", "null", "\u0000", "é"
        };
        for (int round = 0; round < 20_000; round++) {
            PageClient client = page.isClosed() ? fixture.connect() : page;
            page = client;
            if (random.nextInt(4) == 0) {
                client.receiver().binary(new byte[random.nextInt(4)]);
            } else if (random.nextInt(4) == 0) {
                client.message("{\"type\":" + random.nextInt(4) + ",\"channel\":\"itwin."
                        + (random.nextBoolean() ? "test" : "x")
                        + "\",\"method\":\"reversed\",\"data\":" + (random.nextBoolean() ? "[" + FIRST + "]" : "[1]")
                        + ",\"request\":" + random.nextInt(3) + "}");
            } else {
                StringBuilder text = new StringBuilder();
                for (int i = random.nextInt(12); i >= 0; i--) {
                    text.append(pieces[random.nextInt(pieces.length)]);
                }
                client.raw(text.toString());
            }
        }
        PageClient last = fixture.connect();
        last.call("alive", "echo", "[[" + seed + "]]");
        assertThat(last.next().objects()).as("seed %d", seed).isEqualTo("[99]");
    }
}
