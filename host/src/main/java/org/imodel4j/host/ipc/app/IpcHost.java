package org.imodel4j.host.ipc.app;

import java.util.List;
import org.imodel4j.host.IModelHost;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.host.ipc.IpcHandler;
import org.imodel4j.host.ipc.IpcSocket;
import org.imodel4j.host.ipc.RpcFunctions;
import org.imodel4j.host.rpc.RpcAccess;
import org.imodel4j.host.rpc.RpcInterface;
import org.imodel4j.host.rpc.RpcLimits;
import org.imodel4j.host.rpc.WebRpcProtocol;

/**
 * A backend with a frontend of its own: they belong together, and if either goes, the other goes.
 *
 * <p>Its startup makes the functions first, then the host, and lets frontends connect last. Its shutdown ends the connections first, then what
 * {@link IModelHost#close} ends. When the last frontend is gone, and none comes within the grace period of the options, it shuts itself down;
 * {@link org.imodel4j.host.HostEvents#onBeforeShutdown} tells the application. Which files frontends may open is decided by {@link
 * IModelHostConfiguration#snapshotFileNameResolver}.
 */
public abstract class IpcHost extends IModelHost {
    private final IpcSocket ipc;
    private final WebRpcProtocol rpc;
    private final FrontendWatch watch;
    private final List<IpcHandler> applicationHandlers;

    protected IpcHost(
            IModelHostConfiguration configuration,
            List<RpcInterface> interfaces,
            RpcAccess access,
            RpcLimits limits,
            IpcHostOptions options) {
        super(configuration);
        ipc = new IpcSocket(configuration.environment(), options.limits());
        rpc = new WebRpcProtocol(this, interfaces, access, limits);
        watch = new FrontendWatch(ipc, configuration.environment(), options.gracePeriod(), this::close);
        FrontendFiles files = new FrontendFiles(this);
        ipc.onDisconnected().addListener(files::forget);
        if (options.endsWithFrontend()) {
            ipc.onDisconnected().addListener(gone -> watch.departed());
        }
        ipc.handle(IpcHandler.of(IpcAppFunctions.CHANNEL, IpcAppFunctions.class, new AppFunctions(this, files)));
        ipc.handle(IpcHandler.of(EditorFunctions.CHANNEL, EditorFunctions.class, new NoEditing()));
        ipc.handle(DialogFunctions.handler(Shell.NONE));
        ipc.handle(RpcFunctions.handler(rpc.dispatcher()));
        applicationHandlers = options.handlers();
        applicationHandlers.forEach(ipc::handle);
    }

    /** Adds a handler of a kind of hosts, which one of the application for the same channel takes precedence over. */
    protected final void handleUnlessApplicationDoes(IpcHandler handler) {
        ipc.handle(handler);
        applicationHandlers.forEach(ipc::handle);
    }

    /** The end of the startup of every such host: tells the listeners and lets frontends connect. */
    protected static <H extends IpcHost> H announceAndOpen(H host) {
        announce(host);
        host.ipc().open();
        return host;
    }

    /** Functions, listeners and notifications, and the frontends that are connected. */
    public final IpcSocket ipc() {
        return ipc;
    }

    /** Answers the RPC calls of frontends that make them over HTTP, as those of 2.x do. */
    public final WebRpcProtocol rpc() {
        return rpc;
    }

    @Override
    public void close() {
        watch.stop();
        ipc.close();
        super.close();
    }
}
