package org.imodel4j.host.nativeapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.imodel4j.host.BeEvent;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.host.ipc.Frontend;
import org.imodel4j.host.ipc.IpcHandler;
import org.imodel4j.host.ipc.app.IpcHostOptions;
import org.imodel4j.host.nativeapp.InternetConnectivity.OverriddenBy;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeHostTest {
    private static final String APP = "itwinjs-core/nativeApp";
    private static final String OLD_APP = "nativeApp";
    private static final String IMODEL = "11111111-2222-4333-8444-555555555555";

    @TempDir
    Path dir;

    private NativeHost start(IModelHostConfiguration.Builder configuration, NativeHostOptions options) {
        return NativeHost.startup(
                configuration.cacheDir(dir.resolve("cache")).build(),
                options.withIpc(options.ipc().stayingWithoutFrontend()));
    }

    private NativeHost start() {
        return start(IModelHostConfiguration.builder(), NativeHostOptions.defaults());
    }

    private static String quoted(Object text) {
        return Json.write(JsonValue.of(String.valueOf(text)));
    }

    @Test
    void settingsAreKeptForFrontendAndApplication() {
        try (NativeHost host = start()) {
            Frontend frontend = Frontend.framed(host.ipc());
            assertThat(frontend.call(APP, "storageMgrOpen", "[\"iTwinApp\"]").text())
                    .isEqualTo("{\"result\":\"iTwinApp.settings-db\"}");
            for (String value : List.of("42", "1.5", "\"x\"", "true", "false")) {
                frontend.call(APP, "storageSet", "[\"iTwinApp.settings-db\",\"k\"," + value + "]");
                assertThat(frontend.call(APP, "storageGet", "[\"iTwinApp.settings-db\",\"k\"]")
                                .text())
                        .isEqualTo("{\"result\":" + value + "}");
            }
            frontend.call(
                    APP,
                    "storageSet",
                    "[\"iTwinApp.settings-db\",\"b\",{\"ipc\":\"binary\",\"type\":0,\"index\":0}]",
                    new byte[] {5, 6});
            assertThat(frontend.call(APP, "storageGet", "[\"iTwinApp.settings-db\",\"b\"]")
                            .binary()
                            .get(0))
                    .containsExactly(5, 6);
            assertThat(frontend.call(APP, "storageGetValueType", "[\"iTwinApp.settings-db\",\"b\"]")
                            .text())
                    .isEqualTo("{\"result\":\"Uint8Array\"}");
            frontend.call(APP, "storageSet", "[\"iTwinApp.settings-db\",\"n\",null]");
            assertThat(frontend.call(APP, "storageGet", "[\"iTwinApp.settings-db\",\"n\"]")
                            .text())
                    .isEqualTo("{}");
            assertThat(frontend.call(APP, "storageGetValueType", "[\"iTwinApp.settings-db\",\"n\"]")
                            .text())
                    .isEqualTo("{\"result\":\"null\"}");
            assertThat(host.settingsStore().tryBoolean("k")).isFalse();
            assertThat(frontend.call(APP, "storageMgrNames", "[]").text())
                    .isEqualTo("{\"result\":[\"iTwinApp.settings-db\"]}");
            frontend.call(APP, "storageRemove", "[\"iTwinApp.settings-db\",\"k\"]");
            assertThat(frontend.call(APP, "storageKeys", "[\"iTwinApp.settings-db\"]")
                            .text())
                    .contains("\"b\"", "\"n\"")
                    .doesNotContain("\"k\"");
            frontend.call(APP, "storageRemoveAll", "[\"iTwinApp.settings-db\"]");
            frontend.call(APP, "storageMgrClose", "[\"iTwinApp.settings-db\",true]");
            assertThat(frontend.call(APP, "storageKeys", "[\"iTwinApp.settings-db\"]")
                            .text())
                    .contains("Storage ID not open", "65551");
            assertThat(host.settingsStore().keys()).isEmpty();
        }
    }

    @Test
    void settingsOfOtherKindsAreRefused() {
        try (NativeHost host = start()) {
            Frontend frontend = Frontend.framed(host.ipc());
            String id = "\"" + "a.settings-db" + "\"";
            frontend.call(APP, "storageMgrOpen", "[\"a\"]");
            for (String value : List.of("{\"a\":1}", "[1]", "{\"ipc\":\"binary\",\"type\":0,\"index\":7}")) {
                assertThat(frontend.call(APP, "storageSet", "[" + id + ",\"o\"," + value + "]")
                                .text())
                        .contains("Unsupported type object", "\"errorNumber\":1,");
            }
            assertThat(frontend.call(APP, "storageSet", "[" + id + "," + quoted("x".repeat(100_001)) + ",1]")
                            .text())
                    .contains("too long");
            assertThat(frontend.call(APP, "storageMgrOpen", "[\"../a\"]").text())
                    .contains("Storage name should not be a path");
            assertThat(frontend.call(APP, "storageGet", "[\"../../a\",\"k\"]").text())
                    .contains("Storage ID not open");
        }
    }

    @Test
    void connectivityIsToldWhenItChanges() {
        List<InternetConnectivity> heard = new ArrayList<>();
        BeEvent<InternetConnectivity> event;
        try (NativeHost host = start()) {
            event = host.onInternetConnectivityChanged();
            host.onInternetConnectivityChanged().addListener(heard::add);
            Frontend frontend = Frontend.framed(host.ipc());
            assertThat(frontend.call(APP, "checkInternetConnectivity", "[]").text())
                    .isEqualTo("{\"result\":0}");
            frontend.invoke(APP, "overrideInternetConnectivity", "[0,0]");
            assertThat(frontend.next().text()).isEqualTo("[\"notifyInternetConnectivityChanged\",0]");
            assertThat(frontend.next().text()).isEqualTo("{}");
            assertThat(frontend.call(APP, "overrideInternetConnectivity", "[1,0]")
                            .text())
                    .isEqualTo("{}");
            host.overrideInternetConnectivity(OverriddenBy.USER, InternetConnectivity.OFFLINE);
            Frontend.Heard told = frontend.next();
            assertThat(told.channel()).isEqualTo("itwin.itwinjs-core/nativeApp-notify");
            assertThat(told.text()).isEqualTo("[\"notifyInternetConnectivityChanged\",1]");
            assertThat(heard).containsExactly(InternetConnectivity.ONLINE, InternetConnectivity.OFFLINE);
            assertThat(frontend.call(APP, "overrideInternetConnectivity", "[7,9]")
                            .text())
                    .contains("error");
        }
        assertThat(event.numberOfListeners()).isZero();
    }

    @Test
    void aFrontendOf2xStartsUp() {
        var configuration = IModelHostConfiguration.builder().authorizationClient(() -> "Bearer abc");
        try (NativeHost host = start(configuration, NativeHostOptions.defaults())) {
            Frontend frontend = Frontend.plain(host.ipc());
            assertThat(frontend.call(OLD_APP, "getConfig", "[]").text()).isEqualTo("{\"result\":{}}");
            frontend.invoke(OLD_APP, "overrideInternetConnectivity", "[0,0]");
            assertThat(frontend.next().channel()).isEqualTo("itwin.nativeApp-notify");
            assertThat(frontend.next().text()).isEqualTo("{}");
            assertThat(frontend.call(OLD_APP, "checkInternetConnectivity", "[]").text())
                    .isEqualTo("{\"result\":0}");
            assertThat(frontend.call(OLD_APP, "initializeAuth", "[{},{}]").text())
                    .isEqualTo("{\"result\":600}");
            frontend.invoke(OLD_APP, "signIn", "[]");
            assertThat(frontend.next().text()).isEqualTo("[\"notifyUserStateChanged\",{\"tokenString\":\"abc\"}]");
            frontend.next();
            assertThat(frontend.call(OLD_APP, "getAccessTokenProps", "[]").text())
                    .isEqualTo("{\"result\":{\"tokenString\":\"abc\"}}");
            assertThat(frontend.call(OLD_APP, "silentLogin", "[{}]").text()).contains("authorization client", "65573");
        }
    }

    @Test
    void everyFunctionIsThereUnderBothNames() {
        try (NativeHost host = start()) {
            Frontend five = Frontend.framed(host.ipc());
            Frontend three = Frontend.framed(host.ipc());
            for (Method function : NativeAppFunctions.class.getMethods()) {
                assertThat(five.call(APP, function.getName(), "[]").text()).doesNotContain("not found on IpcHandler");
                assertThat(three.call(OLD_APP, function.getName(), "[]").text())
                        .doesNotContain("not found on IpcHandler");
            }
            for (Method function : CatalogFunctions.class.getMethods()) {
                assertThat(five.call("catalogIModel/ipc", function.getName(), "[]")
                                .text())
                        .contains(function.getName() + " needs cloud containers", "65573");
            }
        }
    }

    @Test
    void whatNeedsAHubSaysSo() {
        try (NativeHost host = start()) {
            Frontend frontend = Frontend.framed(host.ipc());
            assertThat(frontend.call(APP, "acquireNewBriefcaseId", "[\"" + IMODEL + "\"]")
                            .text())
                    .contains("acquireNewBriefcaseId needs an iModelHub", "65573");
            assertThat(frontend.call(APP, "downloadBriefcase", "[{},false]").text())
                    .contains("iModelHub");
            assertThat(frontend.call(APP, "requestCancelDownloadBriefcase", "[\"x\"]")
                            .text())
                    .isEqualTo("{\"result\":false}");
            assertThat(frontend.call(APP, "getAccessToken", "[]").text()).isEqualTo("{}");
        }
    }

    @Test
    void briefcasesOfTheCacheAreFound() throws IOException {
        try (NativeHost host = start()) {
            Frontend frontend = Frontend.framed(host.ipc());
            assertThat(frontend.call(APP, "getCachedBriefcases", "[null]").text())
                    .isEqualTo("{\"result\":[]}");
            String name =
                    dir.resolve("cache/imodels/" + IMODEL + "/briefcases/2.bim").toString();
            assertThat(frontend.call(
                                    APP,
                                    "getBriefcaseFileName",
                                    "[{\"iModelId\":\"" + IMODEL + "\",\"briefcaseId\":2}]")
                            .text())
                    .isEqualTo("{\"result\":" + quoted(name) + "}");
            Path file = Path.of(name);
            Files.createDirectories(file.getParent());
            Files.copy(Path.of(System.getProperty("imodel4j.fixtures", "."), "empty.bim"), file);
            Files.writeString(file.resolveSibling("3.bim"), "damaged");
            for (String which : List.of("null", "\"" + IMODEL + "\"")) {
                assertThat(frontend.call(APP, "getCachedBriefcases", "[" + which + "]")
                                .text())
                        .contains("\"fileName\":" + quoted(name), "\"iModelId\":\"" + IMODEL + "\"")
                        .doesNotContain("3.bim");
            }
            assertThat(frontend.call(APP, "getBriefcaseFileName", "[{\"iModelId\":\"../../../x\",\"briefcaseId\":2}]")
                            .text())
                    .contains("Not a GUID");
        }
    }

    @Test
    void theFrontendOpensFilesOfTheComputer() throws IOException {
        Path file = Files.copy(
                Path.of(System.getProperty("imodel4j.fixtures", "."), "empty.bim"), dir.resolve("somewhere.bim"));
        try (NativeHost host = start()) {
            Frontend frontend = Frontend.framed(host.ipc());
            String app = "itwinjs-core/ipc-app";
            assertThat(frontend.call(app, "openStandalone", "[" + quoted(file) + ",1]")
                            .text())
                    .contains(IMODEL);
            for (String name : List.of(quoted(dir), "\"relative.bim\"", "\"a\\u0000b\"")) {
                assertThat(frontend.call(app, "openSnapshot", "[" + name + "]").text())
                        .contains("65574");
            }
        }
        var closed = IModelHostConfiguration.builder().snapshotFileNameResolver(key -> null);
        try (NativeHost host = start(closed, NativeHostOptions.defaults())) {
            assertThat(Frontend.framed(host.ipc())
                            .call("itwinjs-core/ipc-app", "openSnapshot", "[" + quoted(file) + "]")
                            .text())
                    .contains("65574");
        }
    }

    /** A handler of an application in place of a built-in one. */
    public interface OwnFunctions {
        String getAccessToken();
    }

    @Test
    void anApplicationMayReplaceTheFunctions() {
        OwnFunctions own = () -> "own";
        var options = new NativeHostOptions(NativeHostOptions.defaults().rpc(), IpcHostOptions.defaults(), "my app")
                .with(IpcHandler.of(NativeAppFunctions.CHANNEL, OwnFunctions.class, own));
        try (NativeHost host = start(IModelHostConfiguration.builder(), options)) {
            assertThat(Frontend.framed(host.ipc())
                            .call(APP, "getAccessToken", "[]")
                            .text())
                    .isEqualTo("{\"result\":\"own\"}");
            assertThat(host.applicationName()).isEqualTo("my app");
            assertThat(host.settingsStore().file())
                    .isEqualTo(
                            dir.resolve("cache/appSettings/my app.settings-db").toAbsolutePath());
        }
    }
}
