package org.imodel4j.host.mobile;

/** What the battery of a device does; the numbers are those of iTwin.js. */
public enum BatteryState {
    UNKNOWN(0),
    UNPLUGGED(1),
    CHARGING(2),
    FULL(3);

    private final int number;

    BatteryState(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
