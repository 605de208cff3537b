package org.imodel4j.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeTest {
    static final String REQUEST = """
            GET /chat?any HTTP/1.1
            Host: localhost:1234
            Upgrade: websocket
            Connection: keep-alive, Upgrade
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
            Origin: http://localhost:8080
            Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits
            Sec-WebSocket-Version: 13

            """.replace("\n", "\r\n");

    private static String answer(String request, SocketOptions options) {
        byte[] bytes = request.getBytes(StandardCharsets.ISO_8859_1);
        try {
            byte[] answer =
                    Handshake.read(new ByteArrayInputStream(bytes), 2000).accept(options, "");
            return new String(answer, StandardCharsets.US_ASCII);
        } catch (Handshake.Refused refused) {
            return new String(refused.answer(), StandardCharsets.US_ASCII);
        } catch (IOException cut) {
            return "cut";
        }
    }

    private static String statusOf(String request) {
        String answer = answer(request, SocketOptions.defaults());
        return answer.startsWith("HTTP/1.1 ") ? answer.substring(9, 12) : answer;
    }

    @Test
    void acceptsTheRequestOfTheStandardWithItsKeyAndWithoutExtensions() {
        assertThat(answer(REQUEST, SocketOptions.defaults()))
                .startsWith("HTTP/1.1 101 ")
                .contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n")
                .doesNotContain("Extensions")
                .endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "GET /chat?any HTTP/1.1, POST / HTTP/1.1, 405",
        "GET /chat?any HTTP/1.1, GET / HTTP/1.0, 400",
        "GET /chat?any HTTP/1.1, GET /, 400",
        "Host: localhost:1234, Other: x, 400",
        "Upgrade: websocket, Upgrade: h2c, 426",
        "'Connection: keep-alive, Upgrade', Connection: close, 426",
        "Key: dGhlIHNhbXBsZSBub25jZQ==, Key: dGhl, 400",
        "Key: dGhlIHNhbXBsZSBub25jZQ==, Key: ???, 400",
        "Version: 13, Version: 8, 426",
        "Upgrade: websocket, Upgrade : websocket, 400",
        "Upgrade: websocket, no colon, 400",
        "Origin: http://localhost:8080, Origin: https://foreign.example, 403",
        "Origin: http://localhost:8080, Origin: null, 403",
        "Origin: http://localhost:8080, Origin: file://, 403",
        "Origin: http://localhost:8080, Origin: http://localhost.foreign.example, 403",
        "Origin: http://localhost:8080, Origin: http://localhost@foreign.example, 403",
        "Origin: http://localhost:8080, Origin: app://localhost, 403",
        "Origin: http://localhost:8080, Origin: http://[, 403",
        "Origin: http://localhost:8080, X: y, 403",
        "Origin: http://localhost:8080, Origin: http://127.0.0.1:9, 101",
        "Origin: http://localhost:8080, Origin: https://[::1], 101",
    })
    void judges(String part, String instead, String status) {
        assertThat(statusOf(REQUEST.replace(part, instead))).isEqualTo(status);
    }

    @Test
    void letsOriginsInThatTheOptionsName() {
        SocketOptions options =
                SocketOptions.defaults().withOrigin("App://Page").withOrigin("null");
        assertThat(answer(REQUEST.replace("http://localhost:8080", "app://page"), options))
                .contains(" 101 ");
        assertThat(answer(REQUEST.replace("http://localhost:8080", "null"), options))
                .contains(" 101 ");
        assertThat(answer(REQUEST.replace("http://localhost:8080", "app://other"), options))
                .contains(" 403 ");
        assertThat(answer(REQUEST.replace("Origin:", "X-Origin:"), options.withClientsWithoutOrigin()))
                .contains(" 101 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Origin: http://localhost", "Host: localhost", "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=="})
    void refusesHeadersTwiceThatMeanOneThing(String header) {
        assertThat(statusOf(REQUEST.replace("Upgrade: websocket", header + "\r\nUpgrade: websocket")))
                .isEqualTo("400");
    }

    @Test
    void refusesRequestsThatAreTooLargeOrNoText() {
        assertThat(statusOf(REQUEST.replace("?any", "?" + "x".repeat(3000)))).isEqualTo("431");
        assertThat(statusOf(REQUEST.replace("\r\n", "\n"))).isEqualTo("400");
        assertThat(statusOf(REQUEST.replace("?any", "\0"))).isEqualTo("400");
        assertThat(statusOf("GET / HTTP/1.1\r\n")).isEqualTo("cut");
    }

    @ParameterizedTest
    @CsvSource({
        "/secret, 101",
        "/, 403",
        "/secre, 403",
        "/secret/, 403",
        "/Secret, 403",
        "/secret?x, 403",
        "secret, 403"
    })
    void asksForThePathThatItIsGiven(String path, String status) throws IOException {
        byte[] request = REQUEST.replace("/chat?any", path).getBytes(StandardCharsets.US_ASCII);
        String answer;
        try {
            answer = new String(
                    Handshake.read(new ByteArrayInputStream(request), 2000).accept(SocketOptions.defaults(), "secret"),
                    StandardCharsets.US_ASCII);
        } catch (Handshake.Refused refused) {
            answer = new String(refused.answer(), StandardCharsets.US_ASCII);
        }
        assertThat(answer).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void refusedRequestsAreAnsweredInFull() {
        assertThatThrownBy(() -> Handshake.read(
                                new ByteArrayInputStream(
                                        REQUEST.replace("13", "7").getBytes(StandardCharsets.US_ASCII)),
                                2000)
                        .accept(SocketOptions.defaults(), ""))
                .isInstanceOfSatisfying(Handshake.Refused.class, refused -> assertThat(
                                new String(refused.answer(), StandardCharsets.US_ASCII))
                        .contains("Sec-WebSocket-Version: 13\r\n")
                        .contains("Content-Length: 30\r\n")
                        .endsWith("another version of websockets\n"));
    }
}
