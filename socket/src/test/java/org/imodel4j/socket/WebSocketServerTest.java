package org.imodel4j.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.imodel4j.socket.Bytes.frame;
import static org.imodel4j.socket.Bytes.hex;
import static org.imodel4j.socket.Bytes.joined;
import static org.imodel4j.socket.Bytes.text;
import static org.imodel4j.socket.Bytes.utf8;

import java.io.EOFException;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.imodel4j.error.IModelException;
import org.imodel4j.host.HostEnvironment;
import org.imodel4j.host.ipc.IpcClose;
import org.imodel4j.host.ipc.IpcTransport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebSocketServerTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(300);

    /** One time is short in each, so that a slow machine runs into no other. */
    private static final SocketOptions SHORT_HANDSHAKE =
            SocketOptions.defaults().withTimes(SHORT, LONG, LONG, LONG);

    private static final SocketOptions SHORT_WRITES = SocketOptions.defaults().withTimes(LONG, SHORT, LONG, LONG);
    private static final SocketOptions SHORT_SILENCE = SocketOptions.defaults().withTimes(LONG, LONG, SHORT, LONG);
    private static final SocketOptions SHORT_END = SocketOptions.defaults().withTimes(LONG, LONG, LONG, SHORT);

    private final Echo echo = new Echo();
    private @Nullable WebSocketServer server;

    private int start(SocketOptions options) {
        WebSocketServer started = WebSocketServer.start(HostEnvironment.portable(), options, 0, "", echo);
        server = started;
        return started.number();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private IpcTransport taken() throws InterruptedException {
        IpcTransport transport = echo.came.poll(20, TimeUnit.SECONDS);
        assertThat(transport).isNotNull();
        return transport;
    }

    private void awaitGone() throws InterruptedException {
        assertThat(echo.went.poll(20, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void echoesAndConfirmsTheEnd() throws Exception {
        try (RawClient client = RawClient.open(start(SocketOptions.defaults()))) {
            client.send(text("Hello"));
            assertThat(client.frame().payload()).isEqualTo(utf8("Hello"));
            client.send(frame(0x88, hex("0fa0")));
            assertThat(client.closeCode()).isEqualTo(4000);
            assertThat(client.in.read()).isEqualTo(-1);
        }
        awaitGone();
    }

    @Test
    void listensOnBothAddressesOfThisDeviceOnly() throws Exception {
        int port = start(SocketOptions.defaults());
        for (InetAddress address : InetAddress.getAllByName("localhost")) {
            new Socket(address, port).close();
        }
        List<java.net.NetworkInterface> all = java.net.NetworkInterface.networkInterfaces()
                .filter(each -> !each.getName().startsWith("lo"))
                .toList();
        for (java.net.NetworkInterface each : all) {
            for (InetAddress address : each.inetAddresses().toList()) {
                if (!(address instanceof Inet6Address)) {
                    assertThatThrownBy(() -> new Socket(address, port)).isInstanceOf(IOException.class);
                }
            }
        }
    }

    @Test
    void refusesAPortThatIsTaken() {
        int port = start(SocketOptions.defaults());
        assertThatThrownBy(() ->
                        WebSocketServer.start(HostEnvironment.portable(), SocketOptions.defaults(), port, "", echo))
                .isInstanceOf(IModelException.class)
                .hasMessageContaining("port");
    }

    @Test
    void freesItsPortWhenItCloses() {
        int port = start(SocketOptions.defaults());
        stop();
        server = WebSocketServer.start(HostEnvironment.portable(), SocketOptions.defaults(), port, "", echo);
        assertThat(server.number()).isEqualTo(port);
    }

    @Test
    void answersPingsAlsoInsideOfMessages() throws Exception {
        try (RawClient client = RawClient.open(start(SocketOptions.defaults()))) {
            client.send(joined(frame(0x01, utf8("a")), frame(0x89, utf8("here?")), frame(0x80, utf8("b"))));
            FrameReader.Message pong = client.frame();
            assertThat(pong.kind()).isEqualTo(0x8a);
            assertThat(pong.payload()).isEqualTo(utf8("here?"));
            assertThat(client.frame().payload()).isEqualTo(utf8("ab"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a frame without mask, 8105 48656c6c6f, 1002",
        "text that is no UTF-8, 8181 00000000 ff, 1007",
        "a frame that is too large, 82ff 0000000fffffffff 00000000, 1009",
        "an end with a wrong code, 8882 00000000 03ee, 1002",
        "an end with half a code, 8881 00000000 03, 1002",
    })
    void tellsTheReasonOfAnEnd(String what, String bytes, int code) throws Exception {
        try (RawClient client = RawClient.open(start(SocketOptions.defaults()))) {
            client.send(joined(hex(bytes), new byte[100_000]));
            assertThat(client.closeCode()).as(what).isEqualTo(code);
        }
        awaitGone();
    }

    @Test
    void answersARequestThatItRefuses() throws Exception {
        try (RawClient client = new RawClient(start(SocketOptions.defaults()))) {
            client.send(utf8(HandshakeTest.REQUEST.replace("http://localhost:8080", "https://foreign.example")));
            assertThat(client.head()).startsWith("HTTP/1.1 403 ");
        }
        assertThat(echo.came).isEmpty();
    }

    @Test
    void cutsOffWhoNeverCompletesItsRequest() throws Exception {
        try (RawClient client = new RawClient(start(SHORT_HANDSHAKE))) {
            client.send(utf8("GET / HTTP/1.1\r\n"));
            assertThat(client.in.read()).isEqualTo(-1);
        }
    }

    @Test
    void asksWhoIsSilentAndCutsItOffWithoutAnAnswer() throws Exception {
        try (RawClient client = RawClient.open(start(SHORT_SILENCE))) {
            assertThat(client.frame().kind()).isEqualTo(0x89);
            client.send(frame(0x8a, new byte[0]));
            while (true) {
                assertThat(client.frame().kind()).isEqualTo(0x89);
            }
        } catch (EOFException | SocketException cut) {
            awaitGone();
        }
    }

    @Test
    void cutsOffWhoDoesNotRead() throws Exception {
        try (RawClient client = RawClient.open(start(SHORT_WRITES))) {
            IpcTransport transport = taken();
            byte[] much = new byte[64 << 20];
            assertThatThrownBy(() -> transport.binary(much)).isInstanceOf(IOException.class);
            assertThat(client.socket.isClosed()).isFalse();
        }
        awaitGone();
    }

    @Test
    void endsAConnectionThatItsClientDoesNotConfirm() throws Exception {
        try (RawClient client = RawClient.open(start(SHORT_END))) {
            taken().close(new IpcClose(4001, "enough"));
            assertThat(client.closeCode()).isEqualTo(4001);
            assertThat(client.in.read()).isEqualTo(-1);
        }
        awaitGone();
    }

    @Test
    void sendsNothingAfterTheEnd() throws Exception {
        try (RawClient client = RawClient.open(start(SocketOptions.defaults()))) {
            IpcTransport transport = taken();
            transport.close(IpcClose.GOING_AWAY);
            assertThatThrownBy(() -> transport.text(utf8("late"))).isInstanceOf(IOException.class);
            assertThat(client.closeCode()).isEqualTo(1001);
        }
    }

    @Test
    void turnsAwayWhoIsTooMuch() throws Exception {
        int port = start(SocketOptions.defaults().withConnections(2));
        List<RawClient> clients = new ArrayList<>();
        clients.add(RawClient.open(port));
        clients.add(RawClient.open(port));
        try (RawClient third = new RawClient(port)) {
            assertThat(third.head()).startsWith("HTTP/1.1 503 ");
        }
        clients.get(0).close();
        awaitGone();
        try (RawClient next = retried(port)) {
            next.send(text("Hello"));
            assertThat(next.frame().payload()).isEqualTo(utf8("Hello"));
        }
        clients.get(1).close();
    }

    /** A place becomes free a moment after its client is gone. */
    private static RawClient retried(int port) throws IOException {
        while (true) {
            RawClient client = new RawClient(port);
            try {
                client.send(utf8(HandshakeTest.REQUEST));
                if (client.head().startsWith("HTTP/1.1 101 ")) {
                    return client;
                }
            } catch (IOException busy) {
                // Closed before it was read.
            }
            client.close();
        }
    }

    @Test
    void endsEverybodyWhenItCloses() throws Exception {
        try (RawClient client = RawClient.open(start(SocketOptions.defaults()))) {
            stop();
            assertThat(client.closeCode()).isEqualTo(1001);
        }
        awaitGone();
    }

    @Test
    void survivesClientsThatSendAnything() throws Exception {
        long seed = 4711;
        Random random = new Random(seed);
        int port = start(SHORT_END.withConnections(1000));
        for (int round = 0; round < 200; round++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            try (RawClient client = round % 2 == 0 ? RawClient.open(port) : new RawClient(port)) {
                client.send(bytes);
            }
        }
        try (RawClient client = RawClient.open(port)) {
            client.send(text("still here"));
            assertThat(client.frame().payload()).as("seed %d", seed).isEqualTo(utf8("still here"));
        }
    }
}
