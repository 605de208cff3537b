package org.imodel4j.host.ipc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.HostEnvironment;
import org.imodel4j.host.rpc.ITwinError;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IpcSocketTest {
    private static final IpcChannel TOOLS = IpcChannel.named("tools");

    /** What a frontend may call here. */
    public interface Tools {
        String join(String first, @Nullable String second, List<Integer> numbers, Map<String, Double> more);

        long caller(IpcCall call, int addend);

        byte[] reversed(byte[] bytes);

        double[] doubled(double[] numbers);

        List<Object> many(int[] ints);

        void nothing();

        @Nullable
        String fails(String how);

        boolean waits();

        IpcValue streamed(int count);
    }

    /** What a frontend can be notified of. */
    public interface Events {
        void happened(String what, byte[] detail);
    }

    /** What a frontend can be asked. */
    public interface Questions {
        String ask(String question);

        void tell(int what);
    }

    private final CountDownLatch go = new CountDownLatch(1);
    private final CountDownLatch abandoned = new CountDownLatch(1);

    private final class Workshop implements Tools {
        @Override
        public String join(String first, @Nullable String second, List<Integer> numbers, Map<String, Double> more) {
            return first + second + numbers + more;
        }

        @Override
        public long caller(IpcCall call, int addend) {
            call.whenAbandoned(abandoned::countDown);
            return call.connection().id() + addend;
        }

        @Override
        public byte[] reversed(byte[] bytes) {
            byte[] other = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                other[bytes.length - 1 - i] = bytes[i];
            }
            return other;
        }

        @Override
        public double[] doubled(double[] numbers) {
            return java.util.Arrays.stream(numbers).map(each -> each * 2).toArray();
        }

        @Override
        public List<Object> many(int[] ints) {
            return List.of(ints, new float[] {1.5f}, new short[] {-2}, new byte[0], Map.of("a", 1L));
        }

        @Override
        public IpcValue streamed(int count) {
            return IpcValue.of(new IpcBody(count, out -> out.write(new byte[count])));
        }

        @Override
        public void nothing() {}

        @Override
        public @Nullable String fails(String how) {
            switch (how) {
                case "numbered" -> throw new IModelException(Status.DUPLICATE_CODE, "boom").with("secret", "path");
                case "named" -> throw new ITwinError("my-scope", "my-key", "own");
                case "defect" -> throw new IllegalStateException("inner secret");
                case "deep" -> deeper(0);
                default -> {}
            }
            return null;
        }

        private int deeper(int depth) {
            return depth < 0 ? 0 : deeper(depth + 1) + deeper(depth + 2);
        }

        @Override
        public boolean waits() {
            try {
                return go.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        public String hidden() {
            return "not a function";
        }
    }

    private final IpcSocket socket = socket(IpcLimits.DEFAULT);

    private IpcSocket socket(IpcLimits limits) {
        IpcSocket made = new IpcSocket(HostEnvironment.portable(), limits);
        made.handle(IpcHandler.of(TOOLS, Tools.class, new Workshop()));
        made.open();
        return made;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static String marker(int type, int index) {
        return "{\"ipc\":\"binary\",\"type\":" + type + ",\"index\":" + index + "}";
    }

    @Test
    void methodsOfAnInterfaceAreFunctions() {
        Frontend frontend = Frontend.framed(socket);
        assertThat(frontend.call("tools", "join", "[\"a\",\"ä\",[1,null,3],{\"x\":0.5}]")
                        .text())
                .isEqualTo("{\"result\":\"aä[1, null, 3]{x=0.5}\"}");
        assertThat(frontend.call("tools", "nothing", "[]").text()).isEqualTo("{}");
        assertThat(frontend.call("tools", "nothing", "[1,2,3]").text()).isEqualTo("{}");
        assertThat(frontend.call("tools", "fails", "[\"not at all\"]").text()).isEqualTo("{}");
    }

    @Test
    void frontendsOf2xAreAnsweredInTheirDialect() {
        Frontend frontend = Frontend.plain(socket);
        assertThat(frontend.call("tools", "join", "[\"a\",null,[],{}]").text()).isEqualTo("{\"result\":\"anull[]{}\"}");
        socket.notifications(TOOLS, Events.class).happened("x", bytes(1, 255));
        assertThat(frontend.next().text()).isEqualTo("[\"happened\",\"x\",{\"0\":1,\"1\":255}]");
    }

    @Test
    void typedArraysKeepTheirType() {
        Frontend frontend = Frontend.framed(socket);
        Frontend.Heard reversed = frontend.call("tools", "reversed", "[" + marker(0, 0) + "]", bytes(1, 2, 3));
        assertThat(reversed.text()).isEqualTo("{\"result\":" + marker(0, 0) + "}");
        assertThat(reversed.binary().get(0)).containsExactly(3, 2, 1);
        Frontend.Heard doubled =
                frontend.call("tools", "doubled", "[" + marker(8, 0) + "]", bytes(0, 0, 0, 0, 0, 0, 0xf8, 0x3f));
        assertThat(doubled.text()).contains(marker(8, 0));
        assertThat(doubled.binary().get(0)).containsExactly(0, 0, 0, 0, 0, 0, 8, 0x40);
        Frontend.Heard many = frontend.call("tools", "many", "[" + marker(5, 0) + "]", bytes(1, 0, 0, 0));
        assertThat(many.text())
                .isEqualTo("{\"result\":[" + marker(5, 0) + "," + marker(7, 1) + "," + marker(3, 2) + "," + marker(0, 3)
                        + ",{\"a\":1}]}");
        assertThat(many.binary()).hasSize(4);
        assertThat(many.binary().get(2)).containsExactly(0xfe, 0xff);
    }

    @Test
    void argumentsOfAnotherTypeAreRefusedByName() {
        Frontend frontend = Frontend.framed(socket);
        for (String arguments : List.of("[]", "[null]", "[1.5]", "[\"1\"]", "[99999999999]", "[{}]")) {
            assertThat(frontend.call("tools", "caller", arguments).text()).contains("argument 0 has to be a int");
        }
        for (String arguments :
                List.of("[" + marker(0, 1) + "]", "[" + marker(0, -1) + "]", "[" + marker(99, 0) + "]")) {
            assertThat(frontend.call("tools", "reversed", arguments, bytes(1)).text())
                    .contains("argument 0 has to be a byte[]");
        }
        assertThat(frontend.call("tools", "doubled", "[" + marker(8, 0) + "]", bytes(1, 2))
                        .text())
                .contains("argument 0 has to be a double[]");
    }

    @Test
    void failuresHaveTheMembersOfAllGenerations() {
        Frontend frontend = Frontend.framed(socket);
        assertThat(frontend.call("tools", "fails", "[\"numbered\"]").text())
                .isEqualTo("{\"error\":{\"name\":\"Duplicate Code\",\"message\":\"boom\",\"errorNumber\":65547,"
                        + "\"iTwinErrorId\":{\"scope\":\"bentley-error\",\"key\":\"Duplicate Code\"}}}");
        assertThat(frontend.call("tools", "fails", "[\"named\"]").text())
                .isEqualTo(
                        "{\"error\":{\"name\":\"my-key\",\"message\":\"own\",\"iTwinErrorId\":{\"scope\":\"my-scope\","
                                + "\"key\":\"my-key\"}},\"iTwinError\":{\"namespace\":\"my-scope\",\"errorKey\":\"my-key\","
                                + "\"message\":\"own\"}}");
        for (String how : List.of("defect", "deep")) {
            assertThat(frontend.call("tools", "fails", "[\"" + how + "\"]").text())
                    .contains("internal error of the backend")
                    .doesNotContain("secret");
        }
    }

    @Test
    void onlyMethodsOfTheInterfaceCanBeCalled() {
        Frontend frontend = Frontend.framed(socket);
        for (String name : List.of("hidden", "getClass", "hashCode", "equals", "wait", "", "join ")) {
            assertThat(frontend.call("tools", name, "[]").text())
                    .contains("\"errorNumber\":65606")
                    .contains("Method \\\"Tools." + name + "\\\" not found");
        }
        for (String name : List.of("constructor", "__proto__", "toString", "hasOwnProperty", "valueOf")) {
            assertThat(frontend.call("tools", name, "[]").text())
                    .contains("Method \\\"" + name + "\\\" not available for channel: tools");
        }
    }

    @Test
    void unknownChannelsAreAnswered() {
        Frontend frontend = Frontend.framed(socket);
        assertThat(frontend.call("nobody", "x", "[]").text()).contains("nothing handles the channel itwin.nobody");
        frontend.send(
                "{\"type\":2,\"channel\":\"tools\",\"method\":\"nothing\",\"data\":[],\"request\":9,\"sequence\":1}",
                new byte[0][]);
        assertThat(frontend.next().text()).contains("nothing handles the channel tools");
    }

    @Test
    void answersGoToWhoAskedOnly() {
        Frontend one = Frontend.framed(socket);
        Frontend two = Frontend.framed(socket);
        String first = one.call("tools", "caller", "[0]").text();
        String second = two.call("tools", "caller", "[0]").text();
        assertThat(first).isNotEqualTo(second);
        assertThat(one.call("tools", "caller", "[0]").text()).isEqualTo(first);
        socket.send(TOOLS, "all");
        assertThat(one.next().text()).isEqualTo("[\"all\"]");
        assertThat(two.next().text()).isEqualTo("[\"all\"]");
        socket.connections().get(1).send(TOOLS, "second");
        assertThat(two.next().text()).isEqualTo("[\"second\"]");
    }

    @Test
    void slowFunctionsDelayNobody() {
        Frontend frontend = Frontend.framed(socket);
        long slow = frontend.invoke("tools", "waits", "[]");
        assertThat(frontend.call("tools", "nothing", "[]").text()).isEqualTo("{}");
        go.countDown();
        Frontend.Heard late = frontend.next();
        assertThat(late.message().number("response")).isEqualTo(JsonValue.of(slow));
        assertThat(late.text()).isEqualTo("{\"result\":true}");
    }

    @Test
    void bytesThatAreMadeWhileTheyAreSentArriveInEveryDialect() {
        Frontend.Heard answer = Frontend.framed(socket).call("tools", "streamed", "[3]");
        assertThat(answer.text()).isEqualTo("{\"result\":{\"ipc\":\"binary\",\"type\":0,\"index\":0}}");
        assertThat(answer.binary().get(0)).containsExactly(0, 0, 0);
        assertThat(Frontend.plain(socket).call("tools", "streamed", "[2]").text())
                .isEqualTo("{\"result\":{\"0\":0,\"1\":0}}");
    }

    @Test
    void tooManyOpenCallsAreRefusedAndTheOthersGoOn() {
        IpcSocket small = socket(IpcLimits.DEFAULT.withOpenInvokes(2));
        Frontend frontend = Frontend.framed(small);
        frontend.invoke("tools", "waits", "[]");
        frontend.invoke("tools", "waits", "[]");
        assertThat(frontend.call("tools", "nothing", "[]").text()).contains("too many calls");
        go.countDown();
        assertThat(frontend.next().text()).isEqualTo("{\"result\":true}");
        assertThat(frontend.next().text()).isEqualTo("{\"result\":true}");
    }

    @Test
    void frontendsThatDoNotReadAreCutOff() {
        IpcSocket small = socket(IpcLimits.DEFAULT.withUnreadBytes(100_000));
        Frontend lazy = Frontend.framed(small);
        Frontend busy = Frontend.framed(small);
        lazy.call("tools", "nothing", "[]");
        busy.call("tools", "nothing", "[]");
        lazy.stopReading();
        String much = "x".repeat(30_000);
        for (int i = 0; i < 10; i++) {
            small.send(TOOLS, much);
            assertThat(busy.next().text()).hasSize(30_004);
        }
        assertThat(lazy.closed().text()).isEqualTo("the frontend does not read what it is sent");
        assertThat(busy.isClosed()).isFalse();
        assertThat(small.connections()).hasSize(1);
    }

    @Test
    void requestsAreNotReadWhileMuchIsUnread() throws InterruptedException {
        IpcSocket small = socket(IpcLimits.DEFAULT.withUnreadBytes(400_000));
        Frontend frontend = Frontend.framed(small);
        frontend.call("tools", "nothing", "[]");
        CountDownLatch ready = new CountDownLatch(1);
        frontend.receiver().whenReady(ready::countDown);
        assertThat(ready.getCount()).isZero();
        frontend.stopReading();
        small.send(TOOLS, "x".repeat(100_000));
        CountDownLatch later = new CountDownLatch(1);
        frontend.receiver().whenReady(later::countDown);
        assertThat(later.getCount()).isOne();
        frontend.readOn();
        assertThat(later.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void callsOfAFrontendThatIsGoneLearnOfIt() throws InterruptedException {
        Frontend frontend = Frontend.framed(socket);
        socket.handle(IpcHandler.of(TOOLS, Waiting.class, call -> {
            call.whenAbandoned(abandoned::countDown);
            go.await(20, TimeUnit.SECONDS);
            return true;
        }));
        frontend.invoke("tools", "hold", "[]");
        frontend.receiver().ended();
        assertThat(abandoned.await(20, TimeUnit.SECONDS)).isTrue();
        go.countDown();
        assertThat(socket.connections()).isEmpty();
    }

    /** Waits. */
    public interface Waiting {
        boolean hold(IpcCall call) throws InterruptedException;
    }

    @Test
    void listenersHearWhatIsSentInItsOrder() {
        StringBuilder heard = new StringBuilder();
        Runnable remove = socket.addListener(TOOLS, (from, data) -> heard.append(data.text(0)));
        socket.addListener(TOOLS, (from, data) -> {
            throw new IllegalStateException("a listener fails");
        });
        Frontend frontend = Frontend.framed(socket);
        for (String text : List.of("a", "b", "c")) {
            frontend.send("tools", "[\"" + text + "\"]");
        }
        remove.run();
        frontend.send("tools", "[\"d\"]");
        frontend.send("nobody", "[]");
        assertThat(heard.toString()).isEqualTo("abc");
        assertThat(frontend.call("tools", "nothing", "[]").text()).isEqualTo("{}");
    }

    @Test
    void builtInChannelsAreNotifiedByTheNameThatAFrontendKnows() {
        IpcChannel channel = new IpcChannel("itwinjs-core/nativeApp", "nativeApp");
        socket.handle(IpcHandler.of(channel, Tools.class, new Workshop()));
        IpcChannel notify = new IpcChannel("new/notify", "notify");
        Frontend old = Frontend.framed(socket);
        Frontend recent = Frontend.framed(socket);
        old.call("nativeApp", "nothing", "[]");
        recent.call("itwinjs-core/nativeApp", "nothing", "[]");
        socket.send(notify, 1);
        assertThat(old.next().channel()).isEqualTo("itwin.notify");
        assertThat(recent.next().channel()).isEqualTo("itwin.new/notify");
        socket.send(TOOLS, 2);
        assertThat(old.next().text()).isEqualTo("[2]");
        assertThat(recent.next().text()).isEqualTo("[2]");
    }

    @Test
    void notificationsBeforeTheFirstMessageWaitForIt() {
        Frontend frontend = Frontend.plain(socket);
        socket.send(TOOLS, "early");
        long request = frontend.invoke("tools", "nothing", "[]");
        assertThat(frontend.next().text()).isEqualTo("[\"early\"]");
        assertThat(frontend.next().message().number("response")).isEqualTo(JsonValue.of(request));
    }

    @Test
    void functionsOfAFrontendCanBeCalled() throws Exception {
        Frontend frontend = Frontend.framed(socket);
        Frontend other = Frontend.framed(socket);
        frontend.call("tools", "nothing", "[]");
        IpcConnection connection = socket.connections().get(0);
        Questions questions = connection.functions(IpcChannel.named("asked"), Questions.class, Duration.ofSeconds(20));
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> questions.ask("why"));
        Frontend.Heard asked = frontend.next();
        assertThat(asked.text()).isEqualTo("[\"itwin.asked-invoke_response-1\",\"ask\",\"why\"]");
        other.send("asked-invoke_response-1", "[{\"result\":\"forged\"}]");
        frontend.send("asked-invoke_response-1", "[{\"result\":\"because\"}]");
        assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo("because");

        CompletableFuture<Void> failing = CompletableFuture.runAsync(() -> questions.tell(1));
        frontend.next();
        frontend.send("asked-invoke_response-2", "[{\"error\":{\"message\":\"no\",\"errorNumber\":65547}}]");
        assertThatThrownBy(() -> failing.get(20, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(
                        IModelException.class, e -> assertThat(e.errorNumber()).isEqualTo(65547));

        CompletableFuture<String> lost = CompletableFuture.supplyAsync(() -> questions.ask("late"));
        frontend.next();
        socket.close();
        assertThatThrownBy(() -> lost.get(20, TimeUnit.SECONDS))
                .hasMessageContaining("IpcHost was shut down before the frontend responded");
        assertThat(frontend.closed()).isEqualTo(IpcClose.GOING_AWAY);
        assertThatThrownBy(() -> questions.ask("again")).hasMessageContaining("gone");
    }

    @Test
    void nobodyConnectsBeforeTheHostIsUpOrAfterIt() {
        IpcSocket early = new IpcSocket(HostEnvironment.portable(), IpcLimits.DEFAULT);
        assertThat(Frontend.framed(early).closed()).isEqualTo(IpcClose.GOING_AWAY);
        early.open();
        assertThat(Frontend.framed(early).isClosed()).isFalse();
        early.close();
        assertThat(Frontend.framed(early).closed()).isEqualTo(IpcClose.GOING_AWAY);
    }

    @Test
    void theLastHandlerOfAChannelWins() {
        Runnable remove = socket.handle(IpcHandler.of(TOOLS, Waiting.class, call -> false));
        Frontend frontend = Frontend.framed(socket);
        assertThat(frontend.call("tools", "hold", "[]").text()).isEqualTo("{\"result\":false}");
        Runnable removeLast = socket.handle(IpcHandler.of(TOOLS, Tools.class, new Workshop()));
        remove.run();
        assertThat(frontend.call("tools", "nothing", "[]").text()).isEqualTo("{}");
        removeLast.run();
        assertThat(frontend.call("tools", "nothing", "[]").text()).contains("nothing handles");
    }

    interface Hidden {
        void x();
    }

    /** Two of one name. */
    public interface Twice {
        void x(int a);

        void x(String a);
    }

    /** A type that does not go through. */
    public interface Strange {
        void x(StringBuilder a);
    }

    @Test
    void interfacesThatCanNotBeCalledAreRefused() {
        assertThatThrownBy(() -> IpcHandler.of(TOOLS, Hidden.class, () -> {})).hasMessageContaining("public interface");
        assertThatThrownBy(() -> IpcHandler.of(TOOLS, Workshop.class, new Workshop()))
                .hasMessageContaining("public interface");
        assertThatThrownBy(() -> IpcHandler.of(TOOLS, Strange.class, a -> {})).hasMessageContaining("StringBuilder");
        assertThatThrownBy(() -> IpcHandler.of(TOOLS, Twice.class, new Twice() {
                    @Override
                    public void x(int a) {}

                    @Override
                    public void x(String a) {}
                }))
                .hasMessageContaining("one name");
        assertThatThrownBy(() -> socket.notifications(TOOLS, Tools.class)).hasMessageContaining("no answer");
        assertThatThrownBy(() -> socket.send(TOOLS, new StringBuilder())).hasMessageContaining("type");
    }

    @Test
    void textGoesThroughWhole() {
        Frontend frontend = Frontend.framed(socket);
        String text = "\u0000\"\\\u2028😀";
        frontend.invoke("tools", "nothing", "[]");
        frontend.next();
        socket.send(TOOLS, text, JsonObject.EMPTY, null, 1.5, Long.MAX_VALUE);
        Frontend.Heard heard = frontend.next();
        assertThat(heard.message().array("data"))
                .isEqualTo(JsonArray.of(
                        JsonValue.of(text),
                        JsonObject.EMPTY,
                        JsonValue.NULL,
                        JsonValue.of(1.5),
                        JsonValue.of(Long.MAX_VALUE)));
    }
}
