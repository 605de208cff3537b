package org.imodel4j.host.ipc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/**
 * The other end of a connection, in memory. Stricter than a frontend: it checks the number of each message, that each is followed by the
 * binary frames it announces, and that two threads never write at once.
 */
public final class Frontend implements IpcTransport {
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<IpcClose> closed = new CompletableFuture<>();
    private final IpcReceiver receiver;
    private final boolean plain;
    private volatile boolean reads = true;
    private JsonObject head = JsonObject.EMPTY;
    private final List<byte[]> parts = new ArrayList<>();
    private long announced;
    private long nextFromBackend;
    private long next;
    private long lastRequest;
    private volatile boolean writing;

    /** A message from the backend. */
    public record Heard(JsonObject message, List<byte[]> binary) {
        public String channel() {
            return Objects.requireNonNull(message.text("channel"));
        }

        /** What a call gave. */
        public JsonObject answer() {
            return Objects.requireNonNull(message.object("data"));
        }

        public String text() {
            return Json.write(Objects.requireNonNull(message.get("data")));
        }
    }

    private Frontend(IpcSocket socket, boolean plain) {
        this.plain = plain;
        this.receiver = socket.accept(this);
    }

    /** A frontend of 3.x or later. */
    public static Frontend framed(IpcSocket socket) {
        return new Frontend(socket, false);
    }

    /** A frontend of 2.x. */
    public static Frontend plain(IpcSocket socket) {
        return new Frontend(socket, true);
    }

    public IpcReceiver receiver() {
        return receiver;
    }

    public void stopReading() {
        reads = false;
    }

    public void readOn() {
        reads = true;
    }

    /** Calls a function and waits for the answer, which has to be the next message. */
    public Heard call(String channel, String method, String arguments, byte[]... binary) {
        long request = invoke(channel, method, arguments, binary);
        Heard answer = next();
        JsonValue.Number response = answer.message().number("response");
        if (response == null || response.exact() != request || !answer.channel().equals("itwin." + channel)) {
            throw new AssertionError("no answer to " + request + ": " + answer);
        }
        return answer;
    }

    public long invoke(String channel, String method, String arguments, byte[]... binary) {
        long request = ++lastRequest;
        send(
                "{\"type\":2,\"channel\":\"itwin." + channel + "\",\"method\":\"" + method + "\",\"data\":" + arguments
                        + ",\"request\":" + request + numbered(next++) + "}",
                binary);
        return request;
    }

    /** Sends to listeners. */
    public void send(String channel, String data, byte[]... binary) {
        send("{\"type\":0,\"channel\":\"itwin." + channel + "\",\"data\":" + data + numbered(next++) + "}", binary);
    }

    private String numbered(long number) {
        return plain ? "" : ",\"sequence\":" + number;
    }

    /** Sends the JSON of a message as it is, in the frames of the dialect. */
    public void send(String message, byte[][] binary) {
        raw(plain ? message : Json.write(JsonArray.of(JsonValue.of(message), JsonValue.of((long) binary.length))));
        for (byte[] part : binary) {
            receiver.binary(part);
        }
    }

    public void raw(String text) {
        receiver.text(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The next message from the backend. */
    public Heard next() {
        try {
            Heard message = heard.poll(20, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("the backend sends nothing; closed: " + closed.getNow(null));
            }
            return message;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Why the backend ended the connection. */
    public IpcClose closed() {
        try {
            return closed.get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the connection is still open", e);
        }
    }

    public boolean isClosed() {
        return closed.isDone();
    }

    @Override
    public void text(byte[] utf8) {
        enter();
        while (!reads && !closed.isDone()) {
            Thread.onSpinWait();
        }
        if (announced != parts.size()) {
            throw new AssertionError("binary frames are missing");
        }
        JsonValue outer = Json.parse(utf8);
        parts.clear();
        announced = 0;
        if (plain) {
            head = (JsonObject) outer;
        } else {
            JsonArray pair = (JsonArray) outer;
            head = (JsonObject) Json.parse(((JsonValue.Text) pair.get(0)).value());
            announced = ((JsonValue.Number) pair.get(1)).exact();
            if (Objects.requireNonNull(head.number("sequence")).exact() != nextFromBackend++) {
                throw new AssertionError("out of order: " + Json.write(head));
            }
        }
        complete();
        writing = false;
    }

    @Override
    public void binary(byte[] bytes) {
        enter();
        parts.add(bytes);
        complete();
        writing = false;
    }

    private void enter() {
        if (writing) {
            throw new AssertionError("two threads write at once");
        }
        writing = true;
    }

    private void complete() {
        if (announced == parts.size()) {
            heard.add(new Heard(head, List.copyOf(parts)));
        }
    }

    @Override
    public void close(IpcClose reason) {
        closed.complete(reason);
    }
}
