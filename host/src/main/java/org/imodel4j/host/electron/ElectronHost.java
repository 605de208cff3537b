package org.imodel4j.host.electron;

import java.net.Socket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.imodel4j.error.ErrorKind;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.host.ipc.IpcCall;
import org.imodel4j.host.ipc.IpcHandler;
import org.imodel4j.host.ipc.IpcSocket;
import org.imodel4j.host.nativeapp.NativeHost;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The backend of a desktop application. Its windows belong to Electron, a process of its own whose main script is the bridge of imodel4j (npm
 * package {@code imodel4j-electron-bridge}); what {@code ElectronApp} of iTwin.js sends there comes here over a socket that lets nobody else in.
 *
 * <p>Either process may start the other. Electron that starts the JVM reads the {@link #readyLine} that the application prints; the host starts
 * Electron when its options have a command for it. When Electron is gone the host closes, when the host closes Electron ends, and so it does when
 * the JVM is killed.
 *
 * <p>Every page is a frontend of its own: it gets the answers to what it asked, and all pages get notifications.
 */
public final class ElectronHost extends NativeHost {
    private static final Logger LOG = LoggerFactory.getLogger(ElectronHost.class);

    private final ElectronHostOptions options;
    private final WindowSettings windows = new WindowSettings(this::settingsStore);
    private final IpcSocket bridge;
    private final BridgeDoor door;
    private final CompletableFuture<ElectronFunctions> shell = new CompletableFuture<>();
    private final AtomicReference<@Nullable BridgeLink> link = new AtomicReference<>();
    private final AtomicReference<@Nullable ElectronProcess> process = new AtomicReference<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);

    private ElectronHost(IModelHostConfiguration configuration, ElectronHostOptions options, BridgeDoor door) {
        super(configuration, options.forNativeHost());
        this.options = options;
        this.door = door;
        this.bridge = new IpcSocket(
                configuration.environment(), options.nativeHost().ipc().limits());
        new ElectronRpc(rpc().dispatcher(), options.nativeHost().rpc().limits(), ElectronRpc.CHUNK).listen(ipc());
        bridge.handle(IpcHandler.of(BridgeFunctions.CHANNEL, BridgeFunctions.class, windows.functions(this::ready)));
        bridge.open();
    }

    /** Starts a host with all defaults, for an Electron that has started this process. */
    public static ElectronHost startup() {
        return startup(IModelHostConfiguration.defaults(), ElectronHostOptions.defaults());
    }

    /**
     * Starts a host and, when the options say so, Electron.
     *
     * @throws IModelException when neither Electron has started this process nor the options say how to start it, or it does not come; see also
     *     {@link org.imodel4j.host.IModelHost#startup(IModelHostConfiguration)}
     */
    public static ElectronHost startup(IModelHostConfiguration configuration, ElectronHostOptions options) {
        return startup(configuration, options, System.getenv());
    }

    static ElectronHost startup(
            IModelHostConfiguration configuration, ElectronHostOptions options, Map<String, String> environment) {
        String given = environment.get(ElectronProcess.SECRET);
        boolean starts = !options.electronCommand().isEmpty();
        if (!starts && given == null) {
            throw new IModelException(Status.NOT_ENABLED, "Not running under Electron");
        }
        String secret = starts || given == null ? BridgeDoor.newSecret() : given;
        BridgeDoor door = BridgeDoor.open(secret, configuration.environment());
        ElectronHost host;
        try {
            host = new ElectronHost(configuration, options, door);
        } catch (RuntimeException e) {
            door.close();
            throw e;
        }
        try {
            announceAndOpen(host);
            if (starts) {
                host.process.set(ElectronProcess.start(options.electronCommand(), door.port(), secret));
            }
            configuration.environment().begin(host::serveElectron, "electron-bridge");
            if (starts) {
                host.shell();
            }
            return host;
        } catch (RuntimeException e) {
            host.close();
            throw e;
        }
    }

    /** Waits for the bridge, then hears it until it is gone; the host goes with it. */
    private void serveElectron() {
        try {
            ElectronProcess started = process.get();
            Socket socket =
                    door.admit(options.connectTime(), () -> isValid() && (started == null || started.isAlive()));
            BridgeLink connected = new BridgeLink(
                    socket, bridge, ipc(), options.nativeHost().ipc().limits());
            link.set(connected);
            if (isValid()) {
                connected.run();
            } else {
                connected.close();
            }
        } catch (IModelException e) {
            LOG.error("There is no Electron to work for", e);
        } finally {
            close();
        }
    }

    private void ready(IpcCall call) {
        ipc().onChannelsChanged().addListener(this::tellChannels);
        tellChannels(ipc());
        shell.complete(call.connection()
                .functions(ElectronFunctions.CHANNEL, ElectronFunctions.class, ElectronFunctions.TIME));
    }

    /** One after the other, so that the last that the bridge hears is the last that was true. */
    private synchronized void tellChannels(IpcSocket changed) {
        bridge.notifications(ElectronFunctions.CHANNEL, ElectronNotifications.class)
                .channels(changed.handledChannels(), changed.listenedChannels());
    }

    private ElectronFunctions shell() {
        try {
            return shell.get(options.connectTime().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IModelException(Status.NOT_OPEN, "Electron did not connect", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IModelException(Status.ABORTED, "interrupted while waiting for Electron", e);
        }
    }

    /**
     * What an application that Electron has started prints as a line of its own when it is ready: {@code READY} and, as JSON, the port on which the
     * bridge is expected. It holds no secret.
     */
    public String readyLine() {
        return "READY "
                + Json.write(JsonObject.builder().put("bridgePort", door.port()).build());
    }

    public Path webResourcesPath() {
        return options.webResourcesPath().toAbsolutePath();
    }

    public Path appIconPath() {
        return webResourcesPath().resolve(options.iconName());
    }

    /** The address of the first page. */
    public String frontendURL() {
        String given = options.frontendURL();
        if (given != null) {
            return given;
        }
        return options.developmentServer()
                ? "http://localhost:" + options.frontendPort()
                : "electron://frontend/index.html";
    }

    /**
     * Opens the window of the application and returns when it is there; its page loads by then. It is opened where it was the last time when the
     * options have a name for it, and Electron ends when its last window is closed, except on macOS.
     *
     * @throws IModelException NotOpen when Electron does not come, ServerTimeout when it does not answer
     */
    public void openMainWindow(OpenWindowOptions window) {
        shell().openMainWindow(described(frontendURL(), window));
    }

    /**
     * Opens a further window.
     *
     * @param url of a page of the same site as {@link #frontendURL}
     * @throws IModelException as {@link #openMainWindow}; BadArg for a page of another site
     */
    public void openWindow(String url, OpenWindowOptions window) {
        String site = frontendURL();
        int end = site.indexOf('/', site.indexOf("://") + 3);
        String root = end < 0 ? site + "/" : site.substring(0, end + 1);
        if (!url.startsWith(root)) {
            throw new IModelException(
                            Status.BAD_ARG.number(), ErrorKind.USER, "windows show pages of the application only", null)
                    .with("url", url);
        }
        shell().openWindow(described(url, window));
    }

    private JsonObject described(String url, OpenWindowOptions window) {
        JsonObject.Builder described = JsonObject.builder()
                .put("url", url)
                .put("developmentServer", options.developmentServer())
                .put("options", window.browserWindow());
        if (!options.developmentServer()) {
            described.put("folder", webResourcesPath().toString());
        }
        if (java.nio.file.Files.isRegularFile(appIconPath())) {
            described.put("icon", appIconPath().toString());
        }
        String name = window.storeWindowName();
        if (name != null) {
            WindowBounds bounds = windows.tryBounds(name);
            described
                    .put("name", name)
                    .putIfPresent("bounds", bounds == null ? null : bounds.toJson())
                    .put("isMaximized", Boolean.TRUE.equals(windows.tryMaximized(name)));
        }
        return described.build();
    }

    /** Where a window was when the user moved it the last time; null for a window that was never moved. */
    public @Nullable WindowBounds tryWindowSizeAndPositionSetting(String windowName) {
        return windows.tryBounds(windowName);
    }

    /** Whether a window was maximized; null for a window that was never moved. */
    public @Nullable Boolean tryWindowMaximizedSetting(String windowName) {
        return windows.tryMaximized(windowName);
    }

    /** Waits until the host has shut down, because Electron is gone or somebody has closed it. */
    public void awaitClosed() throws InterruptedException {
        closed.await();
    }

    /** As {@link NativeHost#close}; Electron ends with it, and this returns when it has, if the host started it. */
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        try {
            super.close();
            door.close();
            bridge.close();
            shell.completeExceptionally(new IModelException(Status.NOT_OPEN, "the host has shut down"));
            BridgeLink connected = link.getAndSet(null);
            if (connected != null) {
                connected.close();
            }
            ElectronProcess started = process.getAndSet(null);
            if (started != null) {
                started.end();
            }
        } finally {
            closed.countDown();
        }
    }
}
