package org.imodel4j.host.rpc.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.imodel4j.host.rpc.RpcResult;
import org.imodel4j.json.Json;
import org.imodel4j.json.JsonWriter;
import org.junit.jupiter.api.Test;

class RevivedBytesTest {
    private static RpcResult revive(String json) {
        byte[] bytes = json.getBytes(UTF_8);
        return RevivedBytes.in(new JsonWriter().raw(bytes, 0, bytes.length));
    }

    private static RpcResult.Parts parts(String json) {
        return (RpcResult.Parts) revive(json);
    }

    @Test
    void textsThatSayTheyAreBase64BecomeByteArraysAtAnyDepth() {
        RpcResult.Parts parts =
                parts("{\"rows\":[{\"a\":\"encoding=base64;AQID\",\"b\":[{\"c\":\"encoding=base64;BA==\"}],\"d\":1}]}");
        assertThat(Json.parse(parts.json()))
                .isEqualTo(Json.parse("{\"rows\":[{\"a\":{\"isBinary\":true,\"index\":0,\"size\":3,\"chunks\":1},"
                        + "\"b\":[{\"c\":{\"isBinary\":true,\"index\":1,\"size\":1,\"chunks\":1}}],\"d\":1}]}"));
        assertThat(parts.data()).containsExactly(new byte[] {1, 2, 3}, new byte[] {4});
    }

    @Test
    void otherTextsStayAsTheyAre() {
        for (String json : new String[] {
            "{}",
            "\"encoding=base64\"",
            "[\" encoding=base64;AQID\",\"\\\"encoding=base64;AQID\",\"\\\\\",\"é\"]",
            "{\"encoding=base64;AQID\":1}"
        }) {
            RpcResult.Text text = (RpcResult.Text) revive(json);
            assertThat(new String(text.json().bytes(), UTF_8)).isEqualTo(json);
        }
    }

    @Test
    void whatIsNoBase64IsPassedOver() {
        assertThat(parts("[\"encoding=base64;\"]").data()).containsExactly(new byte[0]);
        assertThat(parts("[\"encoding=base64;A\"]").data()).containsExactly(new byte[0]);
        assertThat(parts("[\"encoding=base64;AQ\\u0000\\\"ID=====\"]").data()).hasSize(1);
        assertThat(parts("[\"encoding=base64;A Q I D\",\"\\\\\"]").data()).containsExactly(new byte[] {1, 2, 3});
    }
}
