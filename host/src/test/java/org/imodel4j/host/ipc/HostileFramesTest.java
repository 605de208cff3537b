package org.imodel4j.host.ipc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.imodel4j.host.HostEnvironment;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonValue;
import org.junit.jupiter.api.Test;

/** What no frontend sends: each time the connection gets an answer or an end with a reason, and others never notice. */
class HostileFramesTest {
    private static final IpcChannel TOOLS = IpcChannel.named("tools");

    /** Functions to aim at. */
    public interface Target {
        int hit(int value);

        int weigh(byte[] bytes);
    }

    private final AtomicInteger hits = new AtomicInteger();
    private final CompletableFuture<Long> gone = new CompletableFuture<>();
    private final IpcLimits limits = new IpcLimits(10_000, 1000, 5, 20, 100, 10, Duration.ofSeconds(30), 1 << 20);
    private final IpcSocket socket = socket();
    private final Frontend frontend = Frontend.framed(socket);

    private IpcSocket socket() {
        IpcSocket made = new IpcSocket(HostEnvironment.portable(), limits);
        made.handle(IpcHandler.of(TOOLS, Target.class, new Target() {
            @Override
            public int hit(int value) {
                hits.incrementAndGet();
                return value;
            }

            @Override
            public int weigh(byte[] bytes) {
                return bytes.length;
            }
        }));
        made.onDisconnected().addListener(connection -> gone.complete(connection.id()));
        made.open();
        return made;
    }

    private static String invoke(long sequence, String rest) {
        return "{\"type\":2,\"channel\":\"itwin.tools\",\"method\":\"hit\",\"data\":[" + sequence + "],\"request\":"
                + (sequence + 1) + ",\"sequence\":" + sequence + rest + "}";
    }

    private static String frame(String message, String parts) {
        return "[" + Json.write(JsonValue.of(message)) + "," + parts + "]";
    }

    private void say(String message) {
        frontend.send(message, new byte[0][]);
    }

    private void expectAnswer(String part) {
        assertThat(frontend.next().text()).contains(part);
        assertThat(frontend.isClosed()).isFalse();
    }

    private void expectEnd(int code) {
        assertThat(frontend.closed().code()).isEqualTo(code);
        assertThat(frontend.closed().text()).isNotBlank().hasSizeLessThan(120);
        assertThat(gone.orTimeout(20, TimeUnit.SECONDS).join()).isPositive();
        assertThat(socket.connections()).isEmpty();
    }

    @Test
    void messagesOutOfOrderWaitAndDuplicatesVanish() {
        say(invoke(2, ""));
        say(invoke(1, ""));
        say(invoke(1, ""));
        say(invoke(0, ""));
        say(invoke(0, ""));
        say(invoke(2, ""));
        List<String> answers = List.of(
                frontend.next().text(), frontend.next().text(), frontend.next().text());
        assertThat(answers).containsExactlyInAnyOrder("{\"result\":0}", "{\"result\":1}", "{\"result\":2}");
        say(invoke(3, ""));
        expectAnswer("{\"result\":3}");
        assertThat(hits).hasValue(4);
    }

    @Test
    void aGapThatIsNotFilledEndsTheConnection() {
        for (int i = 1; i <= 11; i++) {
            say(invoke(i, ""));
        }
        expectEnd(1002);
    }

    @Test
    void aGapIsNotWaitedForLongerThanAllowed() {
        AtomicLong now = new AtomicLong();
        Sequencer sequencer = new Sequencer(limits, now::get);
        Arrival early = new Arrival.Flawed(1, "", 0, "");
        assertThat(sequencer.next(early)).isEmpty();
        now.set(limits.gapTime().toNanos());
        assertThat(sequencer.next(new Arrival.Flawed(2, "", 0, ""))).isEmpty();
        now.addAndGet(1);
        assertThat(sequencer.next(new Arrival.Flawed(3, "", 0, "")))
                .singleElement()
                .isInstanceOf(Arrival.Breach.class);
    }

    @Test
    void aMessageThatIsHeldIsBounded() {
        for (int i = 1; i <= 3; i++) {
            frontend.send(invoke(i, ",\"fill\":\"" + "x".repeat(5_000) + "\""), new byte[0][]);
        }
        expectEnd(1002);
    }

    @Test
    void whatIsNoMessageEndsTheConnection() {
        for (String text : List.of(
                "",
                "[",
                "[]",
                "[1,2]",
                "[\"{}\"]",
                "[\"[]\",0]",
                "[\"{\",0]",
                "nonsense",
                "\"x\"",
                "[\"{}\",\"0\"]",
                "[\"{}\",-1]",
                "[\"{}\",0.5]",
                "[\"{}\",1e300]",
                "[\"{}\",0,0]",
                "\u0000",
                "null")) {
            Frontend other = Frontend.framed(socket);
            other.raw(text);
            assertThat(other.closed().code()).as(text).isIn(1002, 1007, 1009);
        }
        say(invoke(0, ""));
        expectAnswer("{\"result\":0}");
    }

    @Test
    void brokenUtf8EndsTheConnection() {
        byte[] text = frame(invoke(0, ""), "0").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        text[10] = (byte) 0xff;
        frontend.receiver().text(text);
        expectEnd(1007);
    }

    @Test
    void numbersThatAreNoneEndTheConnection() {
        for (String number : List.of("\"0\"", "0.5", "-2", "null", "{}", "1e400")) {
            Frontend other = Frontend.framed(socket);
            other.send(
                    "{\"type\":0,\"channel\":\"itwin.tools\",\"data\":[],\"sequence\":" + number + "}", new byte[0][]);
            assertThat(other.closed().code()).as(number).isEqualTo(1007);
        }
    }

    @Test
    void flawedCallsAreAnsweredAndTheNextOnesGoOn() {
        List<String> flaws = List.of(
                "{\"type\":2,\"method\":\"hit\",\"data\":[1]",
                "{\"type\":2,\"channel\":7,\"method\":\"hit\",\"data\":[1]",
                "{\"type\":2,\"channel\":\"itwin.tools\",\"data\":[1]",
                "{\"type\":2,\"channel\":\"itwin.tools\",\"method\":{},\"data\":[1]",
                "{\"type\":2,\"channel\":\"itwin.tools\",\"method\":\"hit\",\"data\":{\"0\":1}",
                "{\"type\":2,\"channel\":\"itwin.tools\",\"method\":\"hit\",\"data\":\"1\"",
                "{\"type\":1,\"channel\":\"itwin.tools\",\"method\":\"hit\",\"data\":[1]",
                "{\"type\":3,\"channel\":\"itwin.tools\",\"response\":1,\"data\":[1]",
                "{\"type\":99,\"channel\":\"itwin.tools\",\"data\":[1]",
                "{\"type\":\"2\",\"channel\":\"itwin.tools\",\"data\":[1]",
                "{\"channel\":\"itwin.tools\",\"data\":[1]");
        int sequence = 0;
        for (String flaw : flaws) {
            say(flaw + ",\"request\":" + (sequence + 1) + ",\"sequence\":" + sequence + "}");
            sequence++;
            expectAnswer("\"error\"");
        }
        say(invoke(sequence, ""));
        expectAnswer("{\"result\":" + sequence + "}");
        assertThat(hits).hasValue(1);
    }

    @Test
    void flawedMessagesThatNobodyWaitsForEndTheConnection() {
        say("{\"type\":7,\"channel\":\"itwin.tools\",\"data\":[1],\"sequence\":0}");
        expectEnd(1002);
    }

    @Test
    void anInvokeWithoutANumberEndsTheConnection() {
        say("{\"type\":2,\"channel\":\"itwin.tools\",\"method\":\"hit\",\"data\":[1],\"sequence\":0}");
        expectEnd(1002);
    }

    @Test
    void missingBinaryFramesCostTheirMessageOnly() {
        frontend.raw(frame(invoke(0, ""), "2"));
        frontend.receiver().binary(new byte[] {1});
        frontend.raw(frame(invoke(1, ""), "0"));
        List<String> answers = List.of(frontend.next().text(), frontend.next().text());
        assertThat(answers).anyMatch(text -> text.contains("without all of its binary frames"));
        assertThat(answers).contains("{\"result\":1}");
    }

    @Test
    void binaryFramesThatNobodyAnnouncedEndTheConnection() {
        frontend.receiver().binary(new byte[] {1});
        expectEnd(1002);
        Frontend other = Frontend.framed(socket);
        other.raw(frame(invoke(0, ""), "1"));
        other.receiver().binary(new byte[] {1});
        other.receiver().binary(new byte[] {2});
        assertThat(other.closed().code()).isEqualTo(1002);
    }

    @Test
    void sizesAreBounded() {
        frontend.raw(frame(invoke(0, ""), "6"));
        expectEnd(1009);
        Frontend text = Frontend.framed(socket);
        text.raw("[\"" + " ".repeat(10_000) + "\",0]");
        assertThat(text.closed().code()).isEqualTo(1009);
        Frontend binary = Frontend.framed(socket);
        binary.raw(frame(invoke(0, ""), "3"));
        binary.receiver().binary(new byte[900]);
        binary.receiver().binary(new byte[101]);
        assertThat(binary.closed().code()).isEqualTo(1009);
        Frontend giant = Frontend.framed(socket);
        giant.raw(frame(invoke(0, ""), "9007199254740993"));
        assertThat(giant.closed().code()).isEqualTo(1009);
    }

    @Test
    void depthIsBounded() {
        say("{\"type\":0,\"channel\":\"itwin.tools\",\"data\":" + "[".repeat(25) + "]".repeat(25) + ",\"sequence\":0}");
        expectEnd(1007);
    }

    @Test
    void markersOfAnotherMessageAreNoBytes() {
        for (String marker : List.of(
                "{\"ipc\":\"binary\",\"type\":0,\"index\":3}",
                "{\"ipc\":\"binary\",\"type\":0,\"index\":-1}",
                "{\"ipc\":\"binary\",\"type\":0,\"index\":1e18}",
                "{\"ipc\":\"binary\",\"type\":-1,\"index\":0}",
                "{\"ipc\":\"binary\"}")) {
            assertThat(frontend.call("tools", "weigh", "[" + marker + "]", new byte[] {1, 2})
                            .text())
                    .contains("\"error\"");
        }
    }

    @Test
    void floodsAreAnsweredOrRefusedOneByOne() {
        for (int i = 0; i < 5_000; i++) {
            say(invoke(i, ""));
        }
        for (int i = 0; i < 5_000; i++) {
            assertThat(frontend.next().text()).containsAnyOf("result", "too many calls");
        }
        say(invoke(5_000, ""));
        expectAnswer("{\"result\":5000}");
    }

    @Test
    void nothingIsDoneForAConnectionThatIsOver() {
        frontend.raw("nonsense");
        expectEnd(1007);
        say(invoke(0, ""));
        frontend.receiver().binary(new byte[1]);
        frontend.receiver().ended();
        assertThat(hits).hasValue(0);
    }

    /** Frames made from a number that failures show: mutations of good ones. The reader answers each, whatever it is, and never throws. */
    @Test
    void anyFrameIsAMessageOrRefused() {
        long seed = Long.getLong("imodel4j.seed", 20_261_126L);
        Random random = new Random(seed);
        MessageReader reader = reader(random);
        Sequencer sequencer = new Sequencer(limits, () -> 0);
        int whole = 0;
        int refused = 0;
        for (int i = 0; i < 100_000; i++) {
            List<Arrival> arrived;
            byte[] frame = mutated(random);
            try {
                arrived = random.nextInt(6) == 0 ? reader.binary(frame) : reader.text(frame);
                for (Arrival each : new ArrayList<>(arrived)) {
                    sequencer.next(each);
                }
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + seed + ", frame " + i + ": " + Json.write(latin1(frame)), e);
            }
            for (Arrival each : arrived) {
                whole += each instanceof Arrival.Whole ? 1 : 0;
                if (each instanceof Arrival.Breach) {
                    refused++;
                    reader = reader(random);
                    sequencer = new Sequencer(limits, () -> 0);
                }
            }
        }
        assertThat(whole).as("good messages, seed %d", seed).isGreaterThan(1_000);
        assertThat(refused).as("refusals, seed %d", seed).isGreaterThan(1_000);
    }

    private MessageReader reader(Random random) {
        return new MessageReader(random.nextInt(5) == 0 ? IpcDialect.PLAIN : IpcDialect.FRAMED, limits);
    }

    private static JsonValue latin1(byte[] bytes) {
        return JsonValue.of(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    private static byte[] mutated(Random random) {
        String message = invoke(random.nextInt(20), random.nextBoolean() ? "" : ",\"type\":" + random.nextInt(5));
        String good =
                switch (random.nextInt(4)) {
                    case 0 -> message;
                    case 1 ->
                        Json.write(JsonArray.of(JsonValue.of(message), JsonValue.of((long) random.nextInt(7) - 1)));
                    default -> Json.write(JsonArray.of(JsonValue.of(message), JsonValue.of(0L)));
                };
        byte[] frame = good.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        for (int left = random.nextInt(3); left > 0; left--) {
            int at = random.nextInt(frame.length);
            switch (random.nextInt(4)) {
                case 0 -> frame[at] = (byte) random.nextInt(256);
                case 1 -> frame[at] = (byte) "{}[]\",:0-e\\".charAt(random.nextInt(11));
                case 2 -> frame = java.util.Arrays.copyOf(frame, Math.max(1, at));
                default -> {
                    byte[] longer = java.util.Arrays.copyOf(frame, frame.length + at);
                    System.arraycopy(frame, 0, longer, frame.length, at);
                    frame = longer;
                }
            }
        }
        return frame;
    }
}
