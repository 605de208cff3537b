package org.imodel4j.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.host.ServedIModel;
import org.imodel4j.host.rpc.RpcInterface;
import org.imodel4j.host.rpc.RpcResult;
import org.imodel4j.host.web.WebViewerHost;
import org.imodel4j.host.web.WebViewerOptions;
import org.imodel4j.server.ImodelServer;
import org.imodel4j.server.RpcRoute;
import org.imodel4j.server.ServerOptions;
import org.imodel4j.testkit.Fixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RpcServletTest {
    private static final int MAX_BODY = 6 << 20;
    private static final List<String> COMPARED =
            List.of("content-type", "content-length", "cache-control", "retry-after", "x-protocol-version");

    private final CountDownLatch abandoned = new CountDownLatch(1);
    private final RpcInterface probing = RpcInterface.named("ProbingRpcInterface", "1.0.0")
            .operation(
                    "isOnVirtualThread",
                    call -> RpcResult.bool(Thread.currentThread().isVirtual()))
            .operation("echo", call -> RpcResult.bytes(call.bytes(0)))
            .operation("fail", call -> {
                throw new IllegalStateException("secret");
            })
            .operation(
                    "breakOff",
                    call -> new RpcResult.Streamed(out -> {
                        out.write(new byte[1 << 20]);
                        throw new IllegalStateException("secret");
                    }))
            .operation("endless", call -> {
                call.whenAbandoned(abandoned::countDown);
                return new RpcResult.Streamed(out -> {
                    while (true) {
                        out.write(new byte[1 << 16]);
                    }
                });
            })
            .build();

    @TempDir
    private Path dir;

    private WebViewerHost host;
    private ServedIModel iModel;
    private ImodelServer server;
    private Container container;

    @BeforeEach
    void start() throws Exception {
        host = WebViewerHost.startup(
                IModelHostConfiguration.builder().cacheDir(dir.resolve("cache")).build(),
                WebViewerOptions.defaults().with(probing));
        iModel = host.openIModels().serve(Fixtures.copy("building.bim", dir), "building");
        server = ImodelServer.start(
                ServerOptions.defaults()
                        .withPort(0)
                        .withMaxBodyBytes(MAX_BODY)
                        .withTimes(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(10)),
                List.of(new RpcRoute(host.rpc())),
                host::isValid);
        container = new Container(
                dir,
                new RpcServlet(
                        host.rpc(),
                        RpcServletOptions.defaults()
                                .withMaxBodyBytes(MAX_BODY)
                                .withBodyTime(Duration.ofSeconds(2))
                                .withCrossOrigin(true)));
    }

    @AfterEach
    void stop() throws Exception {
        container.close();
        server.close();
        host.close();
    }

    private String path(String operation) {
        return "/rpc/app/v1/mode/1/context//imodel/" + iModel.iModelId() + "/changeset/0/" + operation;
    }

    private String token() {
        return "{\"key\":\"building\",\"iTwinId\":\"" + iModel.iTwinId() + "\",\"iModelId\":\"" + iModel.iModelId()
                + "\",\"changeset\":{\"id\":\"\",\"index\":0}}";
    }

    private byte[] post(String operation, String body, String... headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        List<String> more =
                List.of("X-Correlation-Id: test", "Content-Type: text/plain", "Content-Length: " + bytes.length);
        String[] all = Stream.concat(Arrays.stream(headers), more.stream()).toArray(String[]::new);
        return Exchange.request("POST", path(operation), bytes, all);
    }

    private byte[] query(String ecsql, int rows) {
        return post(
                "IModelReadRpcInterface-3.8.0-queryRows",
                "[" + token() + ",{\"query\":\"" + ecsql + "\",\"limit\":{\"count\":" + rows + "}}]",
                "X-Protocol-Version: 2");
    }

    /** The answer of the servlet, which the server has to give too; what a query cost is not compared. */
    private Exchange same(byte[] request) throws IOException {
        Exchange ours = Exchange.with(container.port(), request, false);
        Exchange other = Exchange.with(server.port(), request, false);
        assertThat(ours.status()).isEqualTo(other.status());
        assertThat(withoutCosts(ours.text())).isEqualTo(withoutCosts(other.text()));
        assertThat(ours.complete()).isEqualTo(other.complete());
        for (String header : COMPARED) {
            if (!header.equals("content-length") || !ours.text().contains("\"stats\"")) {
                assertThat(String.valueOf(ours.headers().get(header)).replace("; ", ";"))
                        .as(header)
                        .isEqualToIgnoringCase(
                                String.valueOf(other.headers().get(header)).replace("; ", ";"));
            }
        }
        other.headers().forEach((name, value) -> {
            if (name.startsWith("access-control")) {
                assertThat(ours.headers()).containsEntry(name, value);
            }
        });
        return ours;
    }

    private static String withoutCosts(String text) {
        return text.replaceAll("\"(cpuTime|totalTime|memUsed|prepareTime|timeLimit)\":\\d+", "\"$1\":0");
    }

    @Test
    void iModelsAreOpened() throws IOException {
        Exchange answer = same(post("SnapshotIModelRpcInterface-2.0.0-openRemote", "[\"building\"]"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains(iModel.iModelId());
        assertThat(same(post(
                                "IModelReadRpcInterface-3.8.0-getConnectionProps",
                                "[" + token() + "]",
                                "X-Protocol-Version: 2"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void queriesAreAnswered() throws IOException {
        Exchange answer = same(query("SELECT count(*) FROM bis.Element", 1));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("[[274]]");
    }

    @Test
    void largeAnswersAreStreamed() throws IOException {
        Exchange answer =
                same(query("SELECT a.ECInstanceId, b.ECInstanceId FROM bis.Element a, bis.Element b", 60_000));
        assertThat(answer.body().length).isGreaterThan(500_000);
        assertThat(answer.headers()).containsEntry("transfer-encoding", "chunked");
        assertThat(answer.complete()).isTrue();
    }

    @Test
    void argumentsMayComeInThePath() throws IOException {
        String parameters =
                Base64.getEncoder().encodeToString(("[" + token() + "]").getBytes(StandardCharsets.ISO_8859_1));
        Exchange answer = same(Exchange.request(
                "GET",
                path("IModelReadRpcInterface-3.8.0-getConnectionProps") + "?parameters="
                        + parameters.replace("=", "%3D").replace("+", "%2B").replace("/", "%2F"),
                new byte[0],
                "X-Correlation-Id: test"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("rootSubject");
    }

    @Test
    void bytesReachTheirOperation() throws IOException {
        byte[] body = new byte[1 << 20];
        Arrays.fill(body, (byte) 7);
        assertThat(same(Exchange.request(
                                "POST",
                                path("ProbingRpcInterface-1.0.0-echo"),
                                body,
                                "X-Correlation-Id: test",
                                "Content-Type: application/octet-stream",
                                "Content-Length: " + body.length))
                        .body())
                .isEqualTo(body);
    }

    @Test
    void whatIsNoCallIsRefused() throws IOException {
        assertThat(same(post("IModelReadRpcInterface-3.8.0-queryRows", "[\"cut"))
                        .status())
                .isEqualTo(500);
        assertThat(same(post("IModelReadRpcInterface-3.8.0-queryRows", "[".repeat(100_000)))
                        .status())
                .isGreaterThanOrEqualTo(400);
        assertThat(same(post("IModelReadRpcInterface-3.8.0-nothing", "[]")).status())
                .isEqualTo(500);
        assertThat(same(post("IModelReadRpcInterface", "[]", "X-Protocol-Version: 2"))
                        .status())
                .isGreaterThanOrEqualTo(400);
        assertThat(same(Exchange.request("POST", "/rpc/", new byte[0], "Content-Length: 0"))
                        .status())
                .isEqualTo(400);
        assertThat(same(Exchange.request("GET", "/rpc/page.html", new byte[0])).status())
                .isEqualTo(404);
        assertThat(same(Exchange.request("PUT", "/rpc/page.html", new byte[0], "Content-Length: 0"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void failuresOfOperationsKeepTheirSecrets() throws IOException {
        assertThat(same(post("ProbingRpcInterface-1.0.0-fail", "[]")).text())
                .contains("internal error")
                .doesNotContain("secret");
    }

    @Test
    void browsersMayAskFirst() throws IOException {
        Exchange answer = same(Exchange.request("OPTIONS", path("any"), new byte[0], "Origin: http://page"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsKey("access-control-allow-headers");
    }

    @Test
    void bodiesBeyondTheBoundAreRefused() throws IOException {
        assertThat(same(Exchange.request(
                                "POST",
                                path("ProbingRpcInterface-1.0.0-echo"),
                                new byte[0],
                                "X-Correlation-Id: test",
                                "Content-Length: 99999999999"))
                        .status())
                .isEqualTo(413);
        assertThat(same(post("ProbingRpcInterface-1.0.0-echo", "[\"" + "x".repeat(5 << 20) + "\"]"))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void bodiesThatDoNotArriveAreGivenUp() throws IOException {
        byte[] cut = Exchange.request(
                "POST",
                path("ProbingRpcInterface-1.0.0-echo"),
                "[\"a".getBytes(StandardCharsets.US_ASCII),
                "X-Correlation-Id: test",
                "Content-Type: text/plain",
                "Content-Length: 100");
        // The text is the container's own.
        for (int port : List.of(container.port(), server.port())) {
            assertThat(Exchange.with(port, cut, false).status()).isEqualTo(408);
            assertThat(Exchange.with(port, cut, true).status()).isEqualTo(400);
        }
    }

    @Test
    void bodiesThatDribbleAreGivenUp() throws Exception {
        byte[] start = Exchange.request(
                "POST",
                path("ProbingRpcInterface-1.0.0-echo"),
                new byte[0],
                "X-Correlation-Id: test",
                "Content-Type: text/plain",
                "Content-Length: 1000");
        try (Socket socket = new Socket("127.0.0.1", container.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(start);
            Thread dribble = Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        socket.getOutputStream().write(' ');
                        Thread.sleep(100);
                    }
                } catch (IOException | InterruptedException e) {
                    // The servlet has answered.
                }
            });
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 408");
            dribble.interrupt();
        }
    }

    @Test
    void answerThatCanNotBeCompletedIsNotEnded() throws IOException {
        assertThat(Exchange.with(container.port(), post("ProbingRpcInterface-1.0.0-breakOff", "[]"), false)
                        .complete())
                .isFalse();
    }

    @Test
    void clientThatGoesAwayEndsItsQuery() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", container.port())) {
            socket.getOutputStream().write(post("ProbingRpcInterface-1.0.0-endless", "[]"));
            assertThat(socket.getInputStream().readNBytes(1000)).hasSize(1000);
        }
        assertThat(abandoned.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void requestsRunOnTheThreadsOfTheContainer() throws IOException {
        assertThat(same(post("ProbingRpcInterface-1.0.0-isOnVirtualThread", "[]"))
                        .text())
                .isEqualTo("true");
    }
}
