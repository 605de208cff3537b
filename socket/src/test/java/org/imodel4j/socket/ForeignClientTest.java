package org.imodel4j.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.imodel4j.host.HostEnvironment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The JDK's own client, which shares no code with the server. */
class ForeignClientTest {
    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();

    @Test
    void exchangesMessagesOfEverySize() throws Exception {
        SocketOptions options = SocketOptions.defaults().withClientsWithoutOrigin();
        try (WebSocketServer server = WebSocketServer.start(HostEnvironment.portable(), options, 0, "", new Echo());
                HttpClient client = HttpClient.newHttpClient()) {
            WebSocket socket = client.newWebSocketBuilder()
                    .buildAsync(URI.create("ws://127.0.0.1:" + server.number() + "/any?path"), new Listener())
                    .get(20, TimeUnit.SECONDS);
            for (int size : new int[] {0, 1, 125, 126, 65_535, 65_536, 1 << 18, (1 << 18) + 1, 3_000_000}) {
                byte[] bytes = new byte[size];
                new Random(size).nextBytes(bytes);
                socket.sendBinary(ByteBuffer.wrap(bytes), true).get(20, TimeUnit.SECONDS);
                assertThat(next()).isEqualTo(bytes);
            }
            socket.sendText("Straß", false).thenCompose(s -> s.sendText("e €", true));
            assertThat(next()).isEqualTo("Straße €");
            socket.sendPing(ByteBuffer.wrap(new byte[] {7}));
            assertThat(next()).isEqualTo("pong 7");
            socket.sendClose(4321, "done");
            assertThat(next()).isEqualTo("closed 4321");
        }
    }

    private Object next() throws InterruptedException {
        Object next = heard.poll(20, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();
        private byte[] bytes = new byte[0];

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                heard.add(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            int before = bytes.length;
            bytes = Arrays.copyOf(bytes, before + data.remaining());
            data.get(bytes, before, bytes.length - before);
            if (last) {
                heard.add(bytes);
                bytes = new byte[0];
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
            heard.add("pong " + message.get());
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            heard.add("closed " + code);
            return null;
        }
    }
}
