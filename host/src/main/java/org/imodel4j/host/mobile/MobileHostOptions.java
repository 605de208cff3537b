package org.imodel4j.host.mobile;

import java.util.function.IntConsumer;
import org.imodel4j.host.ipc.IpcHandler;
import org.imodel4j.host.ipc.IpcLimits;
import org.imodel4j.host.ipc.app.IpcHostOptions;
import org.imodel4j.host.nativeapp.NativeHostOptions;
import org.imodel4j.host.rpc.RpcInterface;

/**
 * What a {@link MobileHost} does for its page, and how it belongs to the shell of the application.
 *
 * @param nativeHost the RPC interfaces, the functions of the application, its name, and when the host ends
 * @param device that it runs on
 * @param ports on which the page connects
 * @param port 0 for any that is free, each time
 * @param isSecret whether the page has to know a secret, which is new with each host and stands in the URL behind the port
 * @param listening is given each port that is open, before the page is told of it; in the thread that opened it
 * @param ended is run when the host is closed, whoever closed it
 */
public record MobileHostOptions(
        NativeHostOptions nativeHost,
        MobileDevice device,
        FrontendPorts ports,
        int port,
        boolean isSecret,
        IntConsumer listening,
        Runnable ended) {
    private static final long UNREAD_BYTES = 64 << 20;

    /**
     * The standard interfaces and functions, at most 64 MB that wait for the page, and an end with the page, if none comes back within ten
     * seconds.
     */
    public static MobileHostOptions of(MobileDevice device, FrontendPorts ports) {
        IpcHostOptions ipc = IpcHostOptions.defaults().withLimits(IpcLimits.DEFAULT.withUnreadBytes(UNREAD_BYTES));
        return new MobileHostOptions(
                NativeHostOptions.defaults().withIpc(ipc), device, ports, 0, false, port -> {}, () -> {});
    }

    /** These options and one more RPC interface. */
    public MobileHostOptions with(RpcInterface more) {
        return withNativeHost(nativeHost.with(more));
    }

    /** These options and one more handler. */
    public MobileHostOptions with(IpcHandler handler) {
        return withNativeHost(nativeHost.with(handler));
    }

    public MobileHostOptions withNativeHost(NativeHostOptions options) {
        return new MobileHostOptions(options, device, ports, port, isSecret, listening, ended);
    }

    public MobileHostOptions withIpc(IpcHostOptions options) {
        return withNativeHost(nativeHost.withIpc(options));
    }

    /** Always the same port. */
    public MobileHostOptions withPort(int number) {
        return new MobileHostOptions(nativeHost, device, ports, number, isSecret, listening, ended);
    }

    /**
     * Lets nobody connect who does not know the URL of the page: on a device, any program can reach a port. The page needs not know of it, since it puts
     * what the URL says for the port behind {@code ws://localhost:} as it is.
     */
    public MobileHostOptions withSecret() {
        return new MobileHostOptions(nativeHost, device, ports, port, true, listening, ended);
    }

    public MobileHostOptions whenListening(IntConsumer action) {
        return new MobileHostOptions(nativeHost, device, ports, port, isSecret, action, ended);
    }

    public MobileHostOptions whenEnded(Runnable action) {
        return new MobileHostOptions(nativeHost, device, ports, port, isSecret, listening, action);
    }
}
