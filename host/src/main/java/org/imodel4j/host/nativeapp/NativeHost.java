package org.imodel4j.host.nativeapp;

import java.nio.file.Path;
import org.imodel4j.host.BeEvent;
import org.imodel4j.host.FileNameResolver;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.host.ipc.IpcHandler;
import org.imodel4j.host.ipc.app.IpcHost;

/**
 * The backend of an application whose frontend runs on the same computer. It has settings, knows whether the computer is online, and its
 * frontend may open every file that this process may read, unless a {@link IModelHostConfiguration#snapshotFileNameResolver} says otherwise; so
 * only transports that let nobody else in belong to it.
 *
 * <p>The hosts for desktop and mobile systems extend it with a transport of their own. Started by itself it takes the frontends that an
 * application's transport brings to {@link #ipc()}.
 */
public class NativeHost extends IpcHost {
    private final NativeHostOptions options;
    private final NativeAppNotifications notifications;
    private final Connectivity connectivity;
    private final SettingsStores settings;

    /** As {@link IpcHost}; a subclass ends its own startup with {@link #announceAndOpen}. */
    protected NativeHost(IModelHostConfiguration configuration, NativeHostOptions options) {
        super(
                withLocalFiles(configuration),
                options.rpc().interfaces(),
                options.rpc().access(),
                options.rpc().limits(),
                options.ipc());
        this.options = options;
        this.settings = new SettingsStores(appSettingsCacheDir(), cacheDir());
        this.notifications = ipc().notifications(NativeAppNotifications.CHANNEL, NativeAppNotifications.class);
        this.connectivity = new Connectivity(now -> notifications.notifyInternetConnectivityChanged(now.number()));
        handleUnlessApplicationDoes(IpcHandler.of(
                NativeAppFunctions.CHANNEL,
                NativeAppFunctions.class,
                new NativeFunctions(this, connectivity, new StorageFunctions(this, settings))));
        handleUnlessApplicationDoes(IpcHandler.of(CatalogFunctions.CHANNEL, CatalogFunctions.class, new NoCatalogs()));
    }

    /** Starts a host with all defaults. */
    public static NativeHost startup() {
        return startup(IModelHostConfiguration.defaults(), NativeHostOptions.defaults());
    }

    /** Starts a host; see {@link org.imodel4j.host.IModelHost#startup(IModelHostConfiguration)}. */
    public static NativeHost startup(IModelHostConfiguration configuration, NativeHostOptions options) {
        return announceAndOpen(new NativeHost(configuration, options));
    }

    private static IModelHostConfiguration withLocalFiles(IModelHostConfiguration given) {
        return given.snapshotFileNameResolver() == null
                ? given.toBuilder()
                        .snapshotFileNameResolver(FileNameResolver.everyFile())
                        .build()
                : given;
    }

    public final String applicationName() {
        return options.applicationName();
    }

    /** Where settings are kept. */
    public final Path appSettingsCacheDir() {
        return cacheDir().resolve("appSettings");
    }

    /**
     * The settings of this application, in the file that is called as the application. Ask for it each time: the frontend may have deleted the
     * one of last time.
     *
     * @throws org.imodel4j.error.IModelException the file can not be made, or is no file of settings
     */
    public final SettingsStore settingsStore() {
        return settings.open(applicationName());
    }

    /** Online until somebody says something else. */
    public final InternetConnectivity checkInternetConnectivity() {
        return connectivity.status();
    }

    /** Says whether the computer is online; a change is told to the listeners and to the frontend, in this thread. */
    public final void overrideInternetConnectivity(InternetConnectivity.OverriddenBy by, InternetConnectivity status) {
        connectivity.override(status);
    }

    public final BeEvent<InternetConnectivity> onInternetConnectivityChanged() {
        return connectivity.onChanged();
    }

    /** Notifies the frontend. */
    public final NativeAppNotifications notifications() {
        return notifications;
    }

    /** As {@link IpcHost#close}; the listeners of this host are forgotten and its settings closed last. */
    @Override
    public void close() {
        super.close();
        connectivity.onChanged().clear();
        settings.close();
    }
}
