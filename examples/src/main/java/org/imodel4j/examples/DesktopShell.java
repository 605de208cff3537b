package org.imodel4j.examples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiFunction;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.host.ipc.app.IpcHostOptions;
import org.imodel4j.host.mobile.DeviceToken;
import org.imodel4j.host.mobile.MobileHost;
import org.imodel4j.host.mobile.MobileHostOptions;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.imodel4j.server.JdkEnvironment;
import org.imodel4j.socket.WebSocketServer;

/**
 * What the shell of a mobile application does, on a desktop computer: it starts the host, says in its first line what the URL of the page ends with,
 * and hears of the device from its input, where each line is {@code memory}, {@code orientation}, {@code background}, {@code foreground},
 * {@code terminate}, {@code token …}, {@code push channel …} or {@code quit}. A line {@code RECONNECT address} asks for what a real shell does by itself: to run {@code
 * window._imodeljs_rpc_reconnect(address)} in the page. The application has the functions and the interface of {@link OwnIpcFunctions}.
 */
final class DesktopShell {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final BlockingQueue<String> notes = new LinkedBlockingQueue<>();
    private final DesktopDevice device = new DesktopDevice(address -> {
        say("RECONNECT " + address);
        return true;
    });

    /** What the host is started with: the device, the sockets, and the application's own interface. */
    MobileHostOptions options(Duration gracePeriod) {
        return MobileHostOptions.of(device, WebSocketServer.ports())
                .withIpc(IpcHostOptions.defaults().withGracePeriod(gracePeriod))
                .with(OwnIpcFunctions.rpc(notes))
                .whenEnded(ended::countDown);
    }

    DesktopDevice device() {
        return device;
    }

    /** Starts a host and serves until it ends. */
    static void run(
            Path cacheDir,
            Duration gracePeriod,
            BiFunction<IModelHostConfiguration, MobileHostOptions, MobileHost> startup)
            throws InterruptedException {
        DesktopShell shell = new DesktopShell();
        IModelHostConfiguration configuration = IModelHostConfiguration.builder()
                .environment(new JdkEnvironment())
                .cacheDir(cacheDir)
                .build();
        try (MobileHost host = startup.apply(configuration, shell.options(gracePeriod))) {
            shell.attach(host);
            say("READY "
                    + Json.write(JsonObject.builder()
                            .put("hash", host.urlHash())
                            .put("port", host.port())
                            .build()));
            Thread.ofVirtual().start(() -> shell.obey(host));
            shell.ended.await();
        }
        say("ENDED");
    }

    /** Gives the host the application's functions. */
    void attach(MobileHost host) {
        OwnIpcFunctions.handle(host, notes);
    }

    private void obey(MobileHost host) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                obey(host, line);
            }
        } catch (IOException e) {
            host.close();
        }
    }

    void obey(MobileHost host, String line) {
        String word = line.split(" ", 2)[0];
        String rest = line.substring(Math.min(line.length(), word.length() + 1));
        switch (word) {
            case "memory" -> host.memoryWarning();
            case "orientation" -> host.orientationChanged();
            case "background" -> host.enterBackground();
            case "foreground" -> host.enterForeground();
            case "terminate" -> host.willTerminate();
            case "token" -> {
                device.signIn(new DeviceToken(rest, null));
                host.authAccessTokenChanged(new DeviceToken(rest, null));
            }
            case "push" -> {
                String channel = rest.split(" ", 2)[0];
                host.push(channel, JsonValue.of(rest.substring(Math.min(rest.length(), channel.length() + 1))));
            }
            case "quit" -> host.close();
            default -> say("? " + line);
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
