package org.imodel4j.host.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.imodel4j.error.IModelException;
import org.imodel4j.host.FileNameResolver;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.host.ServedIModel;
import org.imodel4j.host.rpc.Exchange;
import org.imodel4j.host.rpc.RpcAccess;
import org.imodel4j.host.rpc.RpcActivity;
import org.imodel4j.host.rpc.RpcInterface;
import org.imodel4j.host.rpc.RpcResult;
import org.imodel4j.host.rpc.RpcToken;
import org.imodel4j.host.rpc.RpcUrl;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebViewerHostTest {
    private static final String SNAPSHOT =
            "/app/v1/mode/1/context//imodel/undefined/changeset/0/SnapshotIModelRpcInterface-2.0.0-";

    @TempDir
    Path dir;

    private IModelHostConfiguration.Builder options() {
        return IModelHostConfiguration.builder().cacheDir(dir.resolve("cache"));
    }

    private Path copy(String fixture, String name) throws IOException {
        return Files.copy(Path.of(System.getProperty("imodel4j.fixtures", "."), fixture), dir.resolve(name));
    }

    private static String url(ServedIModel iModel, String operation) {
        return "/app/v1/mode/1/context/" + iModel.iTwinId() + "/imodel/" + iModel.iModelId() + "/changeset/0/"
                + operation;
    }

    private static String token(ServedIModel iModel) {
        return "{\"key\":\"" + iModel.key() + "\",\"iTwinId\":\"" + iModel.iTwinId() + "\",\"iModelId\":\""
                + iModel.iModelId() + "\",\"changeset\":{\"id\":\"\",\"index\":0}}";
    }

    @Test
    void anApplicationAddsAnInterfaceOfItsOwn() throws IOException {
        RpcInterface counting = RpcInterface.named("CountingRpcInterface", "1.0.0")
                .operation("greet", call -> RpcResult.json(JsonValue.of("Hello " + call.text(1))))
                .operation("countElements", call -> {
                    ServedIModel iModel = call.iModel();
                    return call.read(iModel, connection -> {
                        try (var rows = connection.query("SELECT count(*) FROM bis.Element")) {
                            rows.step();
                            return RpcResult.json(JsonValue.of(rows.getLong(0)));
                        }
                    });
                })
                .build();
        try (WebViewerHost host = WebViewerHost.startup(
                options().build(), WebViewerOptions.defaults().with(counting))) {
            ServedIModel iModel = host.openIModels().serve(copy("building.bim", "a.bim"), "a");
            assertThat(Exchange.post(url(iModel, "CountingRpcInterface-1.0.0-greet"), "[" + token(iModel) + ",\"you\"]")
                            .through(host.rpc())
                            .text())
                    .isEqualTo("\"Hello you\"");
            assertThat(Exchange.post(url(iModel, "CountingRpcInterface-1.0.0-countElements"), "[" + token(iModel) + "]")
                            .through(host.rpc())
                            .text())
                    .isEqualTo("274");
        }
    }

    @Test
    void accessIsDecidedByWhatAnIModelIs() throws IOException {
        RpcAccess access = new RpcAccess() {
            @Override
            public Decision mayCall(RpcActivity who, RpcUrl url, @Nullable RpcToken token) {
                return who.accessToken().isEmpty() ? Decision.UNAUTHENTICATED : Decision.ALLOW;
            }

            @Override
            public Decision mayRead(RpcActivity who, ServedIModel iModel) {
                return iModel.key().equals("open") ? Decision.ALLOW : Decision.FORBIDDEN;
            }
        };
        try (WebViewerHost host = WebViewerHost.startup(
                options().build(), WebViewerOptions.defaults().with(access))) {
            ServedIModel open = host.openIModels().serve(copy("building.bim", "a.bim"), "open");
            ServedIModel secret = host.openIModels().serve(copy("empty.bim", "b.bim"), "secret");
            String operation = "IModelReadRpcInterface-3.8.0-getElementProps";
            Exchange nobody = Exchange.post(url(open, operation), "[" + token(open) + ",[\"0x1\"]]");
            assertThat(nobody.through(host.rpc()).status()).isEqualTo(401);
            assertThat(Exchange.post(url(open, operation), "[" + token(open) + ",[\"0x1\"]]")
                            .header("Authorization", "Bearer x")
                            .through(host.rpc())
                            .status())
                    .isEqualTo(200);
            // A key of the secret one behind the address of the open one.
            assertThat(Exchange.post(
                                    url(open, operation),
                                    "[" + token(open).replace("\"open\"", "\"secret\"") + ",[\"0x1\"]]")
                            .header("Authorization", "Bearer x")
                            .through(host.rpc())
                            .text())
                    .contains("fixture building");
            assertThat(Exchange.post(url(secret, operation), "[" + token(secret) + ",[\"0x1\"]]")
                            .header("Authorization", "Bearer x")
                            .through(host.rpc())
                            .status())
                    .isEqualTo(403);
            assertThat(Exchange.post(SNAPSHOT + "openRemote", "[\"secret\"]")
                            .header("Authorization", "Bearer x")
                            .through(host.rpc())
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void aResolverDecidesWhichOtherFilesCanBeOpened() throws IOException {
        Path file = copy("empty.bim", "b.bim");
        FileNameResolver resolver = key -> key.equals("known") ? file : null;
        try (WebViewerHost host = WebViewerHost.startup(
                options().snapshotFileNameResolver(resolver).build())) {
            Exchange first =
                    Exchange.post(SNAPSHOT + "openRemote", "[\"known\"]").through(host.rpc());
            assertThat(first.object().text("key")).isEqualTo("known");
            assertThat(Exchange.post(SNAPSHOT + "openRemote", "[\"known\"]")
                            .through(host.rpc())
                            .status())
                    .isEqualTo(200);
            assertThat(Exchange.post(SNAPSHOT + "openFile", "[\"" + dir.resolve("c.bim") + "\"]")
                            .through(host.rpc())
                            .object()
                            .text("name"))
                    .isEqualTo("Not Found");
            assertThatThrownBy(() -> resolver.resolveKey("other")).isInstanceOf(IModelException.class);
        }
    }

    @Test
    void twoFilesThatAFrontendCouldMeanAreRefusedByName() throws IOException {
        Path first = copy("building.bim", "first.bim");
        Path second = copy("building.bim", "second.bim");
        try (WebViewerHost host = WebViewerHost.startup(options().build())) {
            host.openIModels().serve(first, "one");
            assertThatThrownBy(() -> host.openIModels().serve(second, "two"))
                    .isInstanceOf(IModelException.class)
                    .hasMessageContaining("first.bim")
                    .hasMessageContaining("second.bim");
            assertThatThrownBy(() -> host.openIModels().serve(copy("empty.bim", "third.bim"), "one"))
                    .hasMessageContaining("same key");
            assertThat(host.openIModels().all()).hasSize(1);
        }
    }

    @Test
    void anIModelThatIsWithdrawnAsksToBeOpenedAgain() throws IOException {
        try (WebViewerHost host = WebViewerHost.startup(options().build())) {
            ServedIModel iModel = host.openIModels().serve(copy("empty.bim", "b.bim"), "b");
            String url = url(iModel, "IModelReadRpcInterface-3.8.0-getElementProps");
            String body = "[" + token(iModel) + ",[\"0x1\"]]";
            assertThat(Exchange.post(url, body).through(host.rpc()).status()).isEqualTo(200);
            assertThat(host.openIModels().withdraw("b")).isTrue();
            assertThat(host.openIModels().withdraw("b")).isFalse();
            assertThat(Exchange.post(url, body).through(host.rpc()).text()).contains("isIModelNotFoundResponse");
        }
    }

    @Test
    void answersAboutFilesThatNobodyCanWriteMayBeKept() throws IOException {
        try (WebViewerHost host = WebViewerHost.startup(options().build())) {
            ServedIModel iModel = host.openIModels().serve(copy("empty.bim", "b.bim"), "b");
            assertThat(iModel.canChange()).isTrue();
            String url = url(iModel, "IModelReadRpcInterface-3.8.0-getModelProps");
            assertThat(Exchange.get(url, "[" + token(iModel) + ",[\"0x1\"]]")
                            .through(host.rpc())
                            .answerHeader("Cache-Control"))
                    .isEqualTo("no-store");
        }
    }

    @Test
    void startingTwiceInOneJvmServesTheSameFileTwice() throws IOException {
        Path file = copy("empty.bim", "b.bim");
        try (WebViewerHost first = WebViewerHost.startup(options().build());
                WebViewerHost second = WebViewerHost.startup(options().build())) {
            first.openIModels().serve(file, "b");
            second.openIModels().serve(file, "b");
            assertThat(Exchange.post(SNAPSHOT + "openRemote", "[\"b\"]")
                            .through(second.rpc())
                            .status())
                    .isEqualTo(200);
        }
    }
}
