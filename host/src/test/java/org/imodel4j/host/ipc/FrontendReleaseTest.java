package org.imodel4j.host.ipc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.imodel4j.host.HostEnvironment;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.junit.jupiter.api.Test;

class FrontendReleaseTest {
    private final FrontendRelease release = new FrontendRelease();

    private Generation after(String channel, String function, String arguments) {
        release.called(channel, function, new IpcArguments((JsonArray) Json.parse(arguments), List.of()));
        return release.generation();
    }

    private static String rpc(String name, String version, String operation, String parameters) {
        return "[{\"definition\":{\"interfaceName\":\"" + name + "\",\"interfaceVersion\":\"" + version
                + "\"},\"operation\":\"" + operation + "\",\"parameters\":" + parameters + ",\"context\":{}}]";
    }

    @Test
    void aFrontendIsTakenForTheOldestUntilItShowsMore() {
        assertThat(release.generation()).isEqualTo(Generation.V2);
        assertThat(release.newNames()).isNull();
        release.speaks(IpcDialect.PLAIN);
        assertThat(after("ipc-app", "queryConcurrency", "[\"cpu\"]")).isEqualTo(Generation.V2);
        assertThat(release.newNames()).isFalse();
    }

    @Test
    void numberedMessagesAreOf3x() {
        release.speaks(IpcDialect.FRAMED);
        assertThat(after("RPC", "request", rpc("IModelReadRpcInterface", "3.5.0", "getModelProps", "[]")))
                .isEqualTo(Generation.V3);
        assertThat(release.newNames()).isFalse();
    }

    @Test
    void newNamesAreOf4xAndTheOldOneOfEditCommandsSaysNothing() {
        release.speaks(IpcDialect.FRAMED);
        after("editor", "startCommand", "[\"\"]");
        after("an application's own", "x", "[]");
        assertThat(release.newNames()).isNull();
        assertThat(after("itwinjs-core/ipc-app", "queryConcurrency", "[\"cpu\"]"))
                .isEqualTo(Generation.V4);
        assertThat(after("editor", "startCommand", "[\"\"]")).isEqualTo(Generation.V4);
        assertThat(release.newNames()).isTrue();
    }

    @Test
    void whatCameWith5xIsOf5x() {
        String rpcChannel = "itwinjs-core/rpc-over-ipc";
        String read = "IModelReadRpcInterface";
        String tile = "IModelTileRpcInterface";
        for (String older : List.of(
                rpc(read, "3.7.0", "getModelProps", "[]"),
                rpc(read, "4.x", "getModelProps", "[]"),
                rpc(tile, "3.2.0", "requestTileTreeProps", "[{},\"23_1-0x1c\"]"),
                rpc(tile, "3.2.0", "requestTileTreeProps", "[{},\"_\"]"),
                rpc(tile, "3.2.0", "requestTileTreeProps", "[{}]"),
                "[]",
                "[{}]")) {
            assertThat(after(rpcChannel, "request", older)).as(older).isEqualTo(Generation.V4);
        }
        for (String newer : List.of(
                rpc(read, "3.8.0", "getModelProps", "[]"),
                rpc(read, "3.10.0", "getModelProps", "[]"),
                rpc(tile, "3.2.0", "requestTileTreeProps", "[{},\"25_1-0x1c\"]"))) {
            FrontendRelease other = new FrontendRelease();
            other.called(rpcChannel, "request", new IpcArguments((JsonArray) Json.parse(newer), List.of()));
            assertThat(other.generation()).as(newer).isEqualTo(Generation.V5);
        }
        assertThat(after("itwinjs-core/ipc-app", "openSnapshot", "[]")).isEqualTo(Generation.V5);
    }

    /** Notifications of different ages. */
    public interface Events {
        void always();

        @KnownSince(Generation.V4)
        void since4();

        @KnownSince(Generation.V5)
        void since5();
    }

    /** Stands where frontends look first. */
    public interface Functions {
        void queryConcurrency();

        void openSnapshot();
    }

    private static final class NoFunctions implements Functions {
        @Override
        public void queryConcurrency() {}

        @Override
        public void openSnapshot() {}
    }

    @Test
    void noFrontendIsNotifiedOfWhatItDoesNotKnow() {
        IpcSocket socket = new IpcSocket(HostEnvironment.portable(), IpcLimits.DEFAULT);
        socket.open();
        IpcChannel app = new IpcChannel("itwinjs-core/ipc-app", "ipc-app");
        IpcChannel channel = new IpcChannel("itwinjs-core/events", "events");
        socket.handle(IpcHandler.of(app, Functions.class, new NoFunctions()));
        Frontend two = Frontend.plain(socket);
        Frontend four = Frontend.framed(socket);
        Frontend five = Frontend.framed(socket);
        two.call(app.oldName(), "queryConcurrency", "[]");
        four.call(app.name(), "queryConcurrency", "[]");
        five.call(app.name(), "openSnapshot", "[]");
        Events events = socket.notifications(channel, Events.class);
        events.since5();
        events.since4();
        events.always();
        assertThat(two.next().text()).isEqualTo("[\"always\"]");
        assertThat(four.next().text()).isEqualTo("[\"since4\"]");
        assertThat(four.next().text()).isEqualTo("[\"always\"]");
        assertThat(five.next().text()).isEqualTo("[\"since5\"]");
        assertThat(five.next().text()).isEqualTo("[\"since4\"]");
        var own = new ConcurrentHashMap<String, Generation>();
        for (IpcConnection connection : socket.connections()) {
            connection.notifications(channel, Events.class).since5();
            own.put(String.valueOf(connection.id()), connection.generation());
        }
        assertThat(own.values()).containsExactlyInAnyOrder(Generation.V2, Generation.V4, Generation.V5);
        assertThat(five.next().text()).isEqualTo("[\"always\"]");
        assertThat(five.next().text()).isEqualTo("[\"since5\"]");
        four.call(app.name(), "queryConcurrency", "[]");
    }
}
