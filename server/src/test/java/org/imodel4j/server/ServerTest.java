package org.imodel4j.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPInputStream;
import org.imodel4j.error.IModelException;
import org.imodel4j.host.rpc.WebRequest;
import org.imodel4j.host.rpc.WebResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServerTest {
    private final AtomicBoolean ready = new AtomicBoolean(true);
    private ImodelServer server = start(ServerOptions.defaults().withPort(0));

    private ImodelServer start(ServerOptions options) {
        return ImodelServer.start(options, List.of(new EchoRoute()), ready::get);
    }

    @BeforeEach
    void isUp() {
        assertThat(server.port()).isPositive();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private RawHttp.Answer get(String path, String... headers) throws IOException {
        try (RawHttp http = new RawHttp(server.port())) {
            return http.request("GET", path, headers).answer();
        }
    }

    private RawHttp.Answer post(String path, byte[] body, String... headers) throws IOException {
        try (RawHttp http = new RawHttp(server.port())) {
            return http.post(path, body, headers).answer();
        }
    }

    @Test
    void pingAndReadyAnswer() throws IOException {
        assertThat(get("/ping").status()).isEqualTo(200);
        assertThat(get("/ping").text().trim()).isEqualTo("Success");
        assertThat(get("/ready").status()).isEqualTo(200);
        ready.set(false);
        assertThat(get("/ready").status()).isEqualTo(503);
        assertThat(get("/ping").status()).isEqualTo(200);
    }

    @Test
    void pathsArriveAsTheyWereSent() throws IOException {
        String path = "/echo/path/context//imodel/a%2Fb/c%252Fd;x=1/QUJD+/=&-1.0-op";
        assertThat(get(path + "?parameters=a%2Bb%3D").text()).isEqualTo(path + "?parameters=a%2Bb%3D");
    }

    @Test
    void dotSegmentsAreRefused() throws IOException {
        assertThat(get("/echo/%2e%2e/%2e%2e/etc/passwd").status()).isEqualTo(400);
    }

    @Test
    void bodiesOfManyMegabytesComeBackWhole() throws IOException {
        byte[] body = new byte[9_000_001];
        for (int i = 0; i < body.length; i++) {
            body[i] = (byte) (i * 31 + (i >> 9));
        }
        RawHttp.Answer answer = post("/echo/octets", body, "Accept-Encoding: gzip");
        assertThat(answer.header("Content-Encoding")).isEmpty();
        assertThat(answer.body()).isEqualTo(body);
    }

    @Test
    void longTextIsCompressedForThoseWhoAskForIt() throws IOException {
        byte[] body = "[1,2,3],".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        RawHttp.Answer answer = post("/echo", body, "Accept-Encoding: br, gzip;q=0.9");
        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(answer.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(answer.body().length).isLessThan(body.length / 20);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
                .isEqualTo(body);
        assertThat(post("/echo", body, "Accept-Encoding: gzip;q=0").body()).isEqualTo(body);
        assertThat(post("/echo", body).header("Content-Encoding")).isEmpty();
    }

    @Test
    void compressionIsReusedWithoutATrace() throws IOException {
        for (int i = 1; i < 30; i++) {
            byte[] body = ("row " + i + ",").repeat(700 * i).getBytes(StandardCharsets.UTF_8);
            RawHttp.Answer answer = post("/echo", body, "Accept-Encoding: gzip");
            assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
                    .isEqualTo(body);
        }
    }

    @Test
    void lengthOfTheRouteYieldsToCompression() throws IOException {
        byte[] body = "[1,2,3],".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        RawHttp.Answer answer = post("/echo/sized", body, "Accept-Encoding: gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
                .isEqualTo(body);
        assertThat(post("/echo/sized", body).header("Content-Length")).isEqualTo(String.valueOf(body.length));
    }

    @Test
    void emptyAndShortBodiesAreNotCompressed() throws IOException {
        RawHttp.Answer empty = post("/echo", new byte[0], "Accept-Encoding: gzip");
        assertThat(empty.header("Content-Encoding")).isEmpty();
        assertThat(empty.header("Content-Length")).isEqualTo("0");
        assertThat(post("/echo", new byte[] {'1'}, "Accept-Encoding: gzip").text())
                .isEqualTo("1");
    }

    @Test
    void pagesOfOtherOriginsMayReadWhatFrontendsNeed() throws IOException {
        RawHttp.Answer answer = get("/echo");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.header("Access-Control-Expose-Headers")).isEqualTo("X-Protocol-Version, Retry-After");
        assertThat(get("/nowhere").header("Access-Control-Allow-Origin")).isEqualTo("*");
    }

    @Test
    void preflightIsAnsweredOnAnyPath() throws IOException {
        for (String path : List.of("/", "/nowhere", "/x/InitializeInterface-1.0.0-initialize", "/echo")) {
            try (RawHttp http = new RawHttp(server.port())) {
                RawHttp.Answer answer =
                        http.request("OPTIONS", path, "Origin: https://x").answer();
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.header("Access-Control-Allow-Headers"))
                        .contains("X-Protocol-Version", "Authorization");
                assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo("POST, GET, OPTIONS");
            }
        }
    }

    @Test
    void defectsAreNotShownToClients() throws IOException {
        RawHttp.Answer answer = post("/echo/fails", new byte[0]);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).isEqualTo("Internal error");
        assertThat(answer.headers()).doesNotContainKeys("server", "x-powered-by");
    }

    @Test
    void oneConnectionServesManyRequests() throws IOException {
        try (RawHttp http = new RawHttp(server.port())) {
            for (int i = 0; i < 50; i++) {
                byte[] body = ("request " + i).getBytes(StandardCharsets.UTF_8);
                assertThat(http.post("/echo", body).answer().body()).isEqualTo(body);
            }
        }
    }

    @Test
    void listensOnTheLoopbackAddressUnlessToldOtherwise() {
        assertThat(server.url()).isEqualTo("http://127.0.0.1:" + server.port());
        try (ImodelServer open =
                start(ServerOptions.defaults().withHost("0.0.0.0").withPort(0))) {
            assertThat(open.url()).isEqualTo("http://localhost:" + open.port());
        }
    }

    @Test
    void takenPortIsReportedAndLeavesNothingBehind() {
        ServerOptions taken = ServerOptions.defaults().withPort(server.port());
        assertThatThrownBy(() -> start(taken))
                .isInstanceOf(IModelException.class)
                .hasMessageContaining("port=" + server.port());
    }

    @Test
    void closingWaitsForTheRequestInProgress() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        WebRoute slow = new WebRoute() {
            @Override
            public boolean handles(WebRequest request) {
                return true;
            }

            @Override
            public void handle(WebRequest request, WebResponse response) throws IOException {
                inside.countDown();
                try {
                    assertThat(release.await(20, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                response.start(200, java.util.Map.of()).write("done".getBytes(StandardCharsets.UTF_8));
            }
        };
        ImodelServer closing = ImodelServer.start(ServerOptions.defaults().withPort(0), List.of(slow), () -> true);
        try (RawHttp http = new RawHttp(closing.port())) {
            http.request("GET", "/x");
            assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
            Thread stopper = Thread.ofPlatform().start(closing::close);
            release.countDown();
            assertThat(http.answer().text()).isEqualTo("done");
            stopper.join();
        }
    }

    @Test
    void closingDoesNotWaitForEverForARequestThatHangs() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        WebRoute hanging = new WebRoute() {
            @Override
            public boolean handles(WebRequest request) {
                return true;
            }

            @Override
            public void handle(WebRequest request, WebResponse response) throws IOException {
                inside.countDown();
                try {
                    never.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        };
        ServerOptions impatient = ServerOptions.defaults().withPort(0).withStopTime(Duration.ofMillis(200));
        ImodelServer closing = ImodelServer.start(impatient, List.of(hanging), () -> true);
        try (RawHttp http = new RawHttp(closing.port())) {
            http.request("GET", "/x");
            assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
            closing.close();
            assertThat(http.ended()).isTrue();
        } finally {
            never.countDown();
        }
    }
}
