package org.imodel4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.imodel4j.cli.output.Terminal;
import org.imodel4j.error.IModelException;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.server.IpcAdmission;
import org.imodel4j.server.ServerOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServingTest {
    @TempDir
    private Path dir;

    private Path copy(String fixture, String to) throws IOException {
        Path target = dir.resolve(to);
        Files.createDirectories(target.getParent());
        return Files.copy(Path.of(System.getProperty("imodel4j.fixtures", ""), fixture), target);
    }

    private Serving serve(Path... files) {
        return serve(null, files);
    }

    private Serving serve(@Nullable Editing editing, Path... files) {
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                new ByteArrayOutputStream(),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                false,
                false,
                false);
        return Serving.start(
                terminal, List.of(files), ServerOptions.defaults().withPort(0), dir.resolve("cache"), editing);
    }

    private static JsonObject ready(Serving serving) {
        assertThat(serving.readyLine()).startsWith("READY {").doesNotContain("\n");
        return (JsonObject) Json.parse(serving.readyLine().substring(6));
    }

    private static HttpResponse<String> get(Serving serving, String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(serving.server().url() + path)));
    }

    private static HttpResponse<String> post(Serving serving, String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(serving.server().url() + path))
                .header("Content-Type", "text/plain")
                .header("X-Correlation-Id", "test")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void oneFileIsNamedAtTheTopOfTheReadyLine() throws Exception {
        try (Serving serving = serve(copy("building.bim", "tower.bim"))) {
            JsonObject ready = ready(serving);
            assertThat(ready.text("key")).isEqualTo("tower");
            assertThat(ready.text("iModelId")).hasSize(36);
            assertThat(ready.text("url")).isEqualTo(serving.server().url());
            assertThat(ready.text("read")).matches("IModelReadRpcInterface-3\\.\\d+\\.\\d+");
            assertThat(ready.text("tile")).matches("IModelTileRpcInterface-3\\.\\d+\\.\\d+");
            JsonArray all = Objects.requireNonNull(ready.array("iModels"));
            assertThat(((JsonObject) all.get(0)).text("file")).endsWith("tower.bim");
        }
    }

    @Test
    void severalFilesStandInTheListOnly() throws Exception {
        try (Serving serving = serve(copy("building.bim", "s/a.bim"), copy("located.bim", "s/b.bim"))) {
            JsonObject ready = ready(serving);
            assertThat(ready.get("key")).isNull();
            assertThat(ready.array("iModels")).isNotNull();
            assertThat(Json.parse(get(serving, "/page/imodels").body()))
                    .isInstanceOfSatisfying(
                            JsonArray.class, list -> assertThat(list.items()).hasSize(2));
        }
    }

    @Test
    void frontendsReachTheServedFile() throws Exception {
        try (Serving serving = serve(copy("building.bim", "tower.bim"))) {
            JsonObject ready = ready(serving);
            String token = "{\"key\":\"tower\",\"iTwinId\":\"" + ready.text("iTwinId") + "\",\"iModelId\":\""
                    + ready.text("iModelId") + "\",\"changeset\":{\"id\":\"\",\"index\":0}}";
            String path = "/x/v1/mode/1/context/" + ready.text("iTwinId") + "/imodel/" + ready.text("iModelId")
                    + "/changeset/0/" + ready.text("read");
            assertThat(post(serving, path + "-getConnectionProps", "[" + token + "]")
                            .body())
                    .contains("\"rootSubject\"");
            HttpResponse<String> rows = post(
                    serving,
                    path + "-queryRows",
                    "[" + token + ",{\"query\":\"SELECT COUNT(*) FROM bis.Element\",\"valueFormat\":0}]");
            assertThat(rows.body()).contains("\"data\":[[274]]");
        }
    }

    @Test
    void sampleIsServedWithoutAFile() throws Exception {
        try (Serving serving = serve()) {
            assertThat(ready(serving).text("key")).isEqualTo("sample");
        }
    }

    @Test
    void theSampleIsMadeOnceAndKept() throws Exception {
        for (int i = 0; i < 2; i++) {
            serve().close();
        }
        try (Stream<Path> files = Files.walk(dir.resolve("cache/samples"))) {
            List<Path> found = files.filter(Files::isRegularFile).toList();
            assertThat(found).filteredOn(file -> file.endsWith("sample.bim")).hasSize(1);
            assertThat(found).allSatisfy(file -> assertThat(file.getFileName().toString())
                    .startsWith("sample.bim"));
            assertThat(found).noneSatisfy(file -> assertThat(file.toString()).matches(".*sample\\.bim\\.[0-9]+.*"));
        }
    }

    @Test
    void firstPageAsksNothingOfOtherHosts() throws Exception {
        try (Serving serving = serve()) {
            HttpResponse<String> page = get(serving, "/");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'");
            for (String part : List.of("/page/page.js", "/page/page.css", "/page/icon.svg")) {
                assertThat(page.body()).contains(part);
                HttpResponse<String> answer = get(serving, part);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).doesNotContainPattern("https?://(?!www\\.w3\\.org/2000/svg)");
            }
            assertThat(get(serving, "/page/../Imodel.class").statusCode()).isIn(400, 404);
            assertThat(get(serving, "/page/page.js.map").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void pageLearnsWhereAnEcsqlTextBreaks() throws Exception {
        try (Serving serving = serve()) {
            JsonObject place = (JsonObject)
                    Json.parse(post(serving, "/page/check", "SELECT\n 1,,2").body());
            assertThat(Json.write(Objects.requireNonNull(place.get("line")))).isEqualTo("2");
            assertThat(post(serving, "/page/check", "SELECT 1").body()).isEqualTo("{}");
        }
    }

    @Test
    void twoFilesOfOneIModelAreRefusedByName() throws Exception {
        Path one = copy("building.bim", "one.bim");
        Path two = copy("building.bim", "two.bim");
        assertThatThrownBy(() -> serve(one, two))
                .isInstanceOf(IModelException.class)
                .hasMessageContaining("one.bim")
                .hasMessageContaining("two.bim");
    }

    @Test
    void failedStartLeavesNothingBehind() throws Exception {
        Path broken = Files.writeString(dir.resolve("broken.bim"), "no database at all".repeat(500));
        Path good = copy("building.bim", "good.bim");
        assertThatThrownBy(() -> serve(good, broken)).hasMessageContaining("broken.bim");
        try (Serving serving = serve(good)) {
            assertThat(get(serving, "/ready").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void editingHasAWebsocketOnTheSamePort() throws Exception {
        Editing editing = new Editing(List.of(), IpcAdmission.byToken(List.of()), Duration.ZERO, false);
        try (Serving serving = serve(editing, copy("building.bim", "tower.bim"));
                HttpClient client = HttpClient.newHttpClient()) {
            String ipcUrl = Objects.requireNonNull(ready(serving).text("ipcUrl"));
            assertThat(ipcUrl).startsWith(serving.server().url().replace("http", "ws") + "/ipc?token=");
            WebSocket socket = client.newWebSocketBuilder()
                    .buildAsync(URI.create(ipcUrl), new WebSocket.Listener() {})
                    .join();
            socket.abort();
            serving.awaitEnd();
            assertThat(get(serving, "/ready").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void servingWithoutEditingHasNoWebsocket() throws Exception {
        try (Serving serving = serve()) {
            assertThat(ready(serving).get("ipcUrl")).isNull();
        }
    }

    @Test
    void thePageOfAnEditHostIsGivenItsWebsocketAndForTheTokenACookie() throws Exception {
        IpcAdmission admission = IpcAdmission.byToken(List.of());
        Editing editing = new Editing(List.of(), admission, Duration.ofDays(1), true);
        try (Serving serving = serve(editing, copy("building.bim", "building.bim"))) {
            assertThat(get(serving, "/page/ipc").body()).isEqualTo("{\"path\":\"/ipc\"}");
            assertThat(get(serving, "/").headers().firstValue("set-cookie")).isEmpty();
            assertThat(get(serving, "/" + admission.query())
                            .headers()
                            .firstValue("set-cookie")
                            .orElse(""))
                    .contains("HttpOnly; SameSite=Strict");
        }
        try (Serving serving = serve(copy("empty.bim", "empty.bim"))) {
            assertThat(get(serving, "/page/ipc").body()).isEqualTo("{}");
        }
    }
}
