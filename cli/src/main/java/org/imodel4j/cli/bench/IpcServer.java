package org.imodel4j.cli.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.host.ipc.IpcBody;
import org.imodel4j.host.ipc.IpcChannel;
import org.imodel4j.host.ipc.IpcHandler;
import org.imodel4j.host.ipc.IpcValue;
import org.imodel4j.host.ipc.app.IpcHostOptions;
import org.imodel4j.host.web.WebEditHost;
import org.imodel4j.host.web.WebEditOptions;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.server.ImodelServer;
import org.imodel4j.server.IpcAdmission;
import org.imodel4j.server.IpcEndpoint;
import org.imodel4j.server.JdkEnvironment;
import org.imodel4j.server.ServerOptions;
import org.jspecify.annotations.Nullable;

/**
 * The server that is measured: one that is named, or one of ours in a process of its own.
 *
 * @param url of its websocket
 * @param pid of its process; 0 when it is not known, or not of this machine
 * @param own the process to end afterwards; null when somebody else's
 */
record IpcServer(URI url, long pid, @Nullable Process own) implements AutoCloseable {
    /** The channel of {@link Functions}, which a server of another kind needs too for the workloads that call them. */
    static final String CHANNEL = "imodel-bench";

    /** What the workloads call beside the functions that every server has. */
    public interface Functions {
        /** Answers in a thread of its own, as functions of applications do. */
        void nothing();

        /** Answers after a while. */
        void pause(int millis) throws InterruptedException;

        /** Answers that many bytes, which are made while they are sent. */
        IpcValue bytes(int count);
    }

    static IpcServer of(Settings settings) {
        URI named = settings.url();
        return named != null ? new IpcServer(named, settings.pid(), null) : child();
    }

    private static IpcServer child() {
        try {
            Process process = SelfCommand.with("bench", "--probe", "ipc").start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("READY ") && Json.parse(line.substring(6)) instanceof JsonObject ready) {
                    JsonValue.Number pid = ready.number("pid");
                    return new IpcServer(
                            URI.create(String.valueOf(ready.text("ipcUrl"))), pid == null ? 0 : pid.exact(), process);
                }
            }
            throw new IModelException(Status.BAD_ARG, "The child ended before it was ready");
        } catch (IOException e) {
            throw new IModelException(Status.BAD_ARG, "The launcher can not be started", e);
        }
    }

    /**
     * What that process does.
     *
     * @param ready is told where the server is
     * @param end serves until this ends
     */
    static void serve(StartupWorkloads.Scratch scratch, Consumer<JsonObject> ready, InputStream end) {
        var configuration = IModelHostConfiguration.builder()
                .environment(new JdkEnvironment())
                .cacheDir(scratch.directory())
                .build();
        WebEditOptions options = WebEditOptions.defaults()
                .withIpc(IpcHostOptions.defaults().stayingWithoutFrontend())
                .with(IpcHandler.of(IpcChannel.named(CHANNEL), Functions.class, new Measured()));
        IpcAdmission admission = IpcAdmission.byToken(List.of());
        try (WebEditHost host = WebEditHost.startup(configuration, options);
                ImodelServer server = ImodelServer.start(
                        ServerOptions.defaults().withPort(0),
                        List.of(),
                        host::isValid,
                        new IpcEndpoint(host.ipc(), admission))) {
            ready.accept(JsonObject.builder()
                    .put("ipcUrl", server.ipcUrl(admission))
                    .put("pid", ProcessHandle.current().pid())
                    .build());
            while (end.read() >= 0) {
                // Whoever holds the other end ends this by closing it.
            }
        } catch (IOException e) {
            throw new IModelException(Status.READ_ERROR, "The input can not be read", e);
        }
    }

    @Override
    public void close() {
        if (own != null) {
            try {
                own.getOutputStream().close();
                if (!own.waitFor(10, TimeUnit.SECONDS)) {
                    own.destroyForcibly();
                }
            } catch (IOException e) {
                own.destroyForcibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                own.destroyForcibly();
            }
        }
    }

    private static final class Measured implements Functions {
        @Override
        public void nothing() {}

        @Override
        public void pause(int millis) throws InterruptedException {
            Thread.sleep(millis);
        }

        @Override
        public IpcValue bytes(int count) {
            return IpcValue.of(new IpcBody(count, out -> {
                byte[] part = new byte[1 << 16];
                for (int left = count; left > 0; left -= part.length) {
                    out.write(part, 0, Math.min(left, part.length));
                }
            }));
        }
    }
}
