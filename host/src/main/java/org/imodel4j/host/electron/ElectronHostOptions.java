package org.imodel4j.host.electron;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.imodel4j.host.ipc.IpcHandler;
import org.imodel4j.host.nativeapp.NativeHostOptions;
import org.imodel4j.host.rpc.RpcInterface;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link ElectronHost} shows and does for its frontend. The names and defaults are those of iTwin.js where it has them.
 *
 * @param nativeHost functions and RPC interfaces as of every native application; when the host ends is not decided there, as it ends with Electron
 * @param webResourcesPath the folder with the frontend's files
 * @param iconName of a file in it
 * @param frontendURL the first page; null for {@code index.html} of the folder
 * @param developmentServer whether the first page comes from a server on this computer instead, which may start later
 * @param frontendPort the port of that server
 * @param rpcInterfaces beside those of {@code nativeHost}
 * @param ipcHandlers beside those of {@code nativeHost}
 * @param electronCommand what starts Electron with the bridge as its main script; empty when Electron starts the JVM
 * @param connectTime how long Electron may take to connect
 */
public record ElectronHostOptions(
        NativeHostOptions nativeHost,
        Path webResourcesPath,
        String iconName,
        @Nullable String frontendURL,
        boolean developmentServer,
        int frontendPort,
        List<RpcInterface> rpcInterfaces,
        List<IpcHandler> ipcHandlers,
        List<String> electronCommand,
        Duration connectTime) {
    public ElectronHostOptions {
        rpcInterfaces = List.copyOf(rpcInterfaces);
        ipcHandlers = List.copyOf(ipcHandlers);
        electronCommand = List.copyOf(electronCommand);
    }

    /** The files of the current folder, for an Electron that has started the JVM and connects within a minute. */
    public static ElectronHostOptions defaults() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** What the native host has to know of this. */
    NativeHostOptions forNativeHost() {
        NativeHostOptions all = nativeHost.withIpc(nativeHost.ipc().stayingWithoutFrontend());
        for (RpcInterface more : rpcInterfaces) {
            all = all.with(more);
        }
        for (IpcHandler more : ipcHandlers) {
            all = all.with(more);
        }
        return all;
    }

    /** Options that are being made. */
    public static final class Builder {
        private NativeHostOptions nativeHost = NativeHostOptions.defaults();
        private Path webResourcesPath = Paths.get("");
        private String iconName = "appicon.ico";
        private @Nullable String frontendURL;
        private boolean developmentServer;
        private int frontendPort = 3000;
        private final List<RpcInterface> rpcInterfaces = new ArrayList<>();
        private final List<IpcHandler> ipcHandlers = new ArrayList<>();
        private List<String> electronCommand = List.of();
        private Duration connectTime = Duration.ofMinutes(1);

        private Builder() {}

        public Builder nativeHost(NativeHostOptions options) {
            nativeHost = options;
            return this;
        }

        public Builder webResourcesPath(Path folder) {
            webResourcesPath = folder;
            return this;
        }

        public Builder iconName(String name) {
            iconName = name;
            return this;
        }

        public Builder frontendURL(String url) {
            frontendURL = url;
            return this;
        }

        public Builder developmentServer(boolean value) {
            developmentServer = value;
            return this;
        }

        public Builder frontendPort(int port) {
            frontendPort = port;
            return this;
        }

        /** One more. */
        public Builder rpcInterface(RpcInterface more) {
            rpcInterfaces.add(more);
            return this;
        }

        /** One more. */
        public Builder ipcHandler(IpcHandler more) {
            ipcHandlers.add(more);
            return this;
        }

        public Builder electronCommand(List<String> command) {
            electronCommand = command;
            return this;
        }

        public Builder connectTime(Duration limit) {
            connectTime = limit;
            return this;
        }

        public ElectronHostOptions build() {
            return new ElectronHostOptions(
                    nativeHost,
                    webResourcesPath,
                    iconName,
                    frontendURL,
                    developmentServer,
                    frontendPort,
                    rpcInterfaces,
                    ipcHandlers,
                    electronCommand,
                    connectTime);
        }
    }
}
