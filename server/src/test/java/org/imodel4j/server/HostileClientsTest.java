package org.imodel4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostileClientsTest {
    private final ImodelServer server = ImodelServer.start(
            ServerOptions.defaults()
                    .withPort(0)
                    .withMaxBodyBytes(100_000)
                    .withTimes(Duration.ofMillis(400), Duration.ofMillis(400), Duration.ofSeconds(3)),
            List.of(new EchoRoute()),
            () -> true);

    /** Whatever a test did, the server still serves. */
    @AfterEach
    void stillServesAndStops() throws IOException {
        try (RawHttp http = new RawHttp(server.port())) {
            assertThat(http.post("/echo", new byte[] {'x'}).answer().text()).isEqualTo("x");
        }
        server.close();
    }

    private RawHttp connect() throws IOException {
        return new RawHttp(server.port());
    }

    @Test
    void bytesThatAreNoRequestAreRefused() throws IOException {
        try (RawHttp http = connect()) {
            assertThat(http.send("\0\1\2\3 nonsense\r\n\r\n").answer().status()).isEqualTo(400);
            assertThat(http.ended()).isTrue();
        }
    }

    @Test
    void headerFloodsAreRefused() throws IOException {
        try (RawHttp http = connect()) {
            String[] headers = new String[5000];
            for (int i = 0; i < headers.length; i++) {
                headers[i] = "X-Flood-" + i + ": " + "y".repeat(20);
            }
            assertThat(http.request("GET", "/echo", headers).answer().status()).isEqualTo(431);
        }
    }

    @Test
    void endlessPathsAreRefused() throws IOException {
        try (RawHttp http = connect()) {
            assertThat(http.request("GET", "/echo/" + "a".repeat(200_000))
                            .answer()
                            .status())
                    .isIn(414, 431);
        }
    }

    @Test
    void announcedBodiesBeyondTheLimitAreRefusedUnread() throws IOException {
        try (RawHttp http = connect()) {
            RawHttp.Answer answer =
                    http.request("POST", "/echo", "Content-Length: 99999999999").answer();
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.header("Connection")).isEqualTo("close");
        }
    }

    @Test
    void chunkedBodiesBeyondTheLimitAreRefused() throws IOException {
        try (RawHttp http = connect()) {
            http.request("POST", "/echo", "Transfer-Encoding: chunked");
            for (int i = 0; i < 11; i++) {
                http.send("2710\r\n" + "z".repeat(10_000) + "\r\n");
            }
            assertThat(http.answer().status()).isEqualTo(413);
        }
    }

    @Test
    void contradictoryLengthsAreRefused() throws IOException {
        try (RawHttp http = connect()) {
            assertThat(http.request("POST", "/echo", "Content-Length: 3", "Content-Length: 4")
                            .answer()
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void bodiesThatDribbleAreGivenUp() throws IOException {
        try (RawHttp http = connect()) {
            http.request("POST", "/echo", "Content-Length: 1000").send("a");
            assertThat(http.answer().status()).isEqualTo(408);
        }
    }

    @Test
    void headersThatDribbleAreGivenUp() throws Exception {
        try (RawHttp http = connect()) {
            http.send("GET /echo HTTP/1.1\r\nHost: test\r\nX-Slow: ");
            boolean ended = false;
            for (int i = 0; i < 100 && !ended; i++) {
                try {
                    http.send("s");
                    Thread.sleep(100);
                } catch (IOException e) {
                    ended = true;
                }
            }
            assertThat(ended).isTrue();
        }
    }

    @Test
    void clientsThatSendNothingMoreStillGetTheirAnswer() throws IOException {
        try (RawHttp http = connect()) {
            http.post("/echo", new byte[] {'h', 'i'}).closeOutput();
            assertThat(http.answer().text()).isEqualTo("hi");
        }
    }

    @Test
    void bodiesCutShortAreRefused() throws IOException {
        try (RawHttp http = connect()) {
            http.request("POST", "/echo", "Content-Length: 10").send("abc").closeOutput();
            assertThat(http.answer().status()).isEqualTo(400);
        }
    }

    @Test
    void clientsThatVanishLeaveNothingStuck() throws IOException {
        List<RawHttp> clients = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            RawHttp http = connect();
            clients.add(http);
            http.request("POST", "/echo", "Content-Length: 50000").send("abc");
        }
        for (RawHttp http : clients) {
            http.close();
        }
    }
}
