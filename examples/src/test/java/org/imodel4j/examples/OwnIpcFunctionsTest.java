package org.imodel4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.imodel4j.host.FileNameResolver;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.host.nativeapp.NativeHost;
import org.imodel4j.host.web.WebEditHost;
import org.imodel4j.host.web.WebEditOptions;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonValue;
import org.imodel4j.server.ImodelServer;
import org.imodel4j.server.IpcAdmission;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnIpcFunctionsTest {
    private static final String IMODEL = "33333333-2222-4333-8444-555555555555";
    private static final String TOKEN = "{\"key\":\"building\",\"iTwinId\":\"\",\"iModelId\":\"" + IMODEL
            + "\",\"changeset\":{\"id\":\"\",\"index\":0}}";

    @TempDir
    private Path dir;

    private static String http(ImodelServer server) throws Exception {
        String path = "/app/v1/mode/1/context//imodel/" + IMODEL + "/changeset/0/WallRpcInterface-1.0.0-countWalls";
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Content-Type", "text/plain")
                .header("X-Correlation-Id", "example")
                .POST(HttpRequest.BodyPublishers.ofString("[" + TOKEN + ",\"Wall 0\"]"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    /** Sends messages and collects what comes back. */
    private static final class Page implements WebSocket.Listener {
        private final BlockingQueue<String> got = new LinkedBlockingQueue<>();

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

    private static String invoke(int number, String channel, String method, String data) {
        String message = "{\"type\":2,\"channel\":\"itwin." + channel + "\",\"method\":\"" + method + "\",\"data\":"
                + data + ",\"request\":" + (number + 1) + ",\"sequence\":" + number + "}";
        return Json.write(JsonArray.of(JsonValue.of(message), JsonValue.of(0L)));
    }

    @Test
    void functionsAndInterfacesOfAnApplicationAnswerOverBothWays() throws Exception {
        Path fixture = Path.of(System.getProperty("imodel4j.fixtures", ""), "building.bim");
        Path iModel = Files.copy(fixture, dir.resolve("building.bim"));
        IModelHostConfiguration configuration =
                IModelHostConfiguration.builder().cacheDir(dir.resolve("cache")).build();
        IpcAdmission admission = IpcAdmission.byToken(List.of());
        try (WebEditHost host = OwnIpcFunctions.start(configuration, iModel);
                ImodelServer server = OwnIpcFunctions.serve(host, admission, 0);
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(http(server)).isEqualTo("3");
            Page page = new Page();
            WebSocket socket = client.newWebSocketBuilder()
                    .buildAsync(URI.create(server.ipcUrl(admission)), page)
                    .join();
            String call = "[{\"definition\":{\"interfaceName\":\"WallRpcInterface\",\"interfaceVersion\":\"1.0.0\"},"
                    + "\"operation\":\"countWalls\",\"parameters\":[" + TOKEN + ",\"Wall 0\"],\"context\":{}}]";
            socket.sendText(invoke(0, "itwinjs-core/rpc-over-ipc", "request", call), true)
                    .join();
            assertThat(page.next()).contains("{\\\"result\\\":3}");
            socket.sendText(invoke(1, "walls", "countWalls", "[\"building\",\"Wall 0\"]"), true)
                    .join();
            assertThat(page.next()).contains("itwin.walls-events", "[\\\"wallsCounted\\\",3]");
            assertThat(page.next()).contains("{\\\"result\\\":3}");
            socket.abort();
        }
    }

    @Test
    void aNativeHostKeepsSettingsForItsFrontend() throws Exception {
        IModelHostConfiguration configuration =
                IModelHostConfiguration.builder().cacheDir(dir.resolve("cache")).build();
        IpcAdmission admission = IpcAdmission.byToken(List.of());
        try (NativeHost host = SmallestNativeHost.start(configuration);
                ImodelServer server = SmallestNativeHost.serve(host, admission);
                HttpClient client = HttpClient.newHttpClient()) {
            Page page = new Page();
            WebSocket socket = client.newWebSocketBuilder()
                    .buildAsync(URI.create(server.ipcUrl(admission)), page)
                    .join();
            socket.sendText(invoke(0, "itwinjs-core/nativeApp", "storageMgrOpen", "[\"example\"]"), true)
                    .join();
            assertThat(page.next()).contains("example.settings-db");
            socket.sendText(invoke(1, "itwinjs-core/nativeApp", "storageKeys", "[\"example.settings-db\"]"), true)
                    .join();
            assertThat(page.next()).contains("[\\\"last start\\\"]");
            socket.abort();
        }
    }

    @Test
    void aWebEditHostOpensTheFilesOfAFolder() throws Exception {
        Path fixture = Path.of(System.getProperty("imodel4j.fixtures", ""), "building.bim");
        Path folder = Files.createDirectory(dir.resolve("files"));
        String file =
                Files.copy(fixture, folder.resolve("building.bim")).toRealPath().toString();
        IModelHostConfiguration configuration = IModelHostConfiguration.builder()
                .cacheDir(dir.resolve("cache"))
                .snapshotFileNameResolver(FileNameResolver.filesBelow(List.of(folder)))
                .build();
        IpcAdmission admission = IpcAdmission.byToken(List.of());
        try (WebEditHost host = WebEditHost.startup(configuration, WebEditOptions.defaults());
                ImodelServer server = SmallestWebEditor.serve(host, admission);
                HttpClient client = HttpClient.newHttpClient()) {
            Page page = new Page();
            WebSocket socket = client.newWebSocketBuilder()
                    .buildAsync(URI.create(server.ipcUrl(admission)), page)
                    .join();
            String arguments = Json.write(JsonArray.of(JsonValue.of(file)));
            socket.sendText(invoke(0, "itwinjs-core/ipc-app", "openSnapshot", arguments), true)
                    .join();
            assertThat(page.next()).contains(IMODEL);
            socket.abort();
        }
    }
}
