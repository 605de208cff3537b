package org.imodel4j.examples.android;

import android.content.Context;
import android.hardware.display.DisplayManager;
import android.os.BatteryManager;
import android.view.Display;
import android.view.Surface;
import java.util.List;
import org.imodel4j.host.mobile.BatteryState;
import org.imodel4j.host.mobile.DownloadListener;
import org.imodel4j.host.mobile.DownloadTask;
import org.imodel4j.host.mobile.MobileDevice;
import org.imodel4j.host.mobile.Orientation;

/** The device as Android tells of it. Nobody signs in here; an application with users overrides {@code authGetAccessToken}. */
final class AndroidDevice implements MobileDevice {
    private final BatteryManager battery;
    private final DisplayManager displays;
    private final DeviceDownloads downloads;
    private final ViewerPage page;

    AndroidDevice(Context context, ViewerPage page) {
        this.battery = context.getSystemService(BatteryManager.class);
        this.displays = context.getSystemService(DisplayManager.class);
        this.downloads = new DeviceDownloads(context);
        this.page = page;
    }

    /** For devices that are higher than wide when nobody turns them. */
    @Override
    public Orientation getOrientation() {
        Display display = displays.getDisplay(Display.DEFAULT_DISPLAY);
        if (display == null) {
            return Orientation.UNKNOWN;
        }
        return switch (display.getRotation()) {
            case Surface.ROTATION_0 -> Orientation.PORTRAIT;
            case Surface.ROTATION_90 -> Orientation.LANDSCAPE_LEFT;
            case Surface.ROTATION_180 -> Orientation.PORTRAIT_UPSIDE_DOWN;
            case Surface.ROTATION_270 -> Orientation.LANDSCAPE_RIGHT;
            default -> Orientation.UNKNOWN;
        };
    }

    @Override
    public BatteryState getBatteryState() {
        return switch (battery.getIntProperty(BatteryManager.BATTERY_PROPERTY_STATUS)) {
            case BatteryManager.BATTERY_STATUS_CHARGING -> BatteryState.CHARGING;
            case BatteryManager.BATTERY_STATUS_FULL -> BatteryState.FULL;
            case BatteryManager.BATTERY_STATUS_DISCHARGING, BatteryManager.BATTERY_STATUS_NOT_CHARGING ->
                BatteryState.UNPLUGGED;
            default -> BatteryState.UNKNOWN;
        };
    }

    @Override
    public double getBatteryLevel() {
        int percent = battery.getIntProperty(BatteryManager.BATTERY_PROPERTY_CAPACITY);
        return percent < 0 ? -1 : percent / 100.0;
    }

    @Override
    public boolean reconnect(String address) {
        return page.reconnect(address);
    }

    @Override
    public long createDownloadTask(String url, boolean isBackground, String downloadTo, DownloadListener listener) {
        return downloads.begin(url, downloadTo, listener);
    }

    @Override
    public boolean cancelDownloadTask(long id) {
        return downloads.cancel(id);
    }

    @Override
    public List<DownloadTask> getDownloadTasks() {
        return downloads.tasks();
    }

    /** The system goes on with every download by itself, whatever becomes of the application. */
    @Override
    public boolean resumeDownloadInForeground(long id) {
        return downloads.isRunning(id);
    }

    @Override
    public boolean resumeDownloadInBackground(long id) {
        return downloads.isRunning(id);
    }
}
