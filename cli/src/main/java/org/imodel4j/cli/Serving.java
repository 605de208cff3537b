package org.imodel4j.cli;

import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.imodel4j.cli.output.Progress;
import org.imodel4j.cli.output.Terminal;
import org.imodel4j.host.HostEvents;
import org.imodel4j.host.IModelHost;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.host.ServedFile;
import org.imodel4j.host.ServedIModel;
import org.imodel4j.host.rpc.RpcInterface;
import org.imodel4j.host.rpc.WebRpcProtocol;
import org.imodel4j.host.web.WebEditHost;
import org.imodel4j.host.web.WebViewerHost;
import org.imodel4j.host.web.WebViewerOptions;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.server.ImodelServer;
import org.imodel4j.server.IpcEndpoint;
import org.imodel4j.server.JdkEnvironment;
import org.imodel4j.server.RpcRoute;
import org.imodel4j.server.ServerOptions;
import org.imodel4j.server.WebRoute;
import org.jspecify.annotations.Nullable;

/** A host, the iModels it serves and the server before it, until it is closed. */
final class Serving implements AutoCloseable {
    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
    private final List<ServedIModel> served = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final WebViewerOptions rpc = WebViewerOptions.defaults();
    private @Nullable String ipcUrl;
    private @Nullable ImodelServer server;

    private Serving() {}

    /** Starts all of it; when that fails, nothing of it is left. */
    static Serving start(
            Terminal terminal,
            List<Path> files,
            ServerOptions options,
            @Nullable Path cacheDir,
            @Nullable Editing editing) {
        Serving serving = new Serving();
        try {
            serving.begin(terminal, files, options, cacheDir, editing);
        } catch (RuntimeException e) {
            serving.close();
            throw e;
        }
        return serving;
    }

    private void begin(
            Terminal terminal,
            List<Path> files,
            ServerOptions options,
            @Nullable Path cacheDir,
            @Nullable Editing editing) {
        IModelHostConfiguration.Builder configuration =
                IModelHostConfiguration.builder().environment(new JdkEnvironment());
        if (cacheDir != null) {
            configuration.cacheDir(cacheDir);
        }
        List<Path> named = files.isEmpty() ? List.of(Sample.in(cacheDir(cacheDir), terminal)) : files;
        HostEvents events = new HostEvents();
        events.onBeforeShutdown().addListener(host -> end.countDown());
        configuration.events(events);
        IModelHost host;
        WebRpcProtocol protocol;
        IpcEndpoint endpoint = null;
        if (editing == null) {
            WebViewerHost viewer = keep(WebViewerHost.startup(configuration.build(), rpc));
            host = viewer;
            protocol = viewer.rpc();
        } else {
            configuration.snapshotFileNameResolver(editing.files(named));
            WebEditHost editor = keep(WebEditHost.startup(configuration.build(), editing.options(rpc)));
            host = editor;
            protocol = editor.rpc();
            endpoint = new IpcEndpoint(editor.ipc(), editing.admission());
        }
        try (Progress progress = new Progress(terminal, "iModels opened")) {
            for (ServedFile file : ServedFile.of(named)) {
                served.add(host.openIModels().serve(file.file(), file.key()));
                progress.step();
            }
        }
        List<WebRoute> routes = List.of(
                new FirstPage(this::page, editing == null ? null : editing.admission()), new RpcRoute(protocol));
        server = keep(ImodelServer.start(options, routes, host::isValid, endpoint));
        if (endpoint != null) {
            ipcUrl = server().ipcUrl(endpoint.admission());
            // Before the server, so that frontends learn why their connections end.
            keep(host);
        }
    }

    private static Path cacheDir(@Nullable Path given) {
        return given == null ? IModelHostConfiguration.builder().build().cacheDir() : given;
    }

    private <T extends AutoCloseable> T keep(T resource) {
        toClose.push(resource);
        return resource;
    }

    ImodelServer server() {
        return Objects.requireNonNull(server);
    }

    /** One line for programs: where the server is and what it serves. */
    String readyLine() {
        JsonObject.Builder ready = JsonObject.builder()
                .put("url", server().url())
                .putIfPresent("ipcUrl", ipcUrl)
                .put("pid", ProcessHandle.current().pid())
                .put("ready_ms", sinceProcessStart())
                .put("read", newest("IModelReadRpcInterface"))
                .put("tile", newest("IModelTileRpcInterface"));
        List<JsonValue> all = new ArrayList<>();
        for (ServedIModel one : served) {
            JsonObject identity = identity(one);
            if (served.size() == 1) {
                identity.members().forEach(ready::put);
            }
            JsonObject.Builder line =
                    JsonObject.builder().put("file", one.file().toString());
            identity.members().forEach(line::put);
            all.add(line.build());
        }
        return "READY " + Json.write(ready.put("iModels", new JsonArray(all)).build());
    }

    private static JsonObject identity(ServedIModel one) {
        return JsonObject.builder()
                .put("key", one.key())
                .put("iModelId", one.iModelId())
                .put("iTwinId", one.iTwinId())
                .build();
    }

    private static long sinceProcessStart() {
        Instant start = ProcessHandle.current().info().startInstant().orElse(Instant.now());
        return Duration.between(start, Instant.now()).toMillis();
    }

    /** {@code Interface-version} of the newest version that is served. */
    private String newest(String name) {
        return rpc.interfaces().stream()
                .filter(candidate -> candidate.name().equals(name))
                .map(RpcInterface::version)
                .max(Comparator.comparing(ModuleDescriptor.Version::parse))
                .map(version -> name + "-" + version)
                .orElse("");
    }

    /** What the first page shows. */
    private JsonArray page() {
        List<JsonValue> shown = new ArrayList<>();
        for (ServedIModel one : served) {
            JsonObject props = one.db().connectionProps();
            JsonObject.Builder facts = JsonObject.builder();
            identity(one).members().forEach(facts::put);
            shown.add(facts.put("file", String.valueOf(one.file().getFileName()))
                    .put("name", one.db().name())
                    .put("changeset", one.db().changeset().toJson())
                    .putIfPresent("extents", props.get("projectExtents"))
                    .putIfPresent("ecefLocation", props.get("ecefLocation"))
                    .build());
        }
        return new JsonArray(shown);
    }

    /** Waits until the host ends, by itself or with this. */
    void awaitEnd() throws InterruptedException {
        end.await();
    }

    /** Ends everything, the server first unless its websocket has to say goodbye; may be called more than once. */
    @Override
    public synchronized void close() {
        RuntimeException first = null;
        for (AutoCloseable resource = toClose.poll(); resource != null; resource = toClose.poll()) {
            try {
                resource.close();
            } catch (Exception e) {
                RuntimeException failure =
                        e instanceof RuntimeException known ? known : new IllegalStateException("Closing failed", e);
                if (first == null) {
                    first = failure;
                } else {
                    first.addSuppressed(failure);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
