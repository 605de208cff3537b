package org.imodel4j.examples.android;

import android.content.Context;
import android.util.Log;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.imodel4j.error.IModelException;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.host.mobile.AndroidHost;
import org.imodel4j.host.mobile.MobileHost;
import org.imodel4j.host.mobile.MobileHostOptions;
import org.imodel4j.socket.SocketOptions;
import org.imodel4j.socket.WebSocketServer;
import org.jspecify.annotations.Nullable;

/**
 * Starts the host and passes on to it what happens, in the order in which it happens and never in the main thread, which must neither use sockets nor
 * wait.
 */
final class ViewerShell {
    private static final String TAG = "viewer";

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Context context;
    private final ViewerPage page;

    /** Used in the thread only. */
    private @Nullable AndroidHost host;

    ViewerShell(Context context, ViewerPage page) {
        this.context = context;
        this.page = page;
    }

    /** Starts the host and then loads the page. */
    void start() {
        thread.execute(() -> {
            IModelHostConfiguration configuration = IModelHostConfiguration.builder()
                    .cacheDir(context.getFilesDir().toPath().resolve("imodel4j"))
                    .build();
            SocketOptions sockets = SocketOptions.defaults().withOrigin(ViewerPage.ORIGIN);
            MobileHostOptions options = MobileHostOptions.of(
                            new AndroidDevice(context, page), WebSocketServer.ports(sockets))
                    .withSecret()
                    .whenEnded(page::finish);
            try {
                host = AndroidHost.startup(configuration, options);
                page.load(host.urlHash());
            } catch (IModelException e) {
                Log.e(TAG, "The host did not start", e);
                page.finish();
            }
        });
    }

    void enterForeground() {
        tell(running -> {
            running.enterForeground();
            if (!page.isThere()) {
                page.load(running.urlHash());
            }
        });
    }

    void enterBackground() {
        tell(MobileHost::enterBackground);
    }

    void memoryWarning() {
        tell(MobileHost::memoryWarning);
    }

    void orientationChanged() {
        tell(MobileHost::orientationChanged);
    }

    /** The activity ends, and with it the host. */
    void end() {
        tell(running -> {
            running.willTerminate();
            running.close();
        });
        thread.shutdown();
    }

    private void tell(Consumer<MobileHost> what) {
        thread.execute(() -> {
            AndroidHost running = host;
            if (running == null || !running.isValid()) {
                return;
            }
            try {
                what.accept(running);
            } catch (IModelException e) {
                Log.e(TAG, "The host could not follow the application", e);
            }
        });
    }
}
