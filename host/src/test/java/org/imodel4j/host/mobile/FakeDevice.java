package org.imodel4j.host.mobile;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A device that a test plays. */
final class FakeDevice implements MobileDevice {
    final List<String> reconnected = new CopyOnWriteArrayList<>();
    final Map<Long, DownloadListener> downloads = new ConcurrentHashMap<>();
    private final AtomicLong lastDownload = new AtomicLong();
    volatile boolean hasPage = true;
    volatile DeviceToken token = DeviceToken.NONE;

    @Override
    public Orientation getOrientation() {
        return Orientation.LANDSCAPE_LEFT;
    }

    @Override
    public BatteryState getBatteryState() {
        return BatteryState.CHARGING;
    }

    @Override
    public double getBatteryLevel() {
        return 0.5;
    }

    @Override
    public long createDownloadTask(String url, boolean isBackground, String downloadTo, DownloadListener listener) {
        long id = lastDownload.incrementAndGet();
        downloads.put(id, listener);
        return id;
    }

    @Override
    public boolean cancelDownloadTask(long id) {
        DownloadListener listener = downloads.remove(id);
        if (listener != null) {
            listener.cancelled();
        }
        return listener != null;
    }

    @Override
    public List<DownloadTask> getDownloadTasks() {
        return List.of();
    }

    @Override
    public boolean resumeDownloadInForeground(long id) {
        return downloads.containsKey(id);
    }

    @Override
    public boolean resumeDownloadInBackground(long id) {
        return downloads.containsKey(id);
    }

    @Override
    public boolean reconnect(String address) {
        reconnected.add(address);
        return hasPage;
    }

    @Override
    public DeviceToken authGetAccessToken() {
        return token;
    }
}
