package org.imodel4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.host.mobile.AndroidHost;
import org.imodel4j.host.mobile.DeviceToken;
import org.imodel4j.host.mobile.DownloadProgress;
import org.imodel4j.host.mobile.IOSHost;
import org.imodel4j.host.mobile.MobileHost;
import org.imodel4j.host.mobile.MobileHostOptions;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MobileExamplesTest {
    private static final String IMODEL = "33333333-2222-4333-8444-555555555555";
    private static final String TOKEN = "{\"key\":\"building\",\"iTwinId\":\"\",\"iModelId\":\"" + IMODEL
            + "\",\"changeset\":{\"id\":\"\",\"index\":0}}";

    @TempDir
    private Path dir;

    /** Starts one kind of host. */
    private interface Startup extends BiFunction<IModelHostConfiguration, MobileHostOptions, MobileHost> {}

    static Stream<Arguments> hosts() {
        return Stream.of(
                Arguments.of("ios", (Startup) MobileHost::startup),
                Arguments.of("ios", (Startup) IOSHost::startup),
                Arguments.of("android", (Startup) AndroidHost::startup));
    }

    private MobileHost start(DesktopShell shell, Startup startup) throws Exception {
        MobileHost host = startup.apply(
                IModelHostConfiguration.builder().cacheDir(dir.resolve("cache")).build(),
                shell.options(Duration.ofMinutes(5)));
        Path fixture = Path.of(System.getProperty("imodel4j.fixtures", ""), "building.bim");
        host.openIModels().serve(Files.copy(fixture, dir.resolve("building.bim")), "building");
        shell.attach(host);
        return host;
    }

    /** Sends requests and collects what comes back. */
    private static final class Page implements WebSocket.Listener {
        private final BlockingQueue<String> got = new LinkedBlockingQueue<>();

        static WebSocket open(MobileHost host, HttpClient client, Page page) {
            return client.newWebSocketBuilder()
                    .header("Origin", "http://localhost")
                    .buildAsync(URI.create("ws://localhost:" + host.port()), page)
                    .join();
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            got.add(data.toString());
            socket.request(1);
            return null;
        }

        String next() throws InterruptedException {
            return String.valueOf(got.poll(20, TimeUnit.SECONDS));
        }
    }

    private static String request(String id, String name, String operation, String parameters) {
        return Json.write(JsonObject.builder()
                .put("id", id)
                .put(
                        "operation",
                        JsonObject.builder()
                                .put("interfaceDefinition", name)
                                .put("operationName", operation)
                                .put("interfaceVersion", "1.0.0")
                                .build())
                .put(
                        "parameters",
                        JsonObject.builder()
                                .put("objects", parameters)
                                .put("data", JsonArray.EMPTY)
                                .build())
                .build());
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void functionsAndInterfacesOfAnApplicationAnswerUnchanged(String platform, Startup startup) throws Exception {
        DesktopShell shell = new DesktopShell();
        try (MobileHost host = start(shell, startup);
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(host.urlHash()).endsWith("&platform=" + platform);
            Page page = new Page();
            WebSocket socket = Page.open(host, client, page);
            socket.sendText(request("a", "WallRpcInterface", "countWalls", "[" + TOKEN + ",\"Wall 0\"]"), true)
                    .join();
            assertThat(page.next()).contains("\"objects\":\"3\"", "\"id\":\"a\"");
            String message = "[{\"type\":2,\"channel\":\"itwin.walls\",\"method\":\"countWalls\",\"data\":"
                    + "[\"building\",\"Wall 0\"],\"request\":1,\"sequence\":-1}]";
            socket.sendText(request("b", "__ipc__", "send", message), true).join();
            assertThat(page.next()).contains("itwin.walls-events", "[\\\"wallsCounted\\\",3]");
            assertThat(page.next()).contains("{\\\"result\\\":3}");
            shell.obey(host, "push walls good news");
            assertThat(page.next()).contains("\"interfaceName\":\"__push__\"", "good news");
            socket.abort();
        }
    }

    @Test
    void theDeviceDownloadsFilesAndKnowsTheUser() throws Exception {
        DesktopShell shell = new DesktopShell();
        try (MobileHost host = start(shell, AndroidHost::startup)) {
            Path from = dir.resolve("building.bim");
            Path to = dir.resolve("downloads/copy.bim");
            BlockingQueue<DownloadProgress> reports = new LinkedBlockingQueue<>();
            host.downloadFile(from.toUri().toString(), to, reports::add, null);
            assertThat(to).hasSameBinaryContentAs(from);
            assertThat(reports).last().extracting(DownloadProgress::percent).isEqualTo(100.0);
            assertThat(shell.device().getDownloadTasks()).hasSizeLessThanOrEqualTo(1);
            shell.obey(host, "token Bearer me");
            assertThat(host.getAccessToken()).isEqualTo("Bearer me");
            assertThat(shell.device().authGetAccessToken()).isEqualTo(new DeviceToken("Bearer me", null));
        }
    }
}
