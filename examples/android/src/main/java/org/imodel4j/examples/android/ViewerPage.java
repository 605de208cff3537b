package org.imodel4j.examples.android;

import android.app.Activity;
import android.webkit.RenderProcessGoneDetail;
import android.webkit.WebResourceRequest;
import android.webkit.WebResourceResponse;
import android.webkit.WebSettings;
import android.webkit.WebView;
import android.webkit.WebViewClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The page: the files below {@code assets/frontend} of the application, under an origin that Android keeps for this purpose and no server has, so that
 * the page has a secure context. It can load nothing else. Any thread may use it.
 */
final class ViewerPage extends WebViewClient {
    /** What the browser says of the page to the host. */
    static final String ORIGIN = "https://appassets.androidplatform.net";

    private static final String FOLDER = "frontend/";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html",
            "js", "text/javascript",
            "mjs", "text/javascript",
            "css", "text/css",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "wasm", "application/wasm");

    private final Activity activity;
    private volatile boolean there;

    /** Used in the main thread only; null while there is nothing to see. */
    private @Nullable WebView view;

    ViewerPage(Activity activity) {
        this.activity = activity;
    }

    private WebView newView() {
        WebView made = new WebView(activity);
        WebSettings settings = made.getSettings();
        settings.setJavaScriptEnabled(true);
        settings.setDomStorageEnabled(true);
        settings.setAllowFileAccess(false);
        settings.setAllowContentAccess(false);
        made.setWebViewClient(this);
        activity.setContentView(made);
        return made;
    }

    /** Loads the page, which finds the host by the hash. */
    void load(String hash) {
        there = true;
        activity.runOnUiThread(() -> {
            if (view == null) {
                view = newView();
            }
            view.loadUrl(ORIGIN + "/index.html" + hash);
        });
    }

    /** False before it is loaded, and from the moment on when the system has ended the process that shows it. */
    boolean isThere() {
        return there;
    }

    /** Has the page connect to another address; false when there is no page. */
    boolean reconnect(String address) {
        if (!there) {
            return false;
        }
        activity.runOnUiThread(() -> {
            if (view != null) {
                view.evaluateJavascript("window._imodeljs_rpc_reconnect('" + address + "')", null);
            }
        });
        return true;
    }

    /** Ends the activity, because there is no host any longer. */
    void finish() {
        activity.runOnUiThread(activity::finish);
    }

    /** In the main thread. */
    void close() {
        there = false;
        if (view != null) {
            view.destroy();
            view = null;
        }
    }

    @Override
    public @Nullable WebResourceResponse shouldInterceptRequest(WebView from, WebResourceRequest request) {
        String url = request.getUrl().toString();
        String path = request.getUrl().getPath();
        if (!url.startsWith(ORIGIN + "/") || path == null || path.contains("..")) {
            return missing();
        }
        try {
            String type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
            return new WebResourceResponse(type, "utf-8", activity.getAssets().open(FOLDER + path.substring(1)));
        } catch (IOException e) {
            return missing();
        }
    }

    private static WebResourceResponse missing() {
        return new WebResourceResponse(
                "text/plain", "utf-8", 404, "Not Found", Map.of(), new ByteArrayInputStream(new byte[0]));
    }

    /** Links lead nowhere: the page is the application. */
    @Override
    public boolean shouldOverrideUrlLoading(WebView from, WebResourceRequest request) {
        return !request.getUrl().toString().startsWith(ORIGIN + "/");
    }

    /**
     * In the background the system may end the process of the page, and its view is of no use any longer; the shell loads the page again in the
     * foreground.
     */
    @Override
    public boolean onRenderProcessGone(WebView from, RenderProcessGoneDetail detail) {
        close();
        return true;
    }
}
