package org.imodel4j.examples;

import java.nio.file.Path;
import java.util.List;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.host.web.WebViewerHost;
import org.imodel4j.server.ImodelServer;
import org.imodel4j.server.JdkEnvironment;
import org.imodel4j.server.RpcRoute;
import org.imodel4j.server.ServerOptions;

/** Serves one iModel to iTwin.js frontends: a host, an open file and a server before them. */
public final class SmallestWebViewer {
    private SmallestWebViewer() {}

    public static void main(String[] args) throws InterruptedException {
        IModelHostConfiguration configuration = IModelHostConfiguration.builder()
                .environment(new JdkEnvironment())
                .build();
        try (WebViewerHost host = WebViewerHost.startup(configuration);
                ImodelServer server = serve(host, Path.of(args[0]), ServerOptions.DEFAULT_PORT)) {
            System.out.println("Frontends connect to " + server.url());
            Thread.currentThread().join();
        }
    }

    /** A frontend opens the file with the key {@code building}. */
    static ImodelServer serve(WebViewerHost host, Path iModel, int port) {
        host.openIModels().serve(iModel, "building");
        ServerOptions options = ServerOptions.defaults().withPort(port);
        return ImodelServer.start(options, List.of(new RpcRoute(host.rpc())), host::isValid);
    }
}
