package org.imodel4j.examples;

import java.nio.file.Path;
import java.util.List;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.host.electron.ElectronHost;
import org.imodel4j.host.electron.ElectronHostOptions;
import org.imodel4j.host.electron.OpenWindowOptions;
import org.imodel4j.host.rpc.RpcInterface;
import org.imodel4j.host.rpc.RpcResult;
import org.imodel4j.json.JsonObject;
import org.imodel4j.server.JdkEnvironment;

/**
 * The backend of a desktop application: shows the page in a folder, which is a frontend of its own with ElectronApp, and remembers where its window
 * was; an RPC interface of its own takes and gives bytes. The arguments are that folder, a folder for what is kept, and, unless Electron has started this, the command that starts Electron.
 */
public final class ElectronViewer {
    private ElectronViewer() {}

    public static void main(String[] args) throws InterruptedException {
        IModelHostConfiguration configuration = IModelHostConfiguration.builder()
                .environment(new JdkEnvironment())
                .cacheDir(Path.of(args[1]))
                .build();
        RpcInterface own = RpcInterface.named("ViewerRpcInterface", "1.0.0")
                .operation("reversed", call -> RpcResult.bytes(reversed(call.bytes(0))))
                .build();
        ElectronHostOptions options = ElectronHostOptions.builder()
                .rpcInterface(own)
                .webResourcesPath(Path.of(args[0]))
                .electronCommand(List.of(args).subList(2, args.length))
                .build();
        try (ElectronHost host = ElectronHost.startup(configuration, options)) {
            System.out.println(host.readyLine());
            JsonObject look = JsonObject.builder()
                    .put("width", 1280)
                    .put("height", 800)
                    .put("title", "Viewer")
                    .build();
            host.openMainWindow(
                    OpenWindowOptions.defaults().withStoreWindowName("main").withBrowserWindow(look));
            host.awaitClosed();
        }
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int at = 0; at < bytes.length; at++) {
            reversed[at] = bytes[bytes.length - 1 - at];
        }
        return reversed;
    }
}
