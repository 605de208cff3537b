package org.imodel4j.host.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.imodel4j.error.IModelException;
import org.imodel4j.error.Status;
import org.imodel4j.host.IModelHost;
import org.imodel4j.host.IModelHostConfiguration;
import org.imodel4j.host.ServedIModel;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonObject;
import org.imodel4j.json.JsonValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SerializedRpcProtocolTest {
    @TempDir
    private Path dir;

    private IModelHost host;
    private RpcInterface own;
    private SerializedRpcProtocol protocol;

    @BeforeEach
    void start() {
        host = IModelHost.startup(
                IModelHostConfiguration.builder().cacheDir(dir).build());
        own = RpcInterface.named("OwnRpcInterface", "1.2.0")
                .operation(
                        "who",
                        call -> RpcResult.json(JsonValue.of(
                                call.activity() + " " + call.activity().accessToken())))
                .operation("nothing", call -> RpcResult.nothing())
                .operation("null", call -> RpcResult.json(JsonValue.NULL))
                .operation("streamed", call -> new RpcResult.Streamed(out -> out.write('7')))
                .operation("wait", call -> {
                    throw new RpcPendingException("soon");
                })
                .operation("notOpen", call -> {
                    throw new IModelNotOpenException();
                })
                .operation("noContent", call -> {
                    throw new IModelException(Status.NO_CONTENT, "none");
                })
                .operation("bug", call -> {
                    throw new IllegalStateException("secret detail");
                })
                .build();
        protocol = protocol(RpcAccess.OPEN);
    }

    @AfterEach
    void end() {
        host.close();
    }

    private SerializedRpcProtocol protocol(RpcAccess access) {
        WebRpcProtocol web = new WebRpcProtocol(host, List.of(own), access, RpcLimits.DEFAULT);
        return new SerializedRpcProtocol(web.dispatcher(), RpcLimits.DEFAULT);
    }

    private static JsonObject request(String operation, int protocolVersion) {
        return (JsonObject) Json.parse("{\"id\":\"i\",\"applicationId\":\"app\",\"applicationVersion\":\"1\","
                + "\"sessionId\":\"ses\",\"authorization\":\"Bearer x\",\"protocolVersion\":" + protocolVersion
                + ",\"operation\":{\"interfaceDefinition\":\"OwnRpcInterface\",\"operationName\":\"" + operation
                + "\",\"interfaceVersion\":\"1.1.0\"},\"parameters\":{\"objects\":\"[]\",\"data\":[]}}");
    }

    private SerializedAnswer answer(String operation, int protocolVersion) {
        return protocol.answer(request(operation, protocolVersion), List.of(), action -> {});
    }

    private static String text(SerializedAnswer answer) {
        return answer.status() + " " + new String(answer.objects(), StandardCharsets.UTF_8);
    }

    @Test
    void theRequestSaysWhoAsks() {
        assertThat(text(answer("who", 2))).isEqualTo("4 \"activity i of session ses, application app 1 Bearer x\"");
        assertThat(answer("who", 2).interfaceName()).isEqualTo("OwnRpcInterface");
        assertThat(answer("who", 2).id()).isEqualTo("i");
    }

    @Test
    void undefinedIsNotNull() {
        assertThat(text(answer("nothing", 2))).isEqualTo("4 ");
        assertThat(text(answer("null", 2))).isEqualTo("4 null");
        assertThat(text(answer("streamed", 2))).isEqualTo("4 7");
    }

    @Test
    void whatSteersAFrontendHasAStatusOfItsOwn() {
        for (int version = 0; version <= 2; version++) {
            assertThat(text(answer("wait", version))).isEqualTo("3 soon");
            assertThat(text(answer("notOpen", version)))
                    .isEqualTo("7 {\"message\":\"iModel not found\",\"isIModelNotFoundResponse\":true}");
        }
        assertThat(text(answer("noContent", 2))).startsWith("9 ");
        assertThat(text(answer("noContent", 0))).startsWith("5 ").contains("\"errorNumber\":65604");
    }

    @Test
    void failuresTellTheirNumberAndDefectsNoDetail() {
        assertThat(text(answer("none", 2))).startsWith("5 ").contains("\"isError\":true");
        assertThat(text(answer("bug", 2)))
                .startsWith("5 ")
                .contains("internal error")
                .doesNotContain("secret");
    }

    @Test
    void whoHasNoRightIsToldSo() {
        protocol = protocol(new RpcAccess() {
            @Override
            public Decision mayCall(RpcActivity who, RpcUrl url, @Nullable RpcToken token) {
                return Decision.UNAUTHENTICATED;
            }

            @Override
            public Decision mayRead(RpcActivity who, ServedIModel iModel) {
                return Decision.FORBIDDEN;
            }
        });
        assertThat(text(answer("who", 2))).startsWith("5 ").contains("an access token is needed");
    }
}
