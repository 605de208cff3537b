package org.imodel4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.imodel4j.host.ConcurrentQueryConfig;
import org.imodel4j.host.IModelHost;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.host.QueryOrder;
import org.imodel4j.host.rpc.RpcAccess;
import org.imodel4j.host.rpc.RpcInterface;
import org.imodel4j.host.rpc.RpcLimits;
import org.imodel4j.host.rpc.RpcResult;
import org.imodel4j.host.rpc.WebRpcProtocol;
import org.imodel4j.json.JsonValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RpcOverHttpTest {
    private static final String PREFIX = "/app/v1/mode/1/context//imodel/undefined/changeset/0/";
    private static final RpcInterface GREETING = RpcInterface.named("GreetingRpcInterface", "1.2.0")
            .operation("greet", call -> RpcResult.json(JsonValue.of("Hello " + call.text(0))))
            .operation("fail", call -> {
                throw new IllegalStateException("secret");
            })
            .build();

    private final IModelHost host;
    private final ImodelServer server;

    RpcOverHttpTest(@TempDir Path cacheDir) {
        host = IModelHost.startup(IModelHostConfiguration.builder()
                .cacheDir(cacheDir)
                .environment(new JdkEnvironment())
                .build());
        RpcAccess access = (who, url, token) ->
                who.accessToken().equals("Bearer bad") ? RpcAccess.Decision.FORBIDDEN : RpcAccess.Decision.ALLOW;
        WebRpcProtocol protocol = new WebRpcProtocol(host, List.of(GREETING), access, RpcLimits.DEFAULT);
        server = ImodelServer.start(
                ServerOptions.defaults()
                        .withPort(0)
                        .withTimes(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(10)),
                List.of(new RpcRoute(protocol)),
                host::isValid);
    }

    @AfterEach
    void stop() {
        server.close();
        host.close();
    }

    private RawHttp.Answer call(String operation, String body, String... headers) throws IOException {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "X-Correlation-Id: test";
        all[headers.length + 1] = "Content-Type: text/plain";
        try (RawHttp http = new RawHttp(server.port())) {
            return http.post(
                            PREFIX + "GreetingRpcInterface-1.2.0-" + operation,
                            body.getBytes(StandardCharsets.UTF_8),
                            all)
                    .answer();
        }
    }

    @Test
    void callsReachTheirOperation() throws IOException {
        RawHttp.Answer answer = call("greet", "[\"Grüße\"]", "X-Protocol-Version: 2", "Accept-Encoding: gzip");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("\"Hello Grüße\"");
        assertThat(answer.header("X-Protocol-Version")).isEqualTo("2");
    }

    @Test
    void accessHookRefuses() throws IOException {
        assertThat(call("greet", "[\"x\"]", "Authorization: Bearer bad").status())
                .isEqualTo(403);
        assertThat(call("greet", "[\"x\"]", "Authorization: Bearer good").status())
                .isEqualTo(200);
    }

    @Test
    void brokenCallsAreRefusedAndLeaveTheServerServing() throws IOException {
        assertThat(call("greet", "[\"cut").status()).isEqualTo(500);
        assertThat(call("greet", "[".repeat(100_000)).status()).isGreaterThanOrEqualTo(400);
        assertThat(call("nothing", "[]").status()).isEqualTo(500);
        assertThat(call("fail", "[]").text()).contains("internal error").doesNotContain("secret");
        assertThat(call("greet", "[\"x\"]").text()).isEqualTo("\"Hello x\"");
    }

    @Test
    void bodyThatStopsArrivingIsAnsweredInTime() throws IOException {
        try (RawHttp http = new RawHttp(server.port())) {
            http.request(
                            "POST",
                            PREFIX + "GreetingRpcInterface-1.2.0-greet",
                            "X-Correlation-Id: x",
                            "Content-Type: text/plain",
                            "Content-Length: 100")
                    .send("[\"a");
            assertThat(http.answer().status()).isEqualTo(408);
        }
    }

    @Test
    void pingAnswersWhileEveryQueryThreadIsBusy() throws Exception {
        ConcurrentQueryConfig config = host.queries().config();
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch busy = new CountDownLatch(config.concurrent());
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < config.concurrent(); i++) {
            QueryOrder order = QueryOrder.of(new Object());
            clients.add(Thread.ofPlatform().start(() -> host.queries().run(order, ticket -> {
                busy.countDown();
                return await(release);
            })));
        }
        assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();
        try (RawHttp http = new RawHttp(server.port())) {
            assertThat(http.request("GET", "/ping").answer().text()).isEqualTo("Success");
            assertThat(http.request("GET", "/ready").answer().status()).isEqualTo(200);
        }
        release.countDown();
        for (Thread client : clients) {
            client.join();
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Test
    void hostThatClosedIsNotReady() throws IOException {
        host.close();
        try (RawHttp http = new RawHttp(server.port())) {
            assertThat(http.request("GET", "/ready").answer().status()).isEqualTo(503);
        }
    }
}
