package org.imodel4j.host.mobile;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.imodel4j.host.BeEvent;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.host.ipc.IpcChannel;
import org.imodel4j.host.ipc.IpcConnection;
import org.imodel4j.host.ipc.IpcHandler;
import org.imodel4j.host.nativeapp.NativeHost;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The backend of an application on a phone or tablet, whose frontend is a page in the same application: {@code MobileApp} of iTwin.js.
 *
 * <p>The shell of the application starts it, loads the page with {@link #urlHash}, and tells it what happens to the device and to the application.
 * There is one page at a time; another that connects takes its place. In the background the port is closed, while what the page opened stays open and
 * what it is to be told waits; in the foreground there is a new port, the shell connects the page to it, and a request that the page repeats is not
 * run again. A page that does not come back within the grace period of the options counts as gone.
 */
public class MobileHost extends NativeHost {
    private static final Logger LOG = LoggerFactory.getLogger(MobileHost.class);

    private final MobileHostOptions options;
    private final MobilePlatform platform;
    private final Duration gracePeriod;
    private final Pages pages;
    private final PagePort port;
    private final MobileAppNotifications notifications;
    private final DeviceAuthorization authorization;
    private final BeEvent<MobileHost> onMemoryWarning = new BeEvent<>();
    private final BeEvent<MobileHost> onOrientationChanged = new BeEvent<>();
    private final BeEvent<MobileHost> onEnterForeground = new BeEvent<>();
    private final BeEvent<MobileHost> onEnterBackground = new BeEvent<>();
    private final BeEvent<MobileHost> onWillTerminate = new BeEvent<>();
    private final BeEvent<DeviceToken> onAuthAccessTokenChanged = new BeEvent<>();
    private final AtomicBoolean ended = new AtomicBoolean();

    /** As {@link NativeHost}; a subclass ends its own startup with {@link #announceAndListen}. */
    protected MobileHost(IModelHostConfiguration configuration, MobileHostOptions options, MobilePlatform platform) {
        this(configuration, options, platform, new DeviceAuthorization(options.device(), Clock.systemUTC()));
    }

    private MobileHost(
            IModelHostConfiguration configuration,
            MobileHostOptions options,
            MobilePlatform platform,
            DeviceAuthorization authorization) {
        super(configuration.toBuilder().authorizationClient(authorization).build(), options.nativeHost());
        this.options = options;
        this.platform = platform;
        this.authorization = authorization;
        this.gracePeriod = options.nativeHost().ipc().gracePeriod();
        this.notifications = ipc().notifications(MobileAppNotifications.CHANNEL, MobileAppNotifications.class);
        this.pages = new Pages(
                configuration.environment(),
                options.nativeHost().ipc().limits(),
                link -> new Page(
                        configuration.environment(),
                        rpc().dispatcher(),
                        ipc(),
                        options.nativeHost().ipc().limits(),
                        link));
        this.port = new PagePort(configuration.environment(), options, pages);
        handleUnlessApplicationDoes(
                IpcHandler.of(MobileAppFunctions.CHANNEL, MobileAppFunctions.class, new MobileFunctions(this)));
    }

    /**
     * Starts a host and opens its port; otherwise as {@link org.imodel4j.host.IModelHost#startup(IModelHostConfiguration)}. The authorization client
     * of the configuration is replaced by one that asks the device.
     *
     * @throws org.imodel4j.error.IModelException also when the port can not be had
     */
    public static MobileHost startup(IModelHostConfiguration configuration, MobileHostOptions options) {
        return announceAndListen(new MobileHost(configuration, options, MobilePlatform.current()));
    }

    /** The end of the startup of every such host. */
    protected static <H extends MobileHost> H announceAndListen(H host) {
        announceAndOpen(host);
        try {
            ((MobileHost) host).port.open();
        } catch (RuntimeException e) {
            host.close();
            throw e;
        }
        return host;
    }

    public final MobileDevice device() {
        return options.device();
    }

    public final MobilePlatform platform() {
        return platform;
    }

    /** The port on which the page connects; 0 while there is none. */
    public final int port() {
        return port.number();
    }

    /**
     * What the URL of the page ends with, so that it finds this host: {@code #port=43210&platform=android}, with a slash and the secret behind the number
     * when there is one.
     */
    public final String urlHash() {
        return "#port=" + port.address() + "&platform=" + platform.text();
    }

    /** Has the shell connect the page to another address, of this host or not; see {@link MobileDevice#reconnect}. */
    public final void reconnect(String address) {
        pages.reconnect(device(), address, gracePeriod);
    }

    /** The shell says: the device is short of memory. */
    public final void memoryWarning() {
        onMemoryWarning.raise(this);
        notifications.notifyMemoryWarning();
    }

    /** The shell says: the device is held in another way. */
    public final void orientationChanged() {
        onOrientationChanged.raise(this);
        notifications.notifyOrientationChanged();
    }

    /** The shell says: the application is not seen any more. Closes the port; returns when that is done. */
    public final void enterBackground() {
        onEnterBackground.raise(this);
        notifyUntil3x("notifyEnterBackground");
        pages.leave();
        port.suspend();
    }

    /**
     * The shell says: the application is seen again. Opens a port and has the page connect to it.
     *
     * @throws org.imodel4j.error.IModelException when the port can not be had
     */
    public final void enterForeground() {
        if (port.open()) {
            reconnect(port.address());
        }
        onEnterForeground.raise(this);
        notifyUntil3x("notifyEnterForeground");
    }

    /** The shell says: the application is about to be ended. It closes the host afterwards. */
    public final void willTerminate() {
        onWillTerminate.raise(this);
        notifications.notifyWillTerminate();
    }

    /** The shell says: the user has another token, or none. */
    public final void authAccessTokenChanged(DeviceToken token) {
        authorization.changed(token);
        onAuthAccessTokenChanged.raise(token);
        notifications.notifyAuthAccessTokenChanged(token.token(), MobileFunctions.text(token));
    }

    /** Later frontends know nothing of these two, and listen to another name of the channel. */
    private void notifyUntil3x(String name) {
        ipc().send(IpcChannel.named(MobileAppNotifications.CHANNEL.oldName()), name);
    }

    public final BeEvent<MobileHost> onMemoryWarning() {
        return onMemoryWarning;
    }

    public final BeEvent<MobileHost> onOrientationChanged() {
        return onOrientationChanged;
    }

    /** Raised when the port is open and the page was told. */
    public final BeEvent<MobileHost> onEnterForeground() {
        return onEnterForeground;
    }

    /** Raised before the port is closed. */
    public final BeEvent<MobileHost> onEnterBackground() {
        return onEnterBackground;
    }

    public final BeEvent<MobileHost> onWillTerminate() {
        return onWillTerminate;
    }

    public final BeEvent<DeviceToken> onAuthAccessTokenChanged() {
        return onAuthAccessTokenChanged;
    }

    /** Raised for each page, before its first message is read; not when it connects anew. */
    public final BeEvent<IpcConnection> onConnected() {
        return ipc().onConnected();
    }

    /** Notifies the page. */
    public final MobileAppNotifications mobileNotifications() {
        return notifications;
    }

    /** Sends to the subscribers that the page has for a push channel of RPC, {@code RpcPushChannel} of iTwin.js; to nobody without a page. */
    public final void push(String channelId, JsonValue data) {
        Page page = pages.tryCurrent();
        if (page != null) {
            page.push(channelId, data);
        }
    }

    /**
     * Downloads a file through the device and waits for it. What stands in its place is removed before, and so is a part of it afterwards.
     *
     * @param progress is told at most once a second how far it is, of the last 5 MB of every step; in a thread of the device
     * @param cancel cancels it from another thread
     * @throws org.imodel4j.error.IModelException 131079 when it was cancelled, 400 when it failed, WriteError when there is no place for it
     */
    public final void downloadFile(
            String url,
            Path to,
            @Nullable Consumer<? super DownloadProgress> progress,
            @Nullable DownloadCancel cancel) {
        new Downloads(device(), System::nanoTime).run(url, to, progress, cancel);
    }

    /** As {@link NativeHost#close}; closes the port and tells the shell last. */
    @Override
    public void close() {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        super.close();
        port.close();
        try {
            options.ended().run();
        } catch (RuntimeException e) {
            LOG.error("What runs at the end of the host failed", e);
        }
    }
}
