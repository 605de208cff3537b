package org.imodel4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.imodel4j.host.ipc.IpcBody;
import org.imodel4j.host.ipc.IpcChannel;
import org.imodel4j.host.ipc.IpcHandler;
import org.imodel4j.host.ipc.IpcLimits;
import org.imodel4j.host.ipc.IpcSocket;
import org.imodel4j.host.ipc.IpcValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebSocketTest {
    private static final IpcChannel TOOLS = IpcChannel.named("tools");

    /** Functions to call. */
    public interface Tools {
        byte[] bytes(int count);

        int weigh(byte[] bytes);

        boolean waits();

        IpcValue streamed(int announced, int made);
    }

    private final CountDownLatch go = new CountDownLatch(1);
    private final IpcAdmission admission = IpcAdmission.byToken(List.of("https://app.example.com"));
    private final IpcSocket ipc = socket();
    private final ImodelServer server = ImodelServer.start(
            ServerOptions.defaults().withPort(0),
            List.of(new EchoRoute()),
            () -> true,
            new IpcEndpoint(ipc, admission));
    private final HttpClient http = HttpClient.newHttpClient();

    private IpcSocket socket() {
        IpcSocket made = new IpcSocket(new JdkEnvironment(), IpcLimits.DEFAULT);
        made.handle(IpcHandler.of(TOOLS, Tools.class, new Tools() {
            @Override
            public byte[] bytes(int count) {
                byte[] bytes = new byte[count];
                Arrays.fill(bytes, (byte) 7);
                return bytes;
            }

            @Override
            public int weigh(byte[] bytes) {
                return bytes.length;
            }

            @Override
            public IpcValue streamed(int announced, int made) {
                return IpcValue.of(new IpcBody(announced, out -> {
                    for (int i = 0; i < made; i++) {
                        out.write(i);
                    }
                }));
            }

            @Override
            public boolean waits() {
                try {
                    return go.await(20, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }));
        made.open();
        return made;
    }

    @AfterEach
    void close() {
        ipc.close();
        server.close();
        http.close();
    }

    /** A client that collects what it gets. */
    private static final class Client implements WebSocket.Listener {
        final BlockingQueue<Object> got = new LinkedBlockingQueue<>();
        final CompletableFuture<String> closed = new CompletableFuture<>();
        private final StringBuilder text = new StringBuilder();
        private final java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                got.add(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            byte[] part = new byte[data.remaining()];
            data.get(part);
            bytes.writeBytes(part);
            if (last) {
                got.add(bytes.toByteArray());
                bytes.reset();
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(code + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.complete(String.valueOf(error));
        }

        Object next() throws InterruptedException {
            Object next = got.poll(20, TimeUnit.SECONDS);
            assertThat(next).as("closed: %s", closed.getNow(null)).isNotNull();
            return next;
        }
    }

    private WebSocket connect(Client client) {
        return http.newWebSocketBuilder()
                .buildAsync(URI.create(server.ipcUrl(admission)), client)
                .join();
    }

    private static String invoke(int number, String method, String arguments, int parts) {
        return "[\"{\\\"type\\\":2,\\\"channel\\\":\\\"itwin.tools\\\",\\\"method\\\":\\\"" + method
                + "\\\",\\\"data\\\":"
                + arguments.replace("\"", "\\\"") + ",\\\"request\\\":" + (number + 1) + ",\\\"sequence\\\":" + number
                + "}\"," + parts + "]";
    }

    private static String answer(int number, String data, int parts) {
        return "[\"{\\\"type\\\":3,\\\"channel\\\":\\\"itwin.tools\\\",\\\"response\\\":" + (number + 1)
                + ",\\\"data\\\":{\\\"result\\\":" + data.replace("\"", "\\\"") + "},\\\"sequence\\\":" + number
                + "}\"," + parts
                + "]";
    }

    @Test
    void textAndBinaryFramesGoBothWays() throws Exception {
        Client client = new Client();
        WebSocket socket = connect(client);
        String marker = "{\"ipc\":\"binary\",\"type\":0,\"index\":0}";
        socket.sendText(invoke(0, "weigh", "[" + marker + "]", 1), true).join();
        byte[] large = new byte[3_000_000];
        socket.sendBinary(ByteBuffer.wrap(large, 0, 1_700_000), false).join();
        socket.sendBinary(ByteBuffer.wrap(large, 1_700_000, 1_300_000), true).join();
        assertThat(client.next()).isEqualTo(answer(0, "3000000", 0));
        for (int count : new int[] {0, 1, 70_000, 5_000_000}) {
            int number = List.of(0, 1, 70_000, 5_000_000).indexOf(count) + 1;
            socket.sendText(invoke(number, "bytes", "[" + count + "]", 0), true).join();
            assertThat(client.next()).isEqualTo(answer(number, marker, 1));
            assertThat((byte[]) client.next()).hasSize(count);
        }
        socket.abort();
    }

    @Test
    void bytesThatAreMadeWhileTheyAreSentArriveAsOneFrame() throws Exception {
        Client client = new Client();
        WebSocket socket = connect(client);
        String marker = "{\"ipc\":\"binary\",\"type\":0,\"index\":0}";
        List<Integer> counts = List.of(0, 1, 262_144, 262_145, 1_000_000);
        for (int number = 0; number < counts.size(); number++) {
            int count = counts.get(number);
            socket.sendText(invoke(number, "streamed", "[" + count + "," + count + "]", 0), true)
                    .join();
            assertThat(client.next()).isEqualTo(answer(number, marker, 1));
            byte[] expected = new byte[count];
            for (int i = 0; i < count; i++) {
                expected[i] = (byte) i;
            }
            assertThat((byte[]) client.next()).isEqualTo(expected);
        }
        for (int made : new int[] {9, 11}) {
            Client other = new Client();
            connect(other)
                    .sendText(invoke(0, "streamed", "[10," + made + "]", 0), true)
                    .join();
            assertThat(other.closed.get(20, TimeUnit.SECONDS)).isNotNull();
        }
        socket.sendText(invoke(counts.size(), "weigh", "[null]", 0), true).join();
        assertThat(client.next()).isNotNull();
    }

    @Test
    void callsThatArriveTogetherAreAllAnswered() throws Exception {
        Client client = new Client();
        WebSocket socket = connect(client);
        for (int number = 0; number < 500; number++) {
            socket.sendText(invoke(number, "bytes", "[1]", 0), true).join();
        }
        for (int i = 0; i < 1000; i++) {
            client.next();
        }
        socket.abort();
    }

    @Test
    void aServerOnLoopbackHasBothAddresses() throws Exception {
        assertThat(server.url()).startsWith("http://127.0.0.1:");
        for (String address : List.of("127.0.0.1", "::1")) {
            try (Socket socket = new Socket(InetAddress.getByName(address), server.port())) {
                assertThat(upgrade(socket, "/ipc" + admission.query(), "")).startsWith("HTTP/1.1 101");
            }
        }
    }

    private String upgrade(Socket socket, String target, String headers) throws IOException {
        String request = "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.port()
                + "\r\nConnection: upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + headers + "\r\n";
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return head.toString();
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private String upgrade(String target, String headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), server.port())) {
            return upgrade(socket, target, headers);
        }
    }

    @Test
    void theUpgradeIsCheckedAndNothingIsCompressed() throws Exception {
        assertThat(upgrade("/any/path" + admission.query(), ""))
                .startsWith("HTTP/1.1 101")
                .doesNotContainIgnoringCase("extensions");
        assertThat(upgrade("/", "Origin: http://localhost:" + server.port() + "\r\n"))
                .startsWith("HTTP/1.1 101");
        assertThat(upgrade("/", "Origin: https://app.example.com\r\n")).startsWith("HTTP/1.1 101");
        assertThat(upgrade("/ipc", "")).startsWith("HTTP/1.1 403");
        assertThat(upgrade("/ipc?token=wrong", "")).startsWith("HTTP/1.1 403");
        assertThat(upgrade("/ipc" + admission.query(), "Origin: http://evil.example\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(upgrade("/ipc", "Origin: null\r\n")).startsWith("HTTP/1.1 403");
    }

    @Test
    void pagesThatMayNotConnectGetNothingByHttpEither() throws Exception {
        for (String origin : List.of("http://evil.example", "null", "http://127.0.0.1:1")) {
            assertThat(echo("Origin: " + origin + "\r\n")).as(origin).startsWith("HTTP/1.1 403");
        }
        for (String headers : List.of(
                "", "Origin: https://app.example.com\r\n", "Origin: http://localhost:" + server.port() + "\r\n")) {
            assertThat(echo(headers)).as(headers).startsWith("HTTP/1.1 200");
        }
    }

    private String echo(String headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), server.port())) {
            String request =
                    "POST /echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n" + headers + "\r\n";
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void brokenHandshakesAreRefused() throws Exception {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), server.port())) {
            String request = "GET /ipc" + admission.query()
                    + " HTTP/1.1\r\nHost: x\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n";
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] start = socket.getInputStream().readNBytes(12);
            assertThat(new String(start, StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 4");
        }
    }

    @Test
    void bothEndsLearnOfAnEnd() throws Exception {
        Client client = new Client();
        CountDownLatch gone = new CountDownLatch(1);
        ipc.onDisconnected().addListener(connection -> gone.countDown());
        WebSocket socket = connect(client);
        socket.sendText(invoke(0, "weigh", "[null]", 0), true).join();
        client.next();
        socket.abort();
        assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();

        Client other = new Client();
        connect(other);
        ipc.close();
        assertThat(other.closed.get(20, TimeUnit.SECONDS)).isEqualTo("1001 the backend shuts down");
    }

    @Test
    void aBreachIsExplained() throws Exception {
        Client client = new Client();
        WebSocket socket = connect(client);
        socket.sendText("nonsense", true).join();
        assertThat(client.closed.get(20, TimeUnit.SECONDS)).isEqualTo("1007 a text frame that is no message");
    }

    @Test
    void brokenFramesEndTheirConnectionOnly() throws Exception {
        Client client = new Client();
        WebSocket healthy = connect(client);
        List<byte[]> frames = List.of(
                // Not masked, a reserved opcode, a reserved bit, a length of 2^63-1, a continuation of nothing.
                new byte[] {(byte) 0x81, 1, 'x'},
                new byte[] {(byte) 0x83, (byte) 0x81, 0, 0, 0, 0, 'x'},
                new byte[] {(byte) 0xf1, (byte) 0x81, 0, 0, 0, 0, 'x'},
                new byte[] {(byte) 0x82, (byte) 0xff, 0x7f, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0},
                new byte[] {(byte) 0x80, (byte) 0x81, 0, 0, 0, 0, 'x'});
        for (byte[] frame : frames) {
            try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), server.port())) {
                assertThat(upgrade(socket, "/ipc" + admission.query(), "")).startsWith("HTTP/1.1 101");
                socket.getOutputStream().write(frame);
                assertThat(socket.getInputStream().readAllBytes())
                        .as(Arrays.toString(frame))
                        .isNotEmpty();
            }
        }
        healthy.sendText(invoke(0, "weigh", "[{\"ipc\":\"binary\",\"type\":0,\"index\":0}]", 1), true)
                .join();
        healthy.sendBinary(ByteBuffer.allocate(2), true).join();
        assertThat(client.next()).isEqualTo(answer(0, "2", 0));
    }

    @Test
    void aSlowCallDelaysNobodyAndTheServerStopsBesideIt() throws Exception {
        Client client = new Client();
        WebSocket socket = connect(client);
        socket.sendText(invoke(0, "waits", "[]", 0), true).join();
        socket.sendText(invoke(1, "bytes", "[0]", 0), true).join();
        assertThat(client.next().toString()).contains("response\\\":2");
        go.countDown();
        client.next();
        assertThat(client.next().toString()).contains("response\\\":1");
    }

    @Test
    void aClientThatNeverReadsIsCutOffAndOthersGoOn() throws Exception {
        ServerOptions impatient = ServerOptions.defaults()
                .withPort(0)
                .withTimes(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofMillis(200));
        CountDownLatch gone = new CountDownLatch(1);
        try (ImodelServer other = ImodelServer.start(
                        impatient, List.of(), () -> true, new IpcEndpoint(ipc, IpcAdmission.loopback()));
                Socket deaf = new Socket(InetAddress.getByName("127.0.0.1"), other.port())) {
            ipc.onDisconnected().addListener(connection -> gone.countDown());
            assertThat(upgrade(deaf, "/", "")).startsWith("HTTP/1.1 101");
            for (int number = 0; number < 5; number++) {
                byte[] text = invoke(number, "bytes", "[20000000]", 0).getBytes(StandardCharsets.US_ASCII);
                deaf.getOutputStream().write(new byte[] {(byte) 0x81, (byte) 0xfe, 0, (byte) text.length, 0, 0, 0, 0});
                deaf.getOutputStream().write(text);
            }
            assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
            Client client = new Client();
            WebSocket healthy = connect(client);
            healthy.sendText(invoke(0, "bytes", "[1]", 0), true).join();
            assertThat(client.next().toString()).contains("response\\\":1");
            healthy.abort();
        }
    }
}
