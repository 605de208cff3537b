package org.imodel4j.host.electron;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.imodel4j.host.IModelHost;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.host.ipc.Frontend;
import org.imodel4j.host.ipc.IpcLimits;
import org.imodel4j.host.ipc.IpcSocket;
import org.imodel4j.host.rpc.RpcAccess;
import org.imodel4j.host.rpc.RpcInterface;
import org.imodel4j.host.rpc.RpcLimits;
import org.imodel4j.host.rpc.RpcResult;
import org.imodel4j.host.rpc.WebRpcProtocol;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElectronRpcTest {
    private static final RpcLimits LIMITS = new RpcLimits(2_000, 1_000, 20, 50);
    private static final String TWO_MARKERS =
            "[{\"isBinary\":true,\"index\":0,\"size\":5,\"chunks\":2},{\"isBinary\":true,\"index\":2,\"size\":1,\"chunks\":1}]";

    @TempDir
    private Path dir;

    private final CountDownLatch abandoned = new CountDownLatch(1);
    private IModelHost host;
    private IpcSocket socket;
    private Frontend page;

    @BeforeEach
    void start() {
        host = IModelHost.startup(
                IModelHostConfiguration.builder().cacheDir(dir).build());
        RpcInterface own = RpcInterface.named("OwnRpcInterface", "1.0.0")
                .operation("echo", call -> RpcResult.json(Objects.requireNonNull(call.argument(0))))
                .operation("bytes", call -> RpcResult.bytes(call.bytes(0)))
                .operation("last", call -> RpcResult.bytes(call.bytes(1)))
                .operation("forever", call -> {
                    call.whenAbandoned(abandoned::countDown);
                    try {
                        abandoned.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return RpcResult.nothing();
                })
                .build();
        socket = new IpcSocket(host.configuration().environment(), IpcLimits.DEFAULT.withOpenInvokes(3));
        WebRpcProtocol rpc = new WebRpcProtocol(host, List.of(own), RpcAccess.OPEN, LIMITS);
        new ElectronRpc(rpc.dispatcher(), LIMITS, 4).listen(socket);
        socket.open();
        page = Frontend.framed(socket);
    }

    @AfterEach
    void end() {
        socket.close();
        host.close();
    }

    private static String request(String id, String operation, String arguments, int chunks) {
        return "[{\"id\":\"" + id + "\",\"applicationId\":\"a\",\"applicationVersion\":\"1\",\"sessionId\":\"s\","
                + "\"authorization\":\"\",\"operation\":{\"interfaceDefinition\":\"OwnRpcInterface\",\"operationName\":\""
                + operation
                + "\",\"interfaceVersion\":\"1.0.0\"},\"method\":\"\",\"path\":\"\",\"parameters\":{\"objects\":"
                + Json.write(JsonValue.of(arguments)) + ",\"data\":[]" + (chunks > 0 ? ",\"chunks\":" + chunks : "")
                + "},\"caching\":0,\"protocolVersion\":2}]";
    }

    private void chunk(String id, int index, byte... bytes) {
        page.send(
                "rpc.data",
                "[{\"id\":\"" + id + "\",\"index\":" + index
                        + ",\"data\":{\"ipc\":\"binary\",\"type\":0,\"index\":0}}]",
                bytes);
    }

    private static JsonObject first(Frontend.Heard heard) {
        JsonArray data = Objects.requireNonNull(heard.message().array("data"));
        return (JsonObject) data.get(0);
    }

    /** The text of an answer and its bytes, put together as a page does. */
    private record Answer(JsonObject message, String objects, List<byte[]> data) {
        long status() {
            return Objects.requireNonNull(message.number("status")).exact();
        }
    }

    private Answer answer(String id) {
        Frontend.Heard heard = page.next();
        JsonObject message = first(heard);
        assertThat(heard.channel()).isEqualTo("itwin.rpc.objects");
        assertThat(message.text("id")).isEqualTo(id);
        JsonObject result = Objects.requireNonNull(message.object("result"));
        JsonValue.Number chunks = result.number("chunks");
        List<byte[]> data = new ArrayList<>();
        for (int index = 0; chunks != null && index < chunks.exact(); index++) {
            Frontend.Heard datum = page.next();
            assertThat(datum.channel()).isEqualTo("itwin.rpc.data");
            assertThat(first(datum).text("id")).isEqualTo(id);
            assertThat(Objects.requireNonNull(first(datum).number("index")).exact())
                    .isEqualTo(index);
            data.add(datum.binary().get(0));
        }
        String objects = new String(heard.binary().get(0), StandardCharsets.UTF_8);
        return new Answer(message, objects, data);
    }

    @Test
    void aCallIsAnsweredUnderItsNumber() {
        page.send("rpc.objects", request("1", "echo", "[\"ä\"]", 0));
        Answer answer = answer("1");
        assertThat(answer.objects()).isEqualTo("\"ä\"");
        assertThat(answer.status()).isEqualTo(4);
        assertThat(answer.message().text("interfaceName")).isEqualTo("OwnRpcInterface");
        assertThat(answer.data()).isEmpty();
    }

    @Test
    void byteArraysComeAndGoInChunks() {
        page.send("rpc.objects", request("1", "bytes", TWO_MARKERS, 3));
        chunk("1", 0, (byte) 1, (byte) 2, (byte) 3);
        chunk("1", 1, (byte) 4, (byte) 5);
        chunk("1", 2, (byte) 6);
        Answer answer = answer("1");
        assertThat(answer.objects()).isEqualTo("{\"isBinary\":true,\"index\":0,\"size\":5,\"chunks\":2}");
        assertThat(answer.data()).containsExactly(new byte[] {1, 2, 3, 4}, new byte[] {5});
    }

    @Test
    void chunksMayComeInAnyOrderAndBeforeTheRequest() {
        chunk("1", 2, (byte) 6);
        chunk("1", 0, (byte) 1);
        page.send("rpc.objects", request("1", "last", TWO_MARKERS, 3));
        chunk("1", 1, (byte) 4);
        assertThat(answer("1").data()).containsExactly(new byte[] {6});
    }

    @Test
    void theSameRequestMayComeAgain() {
        for (int time = 0; time < 3; time++) {
            page.send("rpc.objects", request("1", "echo", "[" + time + "]", 0));
            assertThat(answer("1").objects()).isEqualTo(String.valueOf(time));
        }
    }

    @Test
    void whatIsTooLargeIsRefusedAndThePageGoesOn() {
        page.send("rpc.objects", request("1", "echo", "[]", 21));
        assertThat(answer("1").status()).isEqualTo(5);
        page.send("rpc.objects", request("2", "bytes", TWO_MARKERS, 3));
        chunk("2", 0, new byte[900]);
        chunk("2", 1, new byte[200]);
        assertThat(answer("2").objects()).contains("too large", "\"isError\":true");
        page.send("rpc.objects", request("3", "echo", "[\"" + "x".repeat(2_000) + "\"]", 0));
        assertThat(answer("3").objects()).contains("too large");
        page.send("rpc.objects", request("4", "echo", "[" + "[".repeat(60) + "]".repeat(60) + "]", 0));
        assertThat(answer("4").status()).isEqualTo(5);
        page.send("rpc.objects", request("5", "echo", "[5]", 0));
        assertThat(answer("5").objects()).isEqualTo("5");
    }

    @Test
    void requestsThatAreNeverCompletedDoNotPileUp() {
        for (int id = 0; id < 1_000; id++) {
            chunk("never" + id, 0, new byte[9]);
            page.send("rpc.objects", request("half" + id, "bytes", TWO_MARKERS, 3));
        }
        page.send("rpc.objects", request("1", "last", TWO_MARKERS, 3));
        chunk("1", 0);
        chunk("1", 1);
        chunk("1", 2, (byte) 6);
        assertThat(answer("1").data()).containsExactly(new byte[] {6});
    }

    @Test
    void callsThatNobodyWaitsForAreTold() throws InterruptedException {
        page.send("rpc.objects", request("1", "forever", "[]", 0));
        page.send("rpc.objects", request("2", "echo", "[2]", 0));
        assertThat(answer("2").objects()).isEqualTo("2");
        page.receiver().ended();
        assertThat(abandoned.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void tooManyCallsAreRefused() {
        for (int id = 0; id < 3; id++) {
            page.send("rpc.objects", request("w" + id, "forever", "[]", 0));
        }
        page.send("rpc.objects", request("1", "echo", "[]", 0));
        assertThat(answer("1").objects()).contains("too many calls");
        abandoned.countDown();
    }

    @Test
    void nonsenseIsPassedOver() {
        for (String nonsense : List.of("[]", "[null]", "[7]", "[{}]", "[{\"id\":7}]", "[[]]")) {
            page.send("rpc.objects", nonsense);
            page.send("rpc.data", nonsense);
        }
        page.send("rpc.data", "[{\"id\":\"1\",\"index\":0}]");
        page.send("rpc.data", "[{\"id\":\"1\",\"index\":0,\"data\":\"x\"}]");
        chunk("1", -1, (byte) 1);
        chunk("1", Integer.MAX_VALUE, (byte) 1);
        page.send("rpc.objects", "[{\"id\":\"n\",\"operation\":7,\"parameters\":{\"objects\":\"[]\"}}]");
        assertThat(answer("n").status()).isEqualTo(5);
        page.send("rpc.objects", request("m", "echo", "{}", 0));
        assertThat(answer("m").objects()).contains("have to be an array");
        page.send("rpc.objects", request("1", "echo", "[1]", 0));
        assertThat(answer("1").objects()).isEqualTo("1");
    }
}
