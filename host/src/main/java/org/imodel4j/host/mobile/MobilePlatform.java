package org.imodel4j.host.mobile;

import org.imodel4j.host.Platform;

/** The systems that frontends tell apart. */
public enum MobilePlatform {
    IOS("ios"),
    ANDROID("android");

    private final String text;

    MobilePlatform(String text) {
        this.text = text;
    }

    /** The word that frontends know it by. */
    public String text() {
        return text;
    }

    /** The system that this process runs on; iOS where it is no mobile one. */
    static MobilePlatform current() {
        return Platform.current() == Platform.ANDROID ? ANDROID : IOS;
    }
}
