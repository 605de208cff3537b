package org.imodel4j.host.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.imodel4j.host.FileNameResolver;
import org.imodel4j.host.HostEvents;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.host.ServedIModel;
import org.imodel4j.host.ipc.Frontend;
import org.imodel4j.host.ipc.IpcClose;
import org.imodel4j.host.ipc.IpcValue;
import org.imodel4j.host.ipc.app.DialogFunctions;
import org.imodel4j.host.ipc.app.IpcAppNotifications;
import org.imodel4j.host.ipc.app.IpcHostOptions;
import org.imodel4j.host.ipc.app.Shell;
import org.imodel4j.host.rpc.RpcInterface;
import org.imodel4j.host.rpc.RpcPendingException;
import org.imodel4j.host.rpc.RpcResult;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebEditHostTest {
    private static final String APP = "itwinjs-core/ipc-app";
    private static final String RPC = "itwinjs-core/rpc-over-ipc";

    @TempDir
    Path dir;

    private final HostEvents events = new HostEvents();
    private final CountDownLatch ended = new CountDownLatch(1);

    private WebEditHost start(WebEditOptions options) throws IOException {
        Files.createDirectories(dir.resolve("open"));
        events.onBeforeShutdown().addListener(host -> ended.countDown());
        return WebEditHost.startup(
                IModelHostConfiguration.builder()
                        .cacheDir(dir.resolve("cache"))
                        .events(events)
                        .snapshotFileNameResolver(FileNameResolver.filesBelow(List.of(dir.resolve("open"))))
                        .build(),
                options);
    }

    private WebEditHost staying() throws IOException {
        return start(WebEditOptions.defaults().withIpc(IpcHostOptions.defaults().stayingWithoutFrontend()));
    }

    private Path copy(String fixture, String name) throws IOException {
        Path file = dir.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.copy(Path.of(System.getProperty("imodel4j.fixtures", "."), fixture), file)
                .toRealPath();
    }

    private static String quoted(@Nullable Object text) {
        return Json.write(JsonValue.of(String.valueOf(text)));
    }

    private static JsonObject result(Frontend.Heard answer) {
        assertThat(answer.answer().object("result")).as(answer.text()).isNotNull();
        return Objects.requireNonNull(answer.answer().object("result"));
    }

    private static String rpc(String version, String operation, String parameters, String protocol) {
        return "[{\"definition\":{\"interfaceName\":\"IModelReadRpcInterface\",\"interfaceVersion\":\"" + version
                + "\"},\"operation\":\"" + operation + "\",\"parameters\":" + parameters
                + ",\"context\":{\"applicationId\":\"a\",\"applicationVersion\":\"1\",\"id\":\"act\",\"sessionId\":\"s\","
                + "\"protocolVersion\":\"" + protocol + "\"}}]";
    }

    private static String token(JsonObject props) {
        return "{\"key\":\"" + props.text("key") + "\",\"iTwinId\":\"" + props.text("iTwinId") + "\",\"iModelId\":\""
                + props.text("iModelId") + "\",\"changeset\":{\"id\":\"\",\"index\":0}}";
    }

    @Test
    void filesAreOpenedQueriedAndClosed() throws IOException {
        Path file = copy("building.bim", "open/a.bim");
        try (WebEditHost host = staying()) {
            Frontend frontend = Frontend.framed(host.ipc());
            JsonObject props = result(frontend.call(APP, "openSnapshot", "[" + quoted(file) + "]"));
            assertThat(props.text("name")).isEqualTo("Building");
            assertThat(frontend.call(
                                    RPC,
                                    "request",
                                    rpc("3.7.0", "getElementProps", "[" + token(props) + ",[\"0x1\"]]", "2"))
                            .text())
                    .startsWith("{\"result\":[{\"classFullName\":\"BisCore:Subject\"");
            String key = "[" + quoted(props.text("key")) + "]";
            assertThat(frontend.call(APP, "hasPendingTxns", key).text()).isEqualTo("{\"result\":false}");
            assertThat(frontend.call(APP, "getUndoString", key).text()).isEqualTo("{\"result\":\"\"}");
            assertThat(frontend.call(APP, "closeIModel", key).text()).isEqualTo("{}");
            assertThat(host.openIModels().all()).isEmpty();
            assertThat(frontend.call(APP, "closeIModel", key).text()).contains("isIModelNotFoundResponse");
            assertThat(frontend.call(
                                    RPC,
                                    "request",
                                    rpc("3.7.0", "getElementProps", "[" + token(props) + ",[\"0x1\"]]", "2"))
                            .text())
                    .isEqualTo(
                            "{\"result\":{\"iTwinRpcCoreResponse\":true,\"managedStatus\":\"notFound\",\"responseValue\":"
                                    + "{\"message\":\"iModel not found\",\"isIModelNotFoundResponse\":true}}}");
        }
    }

    @Test
    void frontendsOfAllGenerationsFindTheirChannels() throws IOException {
        Path file = copy("building.bim", "open/a.bim");
        try (WebEditHost host = staying()) {
            Frontend two = Frontend.plain(host.ipc());
            JsonObject props = result(two.call("ipc-app", "openStandalone", "[" + quoted(file) + ",1]"));
            assertThat(props.text("contextId")).isNotNull();
            Frontend three = Frontend.framed(host.ipc());
            three.call("ipc-app", "queryConcurrency", "[\"cpu\"]");
            assertThat(three.call(
                                    "RPC",
                                    "request",
                                    rpc("3.2.0", "getElementProps", "[" + token(props) + ",[\"0x1\"]]", "1"))
                            .text())
                    .contains("BisCore:Subject");
            Frontend five = Frontend.framed(host.ipc());
            five.call(APP, "queryConcurrency", "[\"io\"]");
            host.ipc()
                    .notifications(IpcAppNotifications.CHANNEL, IpcAppNotifications.class)
                    .notifyApp();
            assertThat(two.next().channel()).isEqualTo("itwin.ipcApp-notify");
            assertThat(three.next().channel()).isEqualTo("itwin.ipcApp-notify");
            assertThat(five.next().channel()).isEqualTo("itwin.itwinjs-core/ipcApp-notify");
        }
    }

    @Test
    void onlyFilesThatTheHostAllowsAreOpened() throws IOException {
        Path outside = copy("building.bim", "other/b.bim");
        try (WebEditHost host = staying()) {
            Frontend frontend = Frontend.framed(host.ipc());
            for (String name : List.of(
                    quoted(outside), quoted(dir + "/open/../other/b.bim"), "\"/etc/passwd\"", "\"\"", quoted(dir))) {
                assertThat(frontend.call(APP, "openSnapshot", "[" + name + "]").text())
                        .contains("\"errorNumber\":65574")
                        .contains("no such file, or none that frontends may open");
            }
            assertThat(host.openIModels().all()).isEmpty();
        }
    }

    @Test
    void writingSaysWhatIsMissing() throws IOException {
        Path file = copy("building.bim", "open/a.bim");
        try (WebEditHost host = staying()) {
            Frontend frontend = Frontend.framed(host.ipc());
            for (String call : List.of("openStandalone", "openBriefcase")) {
                String arguments = call.equals("openStandalone")
                        ? "[" + quoted(file) + ",2]"
                        : "[{\"fileName\":" + quoted(file) + "}]";
                assertThat(frontend.call(APP, call, arguments).text()).contains("for reading only", "65582");
            }
            String readonly = "[{\"readonly\":true,\"fileName\":" + quoted(file) + "}]";
            JsonObject props = result(frontend.call(APP, "openBriefcase", readonly));
            String key = quoted(props.text("key"));
            for (String call : List.of("saveChanges", "reinstateTxn", "restartTxnSession")) {
                assertThat(frontend.call(APP, call, "[" + key + "]").text())
                        .contains(call + " needs transactions", "65573");
            }
            assertThat(frontend.call(APP, "pullChanges", "[" + key + "]").text())
                    .contains("needs an iModelHub");
            assertThat(frontend.call(APP, "pushChanges", "[\"unknown\",\"x\"]").text())
                    .contains("iModel not found");
            assertThat(frontend.call(APP, "cancelTileContentRequests", "[{},[{\"treeId\":\"x\",\"contentIds\":[]}]]")
                            .text())
                    .isEqualTo("{}");
            assertThat(frontend.call(APP, "log", "[1,2,\"c\",\"m\\nforged\",{\"a\":1}]")
                            .text())
                    .isEqualTo("{}");
        }
    }

    @Test
    void dialogsAndEditCommandsSayWhatIsMissing() throws IOException {
        try (WebEditHost host = staying()) {
            Frontend frontend = Frontend.framed(host.ipc());
            for (String channel : List.of("itwinjs-core/editor", "editor")) {
                assertThat(frontend.call(channel, "startCommand", "[\"basicManipulation\",\"key\",1]")
                                .text())
                        .contains("startCommand needs transactions", "65573");
                assertThat(frontend.call(channel, "callMethod", "[\"deleteElements\",\"+1\"]")
                                .text())
                        .contains("callMethod needs transactions", "65573");
                assertThat(frontend.call(channel, "startCommand", "[\"\",\"\"]").text())
                        .isEqualTo("{}");
            }
            assertThat(frontend.call("itwinjs-electron/dialog", "callDialog", "[\"showOpenDialog\",{}]")
                            .text())
                    .contains("callDialog needs a shell", "65573");
            assertThat(frontend.call("electron-safe", "callElectron", "[\"shell\",\"beep\"]")
                            .text())
                    .contains("callElectron needs a shell", "65573");
        }
    }

    @Test
    void dialogsAreShownByTheShellOfAnApplication() throws IOException {
        Shell shell = (call, member, method, arguments) ->
                IpcValue.of(JsonValue.of(member + "." + method + Json.write(new JsonArray(arguments))));
        try (WebEditHost host = start(WebEditOptions.defaults().with(DialogFunctions.handler(shell)))) {
            Frontend frontend = Frontend.framed(host.ipc());
            assertThat(frontend.call("itwinjs-electron/dialog", "callDialog", "[\"showOpenDialog\",{\"a\":1},null]")
                            .text())
                    .isEqualTo("{\"result\":\"dialog.showOpenDialog[{\\\"a\\\":1},null]\"}");
            assertThat(frontend.call("electron-safe", "callElectron", "[\"shell\",\"beep\"]")
                            .text())
                    .isEqualTo("{\"result\":\"shell.beep[]\"}");
        }
    }

    @Test
    void anIModelStaysOpenForTheOtherFrontend() throws IOException {
        Path file = copy("building.bim", "open/a.bim");
        try (WebEditHost host = staying()) {
            Frontend one = Frontend.framed(host.ipc());
            Frontend two = Frontend.framed(host.ipc());
            String key = quoted(result(one.call(APP, "openSnapshot", "[" + quoted(file) + "]"))
                    .text("key"));
            two.call(APP, "openSnapshot", "[" + quoted(file) + "]");
            one.call(APP, "closeIModel", "[" + key + "]");
            assertThat(two.call(APP, "hasPendingTxns", "[" + key + "]").text()).isEqualTo("{\"result\":false}");
            two.receiver().ended();
            assertThat(host.openIModels().all()).isEmpty();
        }
    }

    @Test
    void whatTheHostServesIsNotClosedByFrontends() throws IOException {
        try (WebEditHost host = staying()) {
            ServedIModel served = host.openIModels().serve(copy("building.bim", "b.bim"), "b");
            Frontend frontend = Frontend.framed(host.ipc());
            frontend.call(APP, "openSnapshot", "[" + quoted(served.file()) + "]");
            JsonObject checkpoint = result(frontend.call(
                    APP,
                    "openCheckpoint",
                    "[{\"iModelId\":\"" + served.iModelId() + "\",\"changeset\":{\"id\":\"\"}}]"));
            for (String key : List.of("b", String.valueOf(checkpoint.text("key")))) {
                assertThat(frontend.call(APP, "closeIModel", "[" + quoted(key) + "]")
                                .text())
                        .isEqualTo("{}");
            }
            assertThat(frontend.call(APP, "openCheckpoint", "[{\"iModelId\":\"other\"}]")
                            .text())
                    .contains("iModelHub");
            frontend.receiver().ended();
            assertThat(host.openIModels().all()).containsExactly(served);
        }
    }

    @Test
    void rpcAnswersTheSameOverTheSocketAsOverHttp() throws IOException {
        RpcInterface own = RpcInterface.named("IModelReadRpcInterface", "9.0.0")
                .operation("bytes", call -> RpcResult.bytes(call.bytes(1)))
                .operation("none", call -> RpcResult.nothing())
                .operation("parts", call -> RpcResult.parts(RpcResult.marker(0, call.bytes(1)), List.of(call.bytes(1))))
                .operation("pending", call -> {
                    throw new RpcPendingException("soon");
                })
                .operation(
                        "streamed",
                        call -> new RpcResult.Streamed(
                                out -> out.write("[1]".getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .build();
        try (WebEditHost host = start(WebEditOptions.defaults().with(own))) {
            Frontend frontend = Frontend.framed(host.ipc());
            String bytes = "[null,{\"ipc\":\"binary\",\"type\":0,\"index\":0}]";
            for (String operation : List.of("bytes", "parts")) {
                Frontend.Heard answer =
                        frontend.call(RPC, "request", rpc("9.0.0", operation, bytes, "2"), new byte[] {1, 2});
                assertThat(answer.text()).isEqualTo("{\"result\":{\"ipc\":\"binary\",\"type\":0,\"index\":0}}");
                assertThat(answer.binary().get(0)).containsExactly(1, 2);
            }
            assertThat(frontend.call(RPC, "request", rpc("9.0.0", "none", "[]", "2"))
                            .text())
                    .isEqualTo("{}");
            assertThat(frontend.call(RPC, "request", rpc("9.0.0", "streamed", "[]", "2"))
                            .text())
                    .isEqualTo("{\"result\":[1]}");
            assertThat(frontend.call(RPC, "request", rpc("9.0.0", "pending", "[]", "2"))
                            .text())
                    .contains("\"managedStatus\":\"pending\",\"responseValue\":{\"message\":\"soon\"}");
            assertThat(frontend.call(RPC, "request", rpc("4.0.0", "none", "[]", "2"))
                            .text())
                    .contains("\"errorNumber\":135168");
            assertThat(frontend.call(RPC, "request", rpc("9.0.0", "zap", "[]", "2"))
                            .text())
                    .contains("does not declare operation \\\"zap\\\"");
            for (String wrong : List.of("[]", "[null]", "[7]", "[{}]", "[{\"definition\":[],\"context\":{}}]")) {
                assertThat(frontend.call(RPC, "request", wrong).text()).contains("has to be an object");
            }
        }
    }

    @Test
    void theHostEndsAfterItsLastFrontend() throws Exception {
        try (WebEditHost host = start(
                WebEditOptions.defaults().withIpc(IpcHostOptions.defaults().withGracePeriod(Duration.ofMillis(1))))) {
            Frontend one = Frontend.framed(host.ipc());
            Frontend two = Frontend.framed(host.ipc());
            one.receiver().ended();
            assertThat(two.call(APP, "queryConcurrency", "[\"cpu\"]").text()).contains("result");
            two.receiver().ended();
            assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(host.isValid()).isFalse();
        }
    }

    @Test
    void aFrontendThatComesBackKeepsTheHost() throws Exception {
        try (WebEditHost host = start(
                WebEditOptions.defaults().withIpc(IpcHostOptions.defaults().withGracePeriod(Duration.ofDays(1))))) {
            Frontend.framed(host.ipc()).receiver().ended();
            Frontend again = Frontend.framed(host.ipc());
            assertThat(again.call(APP, "queryConcurrency", "[\"cpu\"]").text()).contains("result");
            assertThat(ended.getCount()).isOne();
        }
    }

    @Test
    void theFrontendEndsWithTheHost() throws Exception {
        WebEditHost host = staying();
        Frontend frontend = Frontend.framed(host.ipc());
        boolean[] closedFirst = new boolean[1];
        events.onBeforeShutdown().addListener(gone -> closedFirst[0] = frontend.isClosed());
        host.close();
        host.close();
        assertThat(frontend.closed()).isEqualTo(IpcClose.GOING_AWAY);
        assertThat(closedFirst).containsExactly(true);
    }

    @Test
    void frontendsFindTheHostStarted() throws Exception {
        boolean[] early = new boolean[1];
        events.onAfterStartup().addListener(host -> {
            WebEditHost started = (WebEditHost) host;
            early[0] = Frontend.framed(started.ipc()).isClosed();
        });
        try (WebEditHost host = staying()) {
            assertThat(early).containsExactly(true);
            assertThat(Frontend.framed(host.ipc()).isClosed()).isFalse();
        }
    }
}
