package org.imodel4j.host.nativeapp;

import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;

/** Whether the computer reaches the internet, as far as somebody has told the host; the numbers are those of iTwin.js. */
public enum InternetConnectivity {
    ONLINE,
    OFFLINE;

    int number() {
        return ordinal();
    }

    static InternetConnectivity of(int number) {
        return switch (number) {
            case 0 -> ONLINE;
            case 1 -> OFFLINE;
            default -> throw new IModelException(Status.BAD_ARG, "the connectivity is 0, online, or 1, offline");
        };
    }

    /** Who said so. */
    public enum OverriddenBy {
        BROWSER,
        USER;

        static OverriddenBy of(int number) {
            return switch (number) {
                case 0 -> BROWSER;
                case 1 -> USER;
                default -> throw new IModelException(Status.BAD_ARG, "overridden by 0, the browser, or 1, the user");
            };
        }
    }
}
