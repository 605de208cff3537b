package org.imodel4j.host.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.IModelHost;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonArray;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebRpcProtocolTest {
    private static final String BASE = "/rpc-test/v1.0/mode/1/context/T/imodel/M/changeset/0/";
    private static final String TOKEN =
            "{\"key\":\"k\",\"iTwinId\":\"T\",\"iModelId\":\"M\",\"changeset\":{\"id\":\"\",\"index\":0}}";

    @TempDir
    Path dir;

    private IModelHost host;
    private WebRpcProtocol protocol;

    @BeforeEach
    void start() {
        host = IModelHost.startup(
                IModelHostConfiguration.builder().cacheDir(dir).build());
        RpcInterface one = RpcInterface.named("TestRpcInterface", "1.2.0")
                .operation("echo", RpcCaching.IMMUTABLE, call -> RpcResult.json(call.array(1)))
                .operation("nothing", call -> RpcResult.nothing())
                .operation("null", call -> RpcResult.json(JsonValue.NULL))
                .operation("fail", call -> {
                    throw new IModelException((int) call.number(1), org.imodel4j.error.ErrorKind.USER, "failed", null);
                })
                .operation("bug", call -> {
                    throw new IllegalStateException("secret detail");
                })
                .operation("wait", call -> {
                    throw new RpcPendingException("soon");
                })
                .operation("notOpen", call -> {
                    throw new IModelNotOpenException();
                })
                .operation("store", call -> {
                    throw new ITwinError("itwin-ViewStore", "no-viewstore", "no store");
                })
                .operation("bytes", call -> RpcResult.bytes(new byte[] {0, 1, (byte) 0xff, '\r', '\n'}))
                .operation("parts", call -> {
                    byte[] data = "\r\n--x".getBytes(StandardCharsets.UTF_8);
                    return RpcResult.parts(
                            JsonObject.builder()
                                    .put("data", RpcResult.marker(0, data))
                                    .build(),
                            List.of(data));
                })
                .operation(
                        "sizes",
                        call -> RpcResult.json(new JsonArray(List.of(
                                JsonValue.of(call.bytes(0).length),
                                call.argumentCount() < 2
                                        ? JsonValue.NULL
                                        : JsonValue.of(call.bytes(call.object(1)).length)))))
                .operation(
                        "token",
                        call -> RpcResult.json(JsonValue.of(call.token().toString())))
                .operation("changing", RpcCaching.IMMUTABLE, call -> {
                    call.mustNotBeKept();
                    return RpcResult.nothing();
                })
                .build();
        RpcInterface two = RpcInterface.named("TestRpcInterface", "2.5.1")
                .operation("echo", call -> RpcResult.json(JsonValue.of("two")))
                .build();
        protocol = new WebRpcProtocol(host, List.of(one, two));
    }

    @AfterEach
    void stop() {
        host.close();
    }

    private static String op(String operation) {
        return BASE + "TestRpcInterface-1.2.0-" + operation;
    }

    private Exchange post(String operation, String json) {
        return Exchange.post(op(operation), json).dialect2().through(protocol);
    }

    @Test
    void postedTextIsUtf8AndGottenParametersAreLatin1() {
        String arguments = "[" + TOKEN + ",[\"é\",1.5,null]]";
        Exchange posted = post("echo", arguments);
        assertThat(posted.status()).isEqualTo(200);
        assertThat(posted.text()).isEqualTo("[\"é\",1.5,null]");
        assertThat(posted.answerHeader("Content-Type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(posted.answerHeader("Cache-Control")).isNull();
        assertThat(posted.answerHeader("X-Protocol-Version")).isEqualTo("2");
        Exchange gotten = Exchange.get(op("echo"), arguments).dialect2().through(protocol);
        assertThat(gotten.text()).isEqualTo("[\"é\",1.5,null]");
        assertThat(gotten.answerHeader("Cache-Control")).isEqualTo("s-maxage=86400, max-age=172800, immutable");
    }

    @Test
    void whatCanChangeIsNotKept() {
        assertThat(Exchange.get(op("changing"), "[]").through(protocol).answerHeader("Cache-Control"))
                .isEqualTo("no-store");
        assertThat(Exchange.get(op("nothing"), "[]").through(protocol).answerHeader("Cache-Control"))
                .isEqualTo("no-store");
    }

    @Test
    void undefinedIsAnEmptyBodyAndNullIsNot() {
        assertThat(post("nothing", "[]").bytes()).isEmpty();
        assertThat(post("nothing", "[]").status()).isEqualTo(200);
        assertThat(post("null", "[]").text()).isEqualTo("null");
    }

    @Test
    void aByteArrayIsAnOctetStream() {
        Exchange e = post("bytes", "[]");
        assertThat(e.answerHeader("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(e.bytes()).containsExactly(0, 1, 0xff, '\r', '\n');
    }

    @Test
    void nestedByteArraysComeAsPartsThatCanBeReadBack() throws Exception {
        Exchange e = post("parts", "[]");
        String type = e.answerHeader("Content-Type");
        assertThat(type).startsWith("multipart/form-data; boundary=");
        assertThat(e.text())
                .contains("Content-Disposition: form-data; name=\"objects\"\r\n\r\n{\"data\":{\"isBinary\":true,"
                        + "\"index\":0,\"size\":5,\"chunks\":1}}\r\n");
        var parts = MultipartReader.read(
                new java.io.ByteArrayInputStream(e.bytes()), String.valueOf(type), RpcLimits.DEFAULT);
        assertThat(parts.get("data-0")).isEqualTo("\r\n--x".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void multipartArgumentsAreRead() {
        String objects =
                "[{\"isBinary\":true,\"index\":0,\"size\":3,\"chunks\":1},{\"isBinary\":true,\"index\":0,\"size\":5,\"chunks\":2}]";
        String body = "--b\r\nContent-Disposition: form-data; name=\"objects\"\r\n\r\n" + objects
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"data-0\"; filename=\"blob\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                + "\r\n-\r\n--b\r\nContent-Disposition: form-data; filename=\"blob\"; name=\"data-1\"\r\n\r\nxy\r\n--b--\r\n";
        Exchange e = Exchange.post(
                        op("sizes"), "multipart/form-data; boundary=b", body.getBytes(StandardCharsets.UTF_8))
                .through(protocol);
        assertThat(e.text()).isEqualTo("[3,5]");
    }

    @Test
    void anOctetStreamIsTheOnlyArgument() {
        Exchange e = Exchange.post(op("sizes"), "application/octet-stream", new byte[1234])
                .through(protocol);
        assertThat(e.text()).isEqualTo("[1234,null]");
    }

    @Test
    void theUrlOverrulesTheBodyOfAToken() {
        assertThat(post(
                                "token",
                                "[{\"key\":\"x:y\",\"iTwinId\":\"evil\",\"iModelId\":\"evil\",\"changeset\":{\"id\":\"evil\",\"index\":3}}]")
                        .text())
                .contains("key=M:", "iTwinId=T", "iModelId=M", "changesetId=,", "changesetIndex=3")
                .doesNotContain("evil");
        assertThat(post("token", "[" + TOKEN + "]").text()).contains("key=k");
        assertThat(post("token", "[{\"key\":\"k\",\"contextId\":\"a\",\"iModelId\":\"b\"}]")
                        .text())
                .contains("generation2=true");
        assertThat(post("token", "[{\"key\":\"k\",\"iModelId\":\"b\"}]").status())
                .isEqualTo(400);
    }

    @Test
    void errorsHaveTheStatusOfTheirCategoryInDialect2() {
        Exchange e = post("fail", "[0,65574]");
        assertThat(e.status()).isEqualTo(404);
        assertThat(e.json())
                .isEqualTo(Json.parse(
                        "{\"message\":\"failed\",\"errorNumber\":65574,\"name\":\"Not Found\",\"isError\":true}"));
        assertThat(post("fail", "[0,65604]").status()).isEqualTo(204);
        assertThat(post("fail", "[0,32768]").object().text("name")).isEqualTo("Error");
    }

    @Test
    void errorsAre500InTheFirstDialect() {
        Exchange e = Exchange.post(op("fail"), "[0,65574]").through(protocol);
        assertThat(e.status()).isEqualTo(500);
        assertThat(e.answerHeader("X-Protocol-Version")).isNull();
        assertThat(e.object().text("name")).isEqualTo("Not Found");
        assertThat(Exchange.post(op("fail"), "[0,65604]").through(protocol).status())
                .isEqualTo(500);
        assertThat(Exchange.post(op("fail"), "[0,65604]")
                        .header("X-Protocol-Version", "1")
                        .through(protocol)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void aDefectShowsNoInsides() {
        Exchange e = post("bug", "[]");
        assertThat(e.status()).isEqualTo(500);
        assertThat(e.text()).doesNotContain("secret");
    }

    @Test
    void pendingAndNotOpenComeInAnEnvelopeInDialect2() {
        Exchange pending = post("wait", "[]");
        assertThat(pending.status()).isEqualTo(202);
        assertThat(pending.text())
                .isEqualTo("{\"iTwinRpcCoreResponse\":true,\"managedStatus\":\"pending\",\"responseValue\":\"soon\"}");
        Exchange notOpen = post("notOpen", "[]");
        assertThat(notOpen.status()).isEqualTo(404);
        assertThat(notOpen.text())
                .isEqualTo("{\"iTwinRpcCoreResponse\":true,\"managedStatus\":\"notFound\",\"responseValue\":"
                        + "\"{\\\"message\\\":\\\"iModel not found\\\",\\\"isIModelNotFoundResponse\\\":true}\"}");
    }

    @Test
    void pendingAndNotOpenArePlainInTheFirstDialect() {
        Exchange pending = Exchange.post(op("wait"), "[]").through(protocol);
        assertThat(pending.status()).isEqualTo(202);
        assertThat(pending.text()).isEqualTo("soon");
        Exchange notOpen = Exchange.post(op("notOpen"), "[]").through(protocol);
        assertThat(notOpen.status()).isEqualTo(404);
        assertThat(notOpen.text()).isEqualTo("{\"message\":\"iModel not found\",\"isIModelNotFoundResponse\":true}");
    }

    @Test
    void errorsOf5xCarryScopeAndKey() {
        assertThat(post("store", "[]").text())
                .isEqualTo(
                        "{\"message\":\"no store\",\"iTwinErrorId\":{\"scope\":\"itwin-ViewStore\",\"key\":\"no-viewstore\"},"
                                + "\"name\":\"no-viewstore\",\"isError\":true}");
    }

    @Test
    void severalGenerationsOfAnInterfaceAreServedAtOnce() {
        assertThat(Exchange.post(BASE + "TestRpcInterface-1.0.5-echo", "[0,[1]]")
                        .through(protocol)
                        .text())
                .isEqualTo("[1]");
        assertThat(Exchange.post(BASE + "TestRpcInterface-2.5.0-echo", "[]")
                        .through(protocol)
                        .text())
                .isEqualTo("\"two\"");
    }

    @Test
    void unknownInterfacesOperationsAndVersionsAreNamed() {
        Exchange unknown =
                Exchange.post(BASE + "NoInterface-1.0.0-x", "[]").dialect2().through(protocol);
        assertThat(unknown.status()).isEqualTo(500);
        assertThat(unknown.object().text("message")).isEqualTo("RPC interface \"NoInterface\" is not initialized.");
        Exchange operation = post("nope", "[]");
        assertThat(operation.status()).isEqualTo(500);
        assertThat(operation.object().text("message"))
                .isEqualTo("RPC interface class \"TestRpcInterface\" does not does not declare operation \"nope\"");
        Exchange version = Exchange.post(BASE + "TestRpcInterface-2.6.0-echo", "[]")
                .dialect2()
                .through(protocol);
        assertThat(version.status()).isEqualTo(403);
        assertThat(version.object().text("message"))
                .isEqualTo("Backend version 2.5.1 does not match frontend version 2.6.0 for RPC interface echo.");
        assertThat(Exchange.post(BASE + "TestRpcInterface-2.6.0-echo", "[]")
                        .through(protocol)
                        .status())
                .isEqualTo(500);
    }

    @Test
    void describeEndpointsSpeaksToTheVersionOfTheFrontend() {
        String list = Base64.getEncoder()
                .encodeToString("Other@1.0.0,TestRpcInterface@1.1.0".getBytes(StandardCharsets.UTF_8));
        Exchange e = Exchange.post(BASE + list + "-CONTROL-describeEndpoints", "[]")
                .dialect2()
                .through(protocol);
        JsonObject entry = (JsonObject) ((JsonArray) e.json()).get(0);
        assertThat(entry.text("interfaceName")).isEqualTo("TestRpcInterface");
        assertThat(entry.text("interfaceVersion")).isEqualTo("1.1.0");
        assertThat(entry.bool("compatible")).isTrue();
        assertThat(entry.array("operationNames")).isNotNull();
        Exchange any =
                Exchange.post(BASE + "###-CONTROL-describeEndpoints", "[]").through(protocol);
        assertThat(((JsonObject) ((JsonArray) any.json()).get(0)).text("interfaceVersion"))
                .isEqualTo("2.5.1");
    }

    @Test
    void aRequestWithoutACorrelationIdIsRefused() {
        Exchange e = Exchange.post(op("nothing"), "[]")
                .without("X-Correlation-Id")
                .dialect2()
                .through(protocol);
        assertThat(e.status()).isEqualTo(400);
        assertThat(e.text())
                .isEqualTo("{\"message\":\"Error: Invalid request: Missing required activity ID.\",\"isError\":true}");
        assertThat(e.answerHeader("X-Protocol-Version")).isNull();
        assertThat(e.answerHeader("Content-Type")).startsWith("text/html");
    }

    @Test
    void brokenParametersAreRefused() {
        for (String query : List.of(
                "parameters=%5B%5D", "parameters=a", "parameters=W10%3", "parameters=W10%ZZ", "parameters=W$0=")) {
            Exchange e = Exchange.of("GET", op("nothing"), query).through(protocol);
            assertThat(e.status()).as(query).isEqualTo(400);
            assertThat(e.text()).contains("Malformed URL parameters detected.");
        }
        assertThat(Exchange.of("GET", op("nothing"), null)
                        .through(protocol)
                        .object()
                        .text("message"))
                .isEqualTo("Invalid JSON: \"[object Object]\"");
    }

    @Test
    void brokenBodiesAreRefused() {
        assertThat(post("nothing", "[1,").object().text("message")).isEqualTo("Invalid JSON: \"[1,\"");
        assertThat(post("nothing", "[1,").status()).isEqualTo(500);
        assertThat(post("nothing", "{}").status()).isEqualTo(500);
        assertThat(post("nothing", "").status()).isEqualTo(500);
        assertThat(post("nothing", "[".repeat(100000)).status()).isEqualTo(500);
        assertThat(Exchange.post(op("nothing"), "application/json", "[]".getBytes(StandardCharsets.UTF_8))
                        .through(protocol)
                        .object()
                        .text("message"))
                .isEqualTo("Invalid JSON: \"[object Object]\"");
        assertThat(Exchange.post(op("nothing"), "[" + " ".repeat(6 << 20) + "]")
                        .through(protocol)
                        .status())
                .isEqualTo(413);
    }

    @Test
    void brokenMultipartBodiesAreRefused() {
        String head = "Content-Disposition: form-data; name=\"objects\"\r\n\r\n[]";
        for (String body : List.of(
                "",
                "--b",
                "--b--",
                "--b\r\n",
                "--b\r\n" + head,
                "--b\r\n" + head + "\r\n--b",
                "--b\r\n" + head + "\r\n--bx",
                "--c\r\n" + head + "\r\n--c--",
                "--b\r\nX: " + "y".repeat(9000) + "\r\n\r\n\r\n--b--")) {
            Exchange e = Exchange.post(
                            op("nothing"), "multipart/form-data; boundary=b", body.getBytes(StandardCharsets.UTF_8))
                    .through(protocol);
            assertThat(e.status()).as(body).isIn(400, 413, 500);
        }
        assertThat(Exchange.post(op("nothing"), "multipart/form-data", new byte[0])
                        .through(protocol)
                        .status())
                .isEqualTo(400);
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 1002; i++) {
            many.append("--b\r\nContent-Disposition: form-data; name=\"data-")
                    .append(i)
                    .append("\"\r\n\r\nx\r\n");
        }
        assertThat(Exchange.post(
                                op("nothing"),
                                "multipart/form-data; boundary=b",
                                many.append("--b--").toString().getBytes(StandardCharsets.UTF_8))
                        .through(protocol)
                        .status())
                .isEqualTo(413);
    }

    @Test
    void markersThatPointNowhereAreRefused() {
        for (String marker : List.of(
                "{\"isBinary\":true,\"index\":0,\"size\":1,\"chunks\":1}",
                "{\"isBinary\":true,\"index\":-1}",
                "{\"isBinary\":true,\"index\":1e300,\"chunks\":1e300}",
                "{}",
                "7")) {
            assertThat(post("sizes", "[" + marker + "]").status()).as(marker).isEqualTo(400);
        }
        assertThat(post("sizes", "[{\"isBinary\":true,\"chunks\":0}]").text()).isEqualTo("[0,null]");
    }

    @Test
    void argumentsOfTheWrongKindAreNamed() {
        assertThat(post("echo", "[0,\"x\"]").object().text("message"))
                .isEqualTo("argument 1 of echo has to be an array");
        assertThat(post("echo", "[0]").status()).isEqualTo(400);
    }

    @Test
    void preflightIsAnsweredOnAnyPath() {
        Exchange e = Exchange.of("OPTIONS", "/t/v/InitializeInterface-1.0.0-initialize", null);
        assertThat(protocol.handles(e)).isTrue();
        assertThat(e.through(protocol).status()).isEqualTo(200);
        assertThat(protocol.handles(Exchange.of("GET", "/ping", null))).isFalse();
        assertThat(protocol.handles(Exchange.of("GET", "/x/imodel/y/I-1.0.0-op", null)))
                .isTrue();
        assertThat(protocol.handles(Exchange.of("DELETE", op("echo"), null))).isFalse();
    }

    @Test
    void accessIsAskedWithWhatTheUrlSays() {
        WebRpcProtocol guarded = new WebRpcProtocol(
                host,
                List.of(RpcInterface.named("TestRpcInterface", "1.2.0")
                        .operation("nothing", call -> RpcResult.nothing())
                        .build()),
                (who, url, token) -> {
                    assertThat(token == null || token.iTwinId().equals("T")).isTrue();
                    return who.accessToken().isEmpty()
                            ? RpcAccess.Decision.UNAUTHENTICATED
                            : who.accessToken().equals("Bearer good")
                                    ? RpcAccess.Decision.ALLOW
                                    : RpcAccess.Decision.FORBIDDEN;
                },
                RpcLimits.DEFAULT);
        assertThat(Exchange.post(op("nothing"), "[" + TOKEN.replace("\"T\"", "\"mine\"") + "]")
                        .through(guarded)
                        .status())
                .isEqualTo(401);
        assertThat(Exchange.post(op("nothing"), "[]")
                        .header("Authorization", "Bearer bad")
                        .through(guarded)
                        .status())
                .isEqualTo(403);
        assertThat(Exchange.post(op("nothing"), "[]")
                        .header("Authorization", "Bearer good")
                        .through(guarded)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void twoInterfacesThatAFrontendCouldMeanAreRefused() {
        RpcInterface a = RpcInterface.named("A", "1.2.0").build();
        RpcInterface b = RpcInterface.named("A", "1.3.0").build();
        assertThatThrownBy(() -> new WebRpcProtocol(host, List.of(a, b)))
                .isInstanceOf(IModelException.class)
                .extracting(e -> ((IModelException) e).errorNumber())
                .isEqualTo(Status.BAD_ARG.number());
        assertThatThrownBy(() -> RpcInterface.named("a-b", "1.0.0")).isInstanceOf(IModelException.class);
        assertThatThrownBy(() -> RpcInterface.named("a", "1.0")).isInstanceOf(IModelException.class);
    }
}
