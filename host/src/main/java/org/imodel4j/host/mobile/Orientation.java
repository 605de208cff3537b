package org.imodel4j.host.mobile;

/** How a device is held; the numbers are those of iTwin.js. */
public enum Orientation {
    UNKNOWN(0),
    PORTRAIT(1),
    PORTRAIT_UPSIDE_DOWN(2),
    LANDSCAPE_LEFT(4),
    LANDSCAPE_RIGHT(8),
    FACE_UP(16),
    FACE_DOWN(32);

    private final int number;

    Orientation(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
