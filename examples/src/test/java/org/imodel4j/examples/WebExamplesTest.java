package org.imodel4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.host.web.WebViewerHost;
import org.imodel4j.host.web.WebViewerOptions;
import org.imodel4j.server.ImodelServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebExamplesTest {
    private static final String IMODEL = "33333333-2222-4333-8444-555555555555";
    private static final String TOKEN = "{\"key\":\"building\",\"iTwinId\":\"\",\"iModelId\":\"" + IMODEL
            + "\",\"changeset\":{\"id\":\"\",\"index\":0}}";

    @TempDir
    private Path dir;

    private Path building() throws IOException {
        Path fixture = Path.of(System.getProperty("imodel4j.fixtures", ""), "building.bim");
        return Files.copy(fixture, dir.resolve("building.bim"));
    }

    private WebViewerHost host(WebViewerOptions options) {
        return WebViewerHost.startup(
                IModelHostConfiguration.builder().cacheDir(dir.resolve("cache")).build(), options);
    }

    private static String call(ImodelServer server, String operation, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        server.url() + "/app/v1/mode/1/context//imodel/" + IMODEL + "/changeset/0/" + operation))
                .header("Content-Type", "text/plain")
                .header("X-Correlation-Id", "example")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    @Test
    void smallestViewerAnswersFrontends() throws Exception {
        try (WebViewerHost host = host(WebViewerOptions.defaults());
                ImodelServer server = SmallestWebViewer.serve(host, building(), 0)) {
            assertThat(call(server, "SnapshotIModelRpcInterface-2.0.0-openRemote", "[\"building\"]"))
                    .contains("\"key\":\"building\"", IMODEL);
        }
    }

    @Test
    void ownInterfaceStandsBesideTheBuiltInOnes() throws Exception {
        try (WebViewerHost host = host(OwnRpcInterface.options());
                ImodelServer server = SmallestWebViewer.serve(host, building(), 0)) {
            assertThat(call(server, "WallRpcInterface-1.0.0-countWalls", "[" + TOKEN + ",\"Wall 0\"]"))
                    .isEqualTo("{\"walls\":3}");
            assertThat(call(server, "IModelReadRpcInterface-3.8.0-getConnectionProps", "[" + TOKEN + "]"))
                    .contains("\"rootSubject\"");
        }
    }
}
