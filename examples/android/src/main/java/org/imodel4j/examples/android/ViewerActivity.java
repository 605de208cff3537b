package org.imodel4j.examples.android;

import android.app.Activity;
import android.content.ComponentCallbacks2;
import android.content.res.Configuration;
import android.os.Bundle;
import org.jspecify.annotations.Nullable;

/** The only screen: a page that fills it. Tells the shell what becomes of it and of the device. */
public final class ViewerActivity extends Activity {
    private @Nullable ViewerShell shell;
    private @Nullable ViewerPage page;

    @Override
    protected void onCreate(@Nullable Bundle savedInstanceState) {
        super.onCreate(savedInstanceState);
        page = new ViewerPage(this);
        shell = new ViewerShell(getApplicationContext(), page);
        shell.start();
    }

    @Override
    protected void onStart() {
        super.onStart();
        if (shell != null) {
            shell.enterForeground();
        }
    }

    @Override
    protected void onStop() {
        if (shell != null) {
            shell.enterBackground();
        }
        super.onStop();
    }

    /** The system asks for memory; levels below that of a running application in need are about other processes. */
    @Override
    public void onTrimMemory(int level) {
        super.onTrimMemory(level);
        if (shell != null
                && level >= ComponentCallbacks2.TRIM_MEMORY_RUNNING_LOW
                && level < ComponentCallbacks2.TRIM_MEMORY_UI_HIDDEN) {
            shell.memoryWarning();
        }
    }

    /** The manifest says that this activity is not made anew when the device is turned. */
    @Override
    public void onConfigurationChanged(Configuration configuration) {
        super.onConfigurationChanged(configuration);
        if (shell != null) {
            shell.orientationChanged();
        }
    }

    @Override
    protected void onDestroy() {
        if (shell != null) {
            shell.end();
        }
        if (page != null) {
            page.close();
        }
        super.onDestroy();
    }
}
