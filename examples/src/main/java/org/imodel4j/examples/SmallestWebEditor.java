package org.imodel4j.examples;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.imodel4j.host.FileNameResolver;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.host.web.WebEditHost;
import org.imodel4j.host.web.WebEditOptions;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.server.ImodelServer;
import org.imodel4j.server.IpcAdmission;
import org.imodel4j.server.IpcEndpoint;
import org.imodel4j.server.JdkEnvironment;
import org.imodel4j.server.RpcRoute;
import org.imodel4j.server.ServerOptions;

/** A host for a {@code LocalhostIpcApp} in a browser, which opens the files of one folder and ends with its frontend. */
public final class SmallestWebEditor {
    private SmallestWebEditor() {}

    /** Arguments: the folder of the files, the folder for what is kept. */
    public static void main(String[] args) throws InterruptedException {
        IModelHostConfiguration configuration = IModelHostConfiguration.builder()
                .environment(new JdkEnvironment())
                .cacheDir(Path.of(args[1]))
                .snapshotFileNameResolver(FileNameResolver.filesBelow(List.of(Path.of(args[0]))))
                .build();
        IpcAdmission admission = IpcAdmission.byToken(List.of());
        CountDownLatch ended = new CountDownLatch(1);
        configuration.events().onBeforeShutdown().addListener(host -> ended.countDown());
        try (WebEditHost host = WebEditHost.startup(configuration, WebEditOptions.defaults());
                ImodelServer server = serve(host, admission)) {
            System.out.println("READY "
                    + Json.write(JsonObject.builder()
                            .put("url", server.url())
                            .put("ipcUrl", server.ipcUrl(admission))
                            .build()));
            ended.await();
        }
    }

    static ImodelServer serve(WebEditHost host, IpcAdmission admission) {
        return ImodelServer.start(
                ServerOptions.defaults().withPort(0),
                List.of(new RpcRoute(host.rpc())),
                host::isValid,
                new IpcEndpoint(host.ipc(), admission));
    }
}
