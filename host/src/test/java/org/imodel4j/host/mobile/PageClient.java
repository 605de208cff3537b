package org.imodel4j.host.mobile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.imodel4j.host.ipc.IpcClose;
import org.imodel4j.host.ipc.IpcReceiver;
import org.imodel4j.host.ipc.IpcTransport;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;

/**
 * One connection of a page, in memory. As strict as the page of iTwin.js: it fails when a message begins before the one before is complete, and at the
 * answer to a request that was not sent over this connection.
 */
final class PageClient implements IpcTransport {
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<IpcClose> closed = new CompletableFuture<>();
    private final Set<String> asked = new HashSet<>();
    private final List<byte[]> parts = new ArrayList<>();
    private final IpcReceiver receiver;
    private JsonObject head = JsonObject.EMPTY;
    private int announced;
    private long requests;

    PageClient(FakePorts.FakePort port) {
        receiver = port.acceptor().accept(this);
        port.opened(this);
    }

    /** A message from the host. */
    record Heard(JsonObject message, String interfaceName, String id, List<byte[]> data) {
        int status() {
            return (int) Objects.requireNonNull(message.number("status")).exact();
        }

        String objects() {
            return Objects.requireNonNull(
                    Objects.requireNonNull(message.object("result")).text("objects"));
        }

        /** The member of a message of IPC. */
        String ipc(String member) {
            return Json.write(Objects.requireNonNull(((JsonObject) Json.parse(objects())).get(member)));
        }
    }

    /** Calls an operation with an id. */
    void call(String id, String operation, String parameters, byte[]... data) {
        asked.add(id);
        send(id, "TestRpcInterface", "1.0.0", operation, parameters, data);
    }

    /** Calls a function; gives the number of the request. */
    long invoke(String channel, String method, String arguments, byte[]... data) {
        long request = ++requests;
        message(
                "{\"type\":2,\"channel\":\"itwin." + channel + "\",\"method\":\"" + method + "\",\"data\":" + arguments
                        + ",\"request\":" + request + ",\"sequence\":-1}",
                data);
        return request;
    }

    /** Sends the JSON of a message of IPC. */
    void message(String json, byte[]... data) {
        send("ipc-" + ++requests, "__ipc__", "0.0.0", "send", "[" + json + "]", data);
    }

    void send(String id, String name, String version, String operation, String parameters, byte[]... data) {
        List<JsonValue> lengths = new ArrayList<>();
        for (byte[] part : data) {
            lengths.add(JsonValue.of((long) part.length));
        }
        raw(Json.write(JsonObject.builder()
                .put("id", id)
                .put("sessionId", "session")
                .put(
                        "operation",
                        JsonObject.builder()
                                .put("interfaceDefinition", name)
                                .put("operationName", operation)
                                .put("interfaceVersion", version)
                                .build())
                .put(
                        "parameters",
                        JsonObject.builder()
                                .put("objects", parameters)
                                .put("data", new JsonArray(lengths))
                                .build())
                .put("protocolVersion", 2)
                .build()));
        for (byte[] part : data) {
            receiver.binary(part);
        }
    }

    void raw(String text) {
        receiver.text(text.getBytes(StandardCharsets.UTF_8));
    }

    IpcReceiver receiver() {
        return receiver;
    }

    Heard next() {
        try {
            Heard message = heard.poll(20, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("the host sends nothing; closed: " + closed.getNow(null));
            }
            return message;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    boolean hasHeardNothing() {
        return heard.isEmpty();
    }

    IpcClose closed() {
        try {
            return closed.get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the connection is still open", e);
        }
    }

    boolean isClosed() {
        return closed.isDone();
    }

    /** The page goes, as when it is closed. */
    void leave() {
        close(new IpcClose(1001, "left"));
    }

    @Override
    public void text(byte[] utf8) throws java.io.IOException {
        if (closed.isDone()) {
            throw new java.io.IOException("closed");
        }
        if (announced != parts.size()) {
            throw new AssertionError("Invalid state (already receiving response).");
        }
        head = (JsonObject) Json.parse(utf8);
        parts.clear();
        announced = Objects.requireNonNull(
                        Objects.requireNonNull(head.object("result")).array("data"))
                .size();
        complete();
    }

    @Override
    public void binary(byte[] bytes) {
        parts.add(bytes);
        complete();
    }

    private void complete() {
        if (announced == parts.size()) {
            Heard message = new Heard(
                    head,
                    Objects.requireNonNull(head.text("interfaceName")),
                    Objects.requireNonNull(head.text("id")),
                    List.copyOf(parts));
            if (!message.interfaceName().startsWith("__") && !asked.remove(message.id())) {
                throw new AssertionError("an answer to " + message.id() + ", which this connection did not ask");
            }
            heard.add(message);
        }
    }

    @Override
    public void close(IpcClose reason) {
        if (closed.complete(reason)) {
            // As a socket, whose reading ends in a thread of its own.
            Thread.ofVirtual().start(receiver::ended);
        }
    }
}
