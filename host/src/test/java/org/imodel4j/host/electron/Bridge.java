package org.imodel4j.host.electron;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/** The other end of the socket: what the bridge in Electron's main process does there. */
final class Bridge implements AutoCloseable {
    private final Socket socket;
    private final DataInputStream in;
    private final Map<Integer, BlockingQueue<Heard>> heard = new ConcurrentHashMap<>();
    private final Map<Integer, Long> sequences = new HashMap<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private long lastRequest;

    /** A message from the host; a session that the host closed ends with one without data. */
    record Heard(JsonObject message, List<byte[]> binary) {
        JsonArray data() {
            return Objects.requireNonNull(message.array("data"));
        }

        JsonObject answer() {
            return Objects.requireNonNull(message.object("data"));
        }
    }

    private Bridge(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
    }

    /** Connects and says nothing. */
    static Bridge silent(int port) throws IOException {
        return new Bridge(new Socket(InetAddress.getByName("127.0.0.1"), port));
    }

    /** Connects and says the secret; hears nothing yet. */
    static Bridge hello(int port, String secret) throws IOException {
        Bridge bridge = silent(port);
        bridge.frame(ElectronFrame.HELLO, 0, secret.getBytes(StandardCharsets.UTF_8));
        return bridge;
    }

    /** Whether the host lets this one in; if so, hears it from then on. */
    boolean isWelcome() {
        try {
            socket.setSoTimeout(20_000);
            if (ElectronFrame.read(in, 1 << 10).type() != ElectronFrame.WELCOME) {
                throw new AssertionError("no welcome");
            }
            socket.setSoTimeout(0);
        } catch (IOException turnedAway) {
            return false;
        }
        Thread reader = new Thread(this::readAll);
        reader.setDaemon(true);
        reader.start();
        return true;
    }

    private void readAll() {
        Map<Integer, Heard> unfinished = new HashMap<>();
        Map<Integer, Long> missing = new HashMap<>();
        try {
            while (true) {
                ElectronFrame frame = ElectronFrame.read(in, 1 << 28);
                int session = frame.session();
                if (frame.type() == ElectronFrame.TEXT) {
                    JsonArray pair = (JsonArray) Json.parse(frame.payload());
                    JsonObject message = (JsonObject) Json.parse(((JsonValue.Text) pair.get(0)).value());
                    unfinished.put(session, new Heard(message, new ArrayList<>()));
                    missing.put(session, ((JsonValue.Number) pair.get(1)).exact());
                } else if (frame.type() == ElectronFrame.BINARY) {
                    Objects.requireNonNull(unfinished.get(session)).binary().add(frame.payload());
                    missing.merge(session, -1L, Long::sum);
                } else if (frame.type() == ElectronFrame.CLOSE) {
                    String reason = new String(frame.payload(), StandardCharsets.UTF_8);
                    queue(session)
                            .add(new Heard(
                                    JsonObject.builder().put("closed", reason).build(), List.of()));
                    continue;
                }
                if (missing.getOrDefault(session, 0L) == 0) {
                    queue(session).add(Objects.requireNonNull(unfinished.get(session)));
                }
            }
        } catch (IOException over) {
            ended.countDown();
        }
    }

    private BlockingQueue<Heard> queue(int session) {
        return heard.computeIfAbsent(session, id -> new LinkedBlockingQueue<>());
    }

    Heard next(int session) {
        try {
            Heard next = queue(session).poll(20, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing comes on session " + session);
            }
            return next;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    boolean isQuiet(int session) {
        return queue(session).isEmpty();
    }

    /** Whether the host ends the connection. */
    boolean ends() throws InterruptedException {
        return ended.await(20, TimeUnit.SECONDS);
    }

    void frame(int type, int session, byte[] payload) throws IOException {
        new ElectronFrame(type, session, payload).write(socket.getOutputStream());
    }

    void raw(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    void open(int session) throws IOException {
        frame(ElectronFrame.OPEN, session, new byte[0]);
    }

    /** Calls a function; answers the number of the call. */
    long invoke(int session, String channel, String method, String data) throws IOException {
        long request = ++lastRequest;
        message(
                session,
                "\"type\":2,\"channel\":\"itwin." + channel + "\",\"method\":\"" + method + "\",\"data\":" + data
                        + ",\"request\":" + request);
        return request;
    }

    /** Calls a function and gives the answer, which has to come next. */
    JsonObject call(int session, String channel, String method, String data) throws IOException {
        invoke(session, channel, method, data);
        return next(session).answer();
    }

    void send(int session, String channel, String data, byte[]... binary) throws IOException {
        message(session, "\"type\":0,\"channel\":\"itwin." + channel + "\",\"data\":" + data, binary);
    }

    private void message(int session, String members, byte[]... binary) throws IOException {
        long sequence = sequences.merge(session, 1L, Long::sum) - 1;
        String message = "{" + members + ",\"sequence\":" + sequence + "}";
        JsonArray pair = JsonArray.of(JsonValue.of(message), JsonValue.of((long) binary.length));
        frame(ElectronFrame.TEXT, session, Json.writeBytes(pair));
        for (byte[] part : binary) {
            frame(ElectronFrame.BINARY, session, part);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
