package org.imodel4j.host.mobile;

import org.imodel4j.host.IModelHostConfiguration;

/** The backend of an application on Android, for the frontends that 2.x calls {@code AndroidApp} and later releases {@code MobileApp}. */
public final class AndroidHost extends MobileHost {
    private AndroidHost(IModelHostConfiguration configuration, MobileHostOptions options) {
        super(configuration, options, MobilePlatform.ANDROID);
    }

    /** Starts a host; see {@link MobileHost#startup(IModelHostConfiguration, MobileHostOptions)}. */
    public static AndroidHost startup(IModelHostConfiguration configuration, MobileHostOptions options) {
        return announceAndListen(new AndroidHost(configuration, options));
    }
}
