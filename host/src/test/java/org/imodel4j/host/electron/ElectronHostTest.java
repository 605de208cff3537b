package org.imodel4j.host.electron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.imodel4j.error.IModelException;
import org.imodel4j.host.HostEvents;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.host.ipc.IpcChannel;
import org.imodel4j.host.ipc.IpcHandler;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElectronHostTest {
    private static final String SECRET = "a secret that the environment brings";
    private static final Map<String, String> ENVIRONMENT = Map.of(ElectronProcess.SECRET, SECRET);

    /** Functions of an application. */
    public interface Own {
        String slow(String text) throws InterruptedException;
    }

    @TempDir
    private Path dir;

    private final HostEvents events = new HostEvents();
    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void end() throws Exception {
        go.countDown();
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private IModelHostConfiguration configuration() {
        events.onBeforeShutdown().addListener(ended -> over.countDown());
        return IModelHostConfiguration.builder()
                .cacheDir(dir.resolve("cache"))
                .events(events)
                .build();
    }

    private ElectronHost start(ElectronHostOptions options) {
        ElectronHost host = ElectronHost.startup(configuration(), options, ENVIRONMENT);
        open.add(host);
        return host;
    }

    private static int port(ElectronHost host) {
        JsonObject facts = (JsonObject) Json.parse(host.readyLine().substring("READY ".length()));
        return (int) Objects.requireNonNull(facts.number("bridgePort")).exact();
    }

    /** The bridge of a host, which is ready and knows the channels. */
    private Bridge connected(ElectronHost host) throws IOException {
        Bridge bridge = Bridge.hello(port(host), SECRET);
        open.add(0, bridge);
        assertThat(bridge.isWelcome()).isTrue();
        bridge.invoke(0, "imodel4j/bridge", "ready", "[]");
        JsonObject first = bridge.next(0).message();
        JsonObject second = bridge.next(0).message();
        JsonObject pushed = first.get("response") == null ? first : second;
        assertThat(Json.write(pushed)).contains("\"channels\"", "itwin.itwinjs-core/ipc-app", "itwin.rpc.objects");
        return bridge;
    }

    private ElectronHostOptions.Builder own() {
        Own slow = text -> {
            go.await();
            return text;
        };
        return ElectronHostOptions.builder()
                .webResourcesPath(dir)
                .ipcHandler(IpcHandler.of(IpcChannel.named("own"), Own.class, slow));
    }

    @Test
    void thereIsNoHostWithoutElectron() {
        assertThatThrownBy(() ->
                        ElectronHost.startup(configuration(), ElectronHostOptions.defaults(), Map.of("PATH", "/bin")))
                .hasMessageContaining("Not running under Electron");
        assertThat(dir.resolve("cache")).doesNotExist();
    }

    @Test
    void theReadyLineHasNoSecret() {
        ElectronHost host = start(ElectronHostOptions.defaults());
        assertThat(host.readyLine()).matches("READY \\{\"bridgePort\":\\d+}").doesNotContain(SECRET);
    }

    @Test
    void aReplayedSecretIsRefused() throws IOException {
        ElectronHost host = start(ElectronHostOptions.defaults());
        Bridge bridge = connected(host);
        assertThatThrownBy(() -> new Socket("127.0.0.1", port(host))).isInstanceOf(ConnectException.class);
        assertThat(bridge.call(0, "imodel4j/bridge", "windowMaximized", "[\"main\",true]"))
                .isEqualTo(JsonObject.EMPTY);
    }

    @Test
    void whoDoesNotKnowTheSecretIsTurnedAwayAndKeepsNobodyOut() throws IOException {
        ElectronHost host = start(ElectronHostOptions.defaults());
        try (Bridge silent = Bridge.silent(port(host));
                Bridge wrong = Bridge.hello(port(host), "wrong");
                Bridge empty = Bridge.hello(port(host), "");
                Bridge longer = Bridge.hello(port(host), SECRET + "x");
                Bridge huge = Bridge.hello(port(host), "x".repeat(300))) {
            for (Bridge stranger : List.of(wrong, empty, longer, huge)) {
                assertThat(stranger.isWelcome()).isFalse();
            }
            Bridge bridge = Bridge.hello(port(host), SECRET);
            open.add(0, bridge);
            assertThat(bridge.isWelcome()).isTrue();
            assertThat(silent.isWelcome()).isFalse();
        }
    }

    @Test
    void guessingTheSecretEndsTheHost() throws Exception {
        ElectronHost host = start(ElectronHostOptions.defaults());
        for (int guess = 0; guess < 32; guess++) {
            try (Bridge stranger = Bridge.hello(port(host), "guess" + guess)) {
                assertThat(stranger.isWelcome()).isFalse();
            }
        }
        assertThat(over.await(20, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> Bridge.hello(port(host), SECRET)).isInstanceOf(ConnectException.class);
    }

    @Test
    void theHostClosesWhenElectronIsGone() throws Exception {
        ElectronHost host = start(ElectronHostOptions.defaults());
        Bridge bridge = connected(host);
        bridge.close();
        host.awaitClosed();
        assertThat(host.isValid()).isFalse();
    }

    @Test
    void electronLearnsThatTheHostCloses() throws Exception {
        ElectronHost host = start(ElectronHostOptions.defaults());
        Bridge bridge = connected(host);
        bridge.open(1);
        bridge.invoke(1, "own", "none", "[]");
        bridge.next(1);
        host.close();
        assertThat(bridge.next(1).message().text("closed")).isEqualTo("the backend shuts down");
        assertThat(bridge.ends()).isTrue();
    }

    @Test
    void aHostThatElectronNeverJoinsCloses() throws Exception {
        ElectronHost host = start(ElectronHostOptions.builder()
                .connectTime(Duration.ofMillis(200))
                .build());
        assertThatThrownBy(() -> host.openMainWindow(OpenWindowOptions.defaults()))
                .isInstanceOf(IModelException.class)
                .hasMessageContaining("Electron did not connect");
        host.awaitClosed();
    }

    @Test
    void aStartOfElectronThatFailsLeavesNothingBehind() throws Exception {
        for (List<String> command : List.of(List.of("/no/such/electron"), List.of("/bin/sh", "-c", "exit 3"))) {
            ElectronHostOptions options =
                    ElectronHostOptions.builder().electronCommand(command).build();
            assertThatThrownBy(() -> ElectronHost.startup(configuration(), options, Map.of()))
                    .isInstanceOf(IModelException.class);
        }
        assertThat(over.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void electronGetsTheSecretByItsEnvironmentOnly() throws Exception {
        Path told = dir.resolve("told");
        String script = "test \"${#IMODEL4J_BRIDGE_SECRET}\" -ge 43 && test \"$IMODEL4J_BRIDGE_PORT\" -gt 0"
                + " && ! tr '\\0' ' ' </proc/$$/cmdline | grep -q \"$IMODEL4J_BRIDGE_SECRET\" && echo yes >" + told;
        ElectronHostOptions options = ElectronHostOptions.builder()
                .electronCommand(List.of("/bin/sh", "-c", script))
                .build();
        assertThatThrownBy(() -> ElectronHost.startup(configuration(), options, Map.of()))
                .isInstanceOf(IModelException.class);
        assertThat(told).exists();
    }

    @Test
    void theBridgeLearnsOfChannelsThatComeAndGo() throws IOException {
        ElectronHost host = start(ElectronHostOptions.defaults());
        Bridge bridge = connected(host);
        Runnable remove = host.ipc().handle(IpcHandler.of(IpcChannel.named("late"), Own.class, text -> text));
        assertThat(Json.write(bridge.next(0).message())).contains("\"itwin.late\"");
        remove.run();
        assertThat(Json.write(bridge.next(0).message())).contains("channels").doesNotContain("\"itwin.late\"");
        Runnable silence = host.ipc().addListener(IpcChannel.named("heard"), (from, data) -> {});
        assertThat(Json.write(bridge.next(0).message())).contains("\"itwin.heard\"");
        silence.run();
        assertThat(Json.write(bridge.next(0).message())).doesNotContain("\"itwin.heard\"");
    }

    @Test
    void windowsOpenWhereTheyWere() throws Exception {
        ElectronHost host = start(own().build());
        Bridge bridge = connected(host);
        assertThat(host.tryWindowSizeAndPositionSetting("main")).isNull();
        assertThat(host.tryWindowMaximizedSetting("main")).isNull();
        host.settingsStore().setString("windowPos-main", "{\"x\":1,\"y\":2,\"width\":300,\"height\":200}");
        assertThat(host.tryWindowSizeAndPositionSetting("main")).isEqualTo(new WindowBounds(1, 2, 300, 200));
        bridge.call(0, "imodel4j/bridge", "windowMoved", "[\"main\",{\"x\":-5,\"y\":6,\"width\":640,\"height\":480}]");
        bridge.call(0, "imodel4j/bridge", "windowMoved", "[\"main\",{\"x\":1,\"width\":-3}]");
        bridge.call(0, "imodel4j/bridge", "windowMaximized", "[\"main\",true]");
        assertThat(host.settingsStore().tryString("windowSizeAndPos-main"))
                .isEqualTo("{\"x\":-5,\"y\":6,\"width\":640,\"height\":480}");
        assertThat(host.settingsStore().tryBoolean("windowMaximized-main")).isTrue();

        CompletableFuture<Void> opened = CompletableFuture.runAsync(
                () -> host.openMainWindow(OpenWindowOptions.defaults().withStoreWindowName("main")));
        Bridge.Heard question = bridge.next(0);
        assertThat(Json.write(question.data()))
                .contains(
                        "\"openMainWindow\"",
                        "\"url\":\"electron://frontend/index.html\"",
                        "\"folder\":\"" + dir + "\"",
                        "\"bounds\":{\"x\":-5,\"y\":6,\"width\":640,\"height\":480},\"isMaximized\":true");
        answer(bridge, question, "[{}]");
        opened.get(20, TimeUnit.SECONDS);
    }

    private static void answer(Bridge bridge, Bridge.Heard question, String answer) throws IOException {
        String channel = String.valueOf(((JsonValue.Text) question.data().get(0)).value());
        bridge.send(0, channel.substring("itwin.".length()), answer);
    }

    @Test
    void whatTheBridgeCanNotDoIsAnError() throws Exception {
        ElectronHost host = start(ElectronHostOptions.defaults());
        Bridge bridge = connected(host);
        CompletableFuture<Void> opened =
                CompletableFuture.runAsync(() -> host.openMainWindow(OpenWindowOptions.defaults()));
        answer(bridge, bridge.next(0), "[{\"error\":{\"message\":\"no display\",\"errorNumber\":32768}}]");
        assertThatThrownBy(() -> opened.get(20, TimeUnit.SECONDS)).hasMessageContaining("no display");
    }

    @Test
    void theFirstPageIsTheOneThatTheOptionsName() {
        ElectronHost files =
                start(ElectronHostOptions.builder().frontendPort(3001).build());
        assertThat(files.frontendURL()).isEqualTo("electron://frontend/index.html");
        assertThat(files.appIconPath()).isEqualTo(Path.of("appicon.ico").toAbsolutePath());
        ElectronHost server =
                start(ElectronHostOptions.builder().developmentServer(true).build());
        assertThat(server.frontendURL()).isEqualTo("http://localhost:3000");
        assertThatThrownBy(() -> server.openWindow("http://localhost:30001/", OpenWindowOptions.defaults()))
                .hasMessageContaining("of the application only");
        ElectronHost other = start(ElectronHostOptions.builder()
                .frontendURL("https://app.example/x/")
                .build());
        assertThat(other.frontendURL()).isEqualTo("https://app.example/x/");
    }

    @Test
    void pagesGetTheirOwnAnswersOnly() throws IOException {
        ElectronHost host = start(own().build());
        Bridge bridge = connected(host);
        bridge.open(1);
        bridge.open(2);
        bridge.invoke(1, "own", "slow", "[\"first\"]");
        bridge.invoke(2, "itwinjs-core/ipc-app", "queryConcurrency", "[\"cpu\"]");
        assertThat(bridge.next(2).answer().number("result")).isNotNull();
        go.countDown();
        assertThat(bridge.next(1).answer().text("result")).isEqualTo("first");
        assertThat(bridge.isQuiet(2)).isTrue();
    }

    @Test
    void aPageThatGoesTakesNothingWithIt() throws IOException {
        ElectronHost host = start(own().build());
        Bridge bridge = connected(host);
        bridge.open(1);
        bridge.invoke(1, "own", "slow", "[\"for nobody\"]");
        bridge.frame(ElectronFrame.CLOSE, 1, new byte[0]);
        bridge.open(2);
        bridge.invoke(2, "own", "slow", "[\"second\"]");
        go.countDown();
        assertThat(bridge.next(2).answer().text("result")).isEqualTo("second");
        assertThat(bridge.isQuiet(1)).isTrue();
        assertThat(host.ipc().connections()).hasSize(1);
    }

    @Test
    void aPageThatIsNotUnderstoodIsClosedAlone() throws IOException {
        ElectronHost host = start(own().build());
        Bridge bridge = connected(host);
        bridge.open(1);
        bridge.open(2);
        bridge.frame(ElectronFrame.TEXT, 1, "{not json".getBytes(StandardCharsets.UTF_8));
        assertThat(bridge.next(1).message().text("closed")).contains("no message");
        bridge.frame(ElectronFrame.TEXT, 1, new byte[] {1});
        go.countDown();
        bridge.invoke(2, "own", "slow", "[\"second\"]");
        assertThat(bridge.next(2).answer().text("result")).isEqualTo("second");
    }

    @Test
    void framesThatNoBridgeSendsEndTheConnection() throws Exception {
        byte[] giant = {ElectronFrame.TEXT, 0, 0, 0, 0, 127, -1, -1, -1};
        byte[] negative = {ElectronFrame.TEXT, 0, 0, 0, 0, -1, -1, -1, -1};
        byte[] unknown = {99, 0, 0, 0, 0, 0, 0, 0, 0};
        byte[] twice = {ElectronFrame.OPEN, 0, 0, 0, 0, 0, 0, 0, 0};
        for (byte[] wrong : List.of(giant, negative, unknown, twice)) {
            ElectronHost host = start(ElectronHostOptions.defaults());
            Bridge bridge = connected(host);
            bridge.raw(wrong);
            assertThat(bridge.ends()).isTrue();
            host.awaitClosed();
        }
    }
}
