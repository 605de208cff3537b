package org.imodel4j.host;

import java.util.Locale;

/** The operating system under the backend, by the names that iTwin.js uses. */
public enum Platform {
    WINDOWS("win32"),
    LINUX("linux"),
    MAC("darwin"),
    IOS("ios"),
    ANDROID("android"),
    OTHER("unknown");

    private final String platformName;

    Platform(String platformName) {
        this.platformName = platformName;
    }

    /** As {@code process.platform} of Node spells it. */
    public String platformName() {
        return platformName;
    }

    public boolean isMobile() {
        return this == IOS || this == ANDROID;
    }

    public boolean isDesktop() {
        return this == WINDOWS || this == LINUX || this == MAC;
    }

    /** The platform of this process. */
    public static Platform current() {
        return of(System.getProperty("os.name", ""), System.getProperty("java.vendor", ""));
    }

    /** The platform that a JVM with these system properties runs on; Android reports itself as Linux. */
    static Platform of(String osName, String javaVendor) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (javaVendor.toLowerCase(Locale.ROOT).contains("android")) {
            return ANDROID;
        } else if (os.startsWith("windows")) {
            return WINDOWS;
        } else if (os.startsWith("ios")) {
            return IOS;
        } else if (os.startsWith("mac") || os.startsWith("darwin")) {
            return MAC;
        } else if (os.contains("linux")) {
            return LINUX;
        }
        return OTHER;
    }
}
