package org.imodel4j.host.mobile;

import org.imodel4j.host.IModelHostConfiguration;

/** The backend of an application on iOS, for the frontends that 2.x calls {@code IOSApp} and later releases {@code MobileApp}. */
public final class IOSHost extends MobileHost {
    private IOSHost(IModelHostConfiguration configuration, MobileHostOptions options) {
        super(configuration, options, MobilePlatform.IOS);
    }

    /** Starts a host; see {@link MobileHost#startup(IModelHostConfiguration, MobileHostOptions)}. */
    public static IOSHost startup(IModelHostConfiguration configuration, MobileHostOptions options) {
        return announceAndListen(new IOSHost(configuration, options));
    }
}
