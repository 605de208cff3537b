package org.imodel4j.examples;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.imodel4j.ecsql.run.ECSqlCursor;
import org.imodel4j.ecsql.run.QueryArgument;
import org.imodel4j.ecsql.run.QueryArguments;
import org.imodel4j.ecsql.run.ReadConnection;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.host.QueryOrder;
import org.imodel4j.host.ServedIModel;
import org.imodel4j.host.ipc.IpcCall;
import org.imodel4j.host.ipc.IpcChannel;
import org.imodel4j.host.ipc.IpcHandler;
import org.imodel4j.host.ipc.app.IpcHost;
import org.imodel4j.host.rpc.RpcInterface;
import org.imodel4j.host.rpc.RpcResult;
import org.imodel4j.host.web.WebEditHost;
import org.imodel4j.host.web.WebEditOptions;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.server.ImodelServer;
import org.imodel4j.server.IpcAdmission;
import org.imodel4j.server.IpcEndpoint;
import org.imodel4j.server.JdkEnvironment;
import org.imodel4j.server.RpcRoute;
import org.imodel4j.server.ServerOptions;

/**
 * An application's own functions and notifications for its frontend, and an RPC interface that answers over HTTP and over the websocket without
 * knowing which. The frontend calls and listens with the classes of iTwin.js:
 *
 * <pre>{@code
 * const walls = IpcApp.makeIpcProxy<WallFunctions>("walls");
 * await walls.countWalls(iModel.key, "Wall 0");
 * IpcApp.addListener("walls-events", (_event, name, count) => …);
 * }</pre>
 */
public final class OwnIpcFunctions {
    private static final IpcChannel FUNCTIONS = IpcChannel.named("walls");
    private static final IpcChannel EVENTS = IpcChannel.named("walls-events");
    private static final IpcChannel QUESTIONS = IpcChannel.named("walls-questions");

    /** What the frontend calls: each method by its name. */
    public interface WallFunctions {
        /** Tells all frontends how many there are, and answers it to the one that asks. */
        long countWalls(String key, String label);

        /** Asks the frontend that calls, which has to have a handler itself, and answers what it says. */
        String askBack(IpcCall call, String question);

        /** Waits for the next note of any frontend; other calls are answered meanwhile. */
        String nextNote() throws InterruptedException;

        void note(String text);
    }

    /** What the frontends hear. */
    public interface WallEvents {
        void wallsCounted(long count);
    }

    /** What the frontend can be asked. */
    public interface Questions {
        String answer(String question);
    }

    private OwnIpcFunctions() {}

    public static void main(String[] args) throws InterruptedException {
        IModelHostConfiguration configuration = IModelHostConfiguration.builder()
                .environment(new JdkEnvironment())
                .cacheDir(Path.of(args[1]))
                .build();
        IpcAdmission admission = IpcAdmission.byToken(List.of());
        try (WebEditHost host = start(configuration, Path.of(args[0]));
                ImodelServer server = serve(host, admission, 0)) {
            System.out.println("READY "
                    + Json.write(JsonObject.builder()
                            .put("url", server.url())
                            .put("ipcUrl", server.ipcUrl(admission))
                            .build()));
            Thread.currentThread().join();
        }
    }

    static WebEditHost start(IModelHostConfiguration configuration, Path iModel) {
        BlockingQueue<String> notes = new LinkedBlockingQueue<>();
        WebEditHost host =
                WebEditHost.startup(configuration, WebEditOptions.defaults().with(rpc(notes)));
        handle(host, notes);
        host.openIModels().serve(iModel, "building");
        return host;
    }

    /** The RPC interface of the application, for a host of any kind. */
    static RpcInterface rpc(BlockingQueue<String> notes) {
        return RpcInterface.named("WallRpcInterface", "1.0.0")
                .operation("countWalls", call -> {
                    String label = call.text(1);
                    long count = call.read(call.iModel(), connection -> count(connection, label));
                    return RpcResult.json(JsonValue.of(count));
                })
                .operation("nextNote", call -> {
                    try {
                        return RpcResult.json(JsonValue.of(notes.take()));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        return RpcResult.nothing();
                    }
                })
                .build();
    }

    /** Gives a host of any kind the functions of the application. */
    static void handle(IpcHost host, BlockingQueue<String> notes) {
        WallEvents events = host.ipc().notifications(EVENTS, WallEvents.class);
        host.ipc().handle(IpcHandler.of(FUNCTIONS, WallFunctions.class, new Walls(host, events, notes)));
    }

    static ImodelServer serve(WebEditHost host, IpcAdmission admission, int port) {
        return ImodelServer.start(
                ServerOptions.defaults().withPort(port),
                List.of(new RpcRoute(host.rpc())),
                host::isValid,
                new IpcEndpoint(host.ipc(), admission));
    }

    private static long count(ReadConnection connection, String label) {
        QueryArguments arguments = QueryArguments.of(QueryArgument.of(label));
        try (ECSqlCursor rows = connection.query("SELECT COUNT(*) FROM Bldg.Wall WHERE UserLabel=?", arguments)) {
            return rows.step() ? rows.getLong(0) : 0L;
        }
    }

    private record Walls(IpcHost host, WallEvents events, BlockingQueue<String> notes) implements WallFunctions {
        @Override
        public long countWalls(String key, String label) {
            ServedIModel iModel = host.openIModels().tryKey(key);
            if (iModel == null) {
                throw new IModelException(Status.NOT_FOUND, "iModel not found").with("key", key);
            }
            long count = host.queries()
                    .run(QueryOrder.of(iModel), ticket -> iModel.read(connection -> count(connection, label)));
            events.wallsCounted(count);
            return count;
        }

        @Override
        public String askBack(IpcCall call, String question) {
            return call.connection()
                    .functions(QUESTIONS, Questions.class, Duration.ofSeconds(10))
                    .answer(question);
        }

        @Override
        public String nextNote() throws InterruptedException {
            return notes.take();
        }

        @Override
        public void note(String text) {
            notes.add(text);
        }
    }
}
