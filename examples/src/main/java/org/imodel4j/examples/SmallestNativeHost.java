package org.imodel4j.examples;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.host.nativeapp.NativeHost;
import org.imodel4j.host.nativeapp.NativeHostOptions;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.server.ImodelServer;
import org.imodel4j.server.IpcAdmission;
import org.imodel4j.server.IpcEndpoint;
import org.imodel4j.server.JdkEnvironment;
import org.imodel4j.server.RpcRoute;
import org.imodel4j.server.ServerOptions;

/**
 * The backend of an application whose frontend runs on the same computer, over a websocket: settings, connectivity and files of the computer. The
 * hosts for desktop and mobile systems are such hosts with a transport of their own. The frontend is a {@code LocalhostIpcApp}, and calls the
 * functions that {@code NativeApp} calls:
 *
 * <pre>{@code
 * const native = IpcApp.makeIpcProxy<NativeAppFunctions>(nativeAppIpcStrings.functions);
 * const settings = await native.storageMgrOpen("my-settings");
 * await native.storageSet(settings, "units", "metric");
 * }</pre>
 */
public final class SmallestNativeHost {
    private SmallestNativeHost() {}

    /** Arguments: {@code token}, or {@code port} for frontends that can be told no more than a port; the folder for what is kept. */
    public static void main(String[] args) throws InterruptedException {
        IModelHostConfiguration configuration = IModelHostConfiguration.builder()
                .environment(new JdkEnvironment())
                .cacheDir(Path.of(args[1]))
                .build();
        IpcAdmission admission = args[0].equals("port") ? IpcAdmission.loopback() : IpcAdmission.byToken(List.of());
        CountDownLatch ended = new CountDownLatch(1);
        configuration.events().onBeforeShutdown().addListener(host -> ended.countDown());
        try (NativeHost host = start(configuration);
                ImodelServer server = serve(host, admission)) {
            System.out.println("READY "
                    + Json.write(JsonObject.builder()
                            .put("url", server.url())
                            .put("ipcUrl", server.ipcUrl(admission))
                            .build()));
            // Frontend and backend live and end together.
            ended.await();
        }
    }

    /** The application can use the settings that its frontend has. */
    static NativeHost start(IModelHostConfiguration configuration) {
        NativeHost host =
                NativeHost.startup(configuration, NativeHostOptions.defaults().withApplicationName("example"));
        host.settingsStore().setString("last start", host.sessionId());
        return host;
    }

    static ImodelServer serve(NativeHost host, IpcAdmission admission) {
        return ImodelServer.start(
                ServerOptions.defaults().withPort(0),
                List.of(new RpcRoute(host.rpc())),
                host::isValid,
                new IpcEndpoint(host.ipc(), admission));
    }
}
