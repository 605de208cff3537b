package org.imodel4j.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.imodel4j.error.IModelException;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    private final JsonWriter writer = new JsonWriter();

    private String text() {
        return new String(writer.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void commasComeByThemselves() {
        byte[] id = JsonWriter.encodeName("id");
        writer.beginArray();
        writer.beginObject().name(id).hexId(28).name("b").value(true).endObject();
        writer.beginObject()
                .endObject()
                .beginArray()
                .endArray()
                .nullValue()
                .value(1.5)
                .value(-7);
        writer.beginObject()
                .name("a")
                .beginArray()
                .value("x")
                .value(false)
                .endArray()
                .endObject();
        writer.endArray();
        assertThat(text()).isEqualTo("[{\"id\":\"0x1c\",\"b\":true},{},[],null,1.5,-7,{\"a\":[\"x\",false]}]");
    }

    @Test
    void stringsAreEscapedAsJsonStringifyDoes() {
        writer.value("a\"b\\c/\b\f\n\r\t\u0000\u001f\u007f é€😀\u2028 \ud800 \udc00x");
        assertThat(text()).isEqualTo("\"a\\\"b\\\\c/\\b\\f\\n\\r\\t\\u0000\\u001f\u007f é€😀\u2028 \\ud800 \\udc00x\"");
    }

    @Test
    void utf8IsCopiedAndEscaped() {
        writer.utf8String("plain".getBytes(StandardCharsets.UTF_8));
        assertThat(text()).isEqualTo("\"plain\"");
        writer.reset();
        writer.utf8String("q\"é€😀\n\u0001end".getBytes(StandardCharsets.UTF_8));
        assertThat(text()).isEqualTo("\"q\\\"é€😀\\n\\u0001end\"");
    }

    @Test
    void bytesThatAreNoUtf8BecomeReplacementCharacters() {
        writer.utf8String(new byte[] {'a', (byte) 0xff, 'b', (byte) 0xe2, (byte) 0x82, 'c', (byte) 0xed, (byte) 0xa0});
        assertThat(text()).isEqualTo("\"a\ufffdb\ufffdc\ufffd\ufffd\"");
    }

    @Test
    void idsPrintInHexWithoutLeadingZeros() {
        writer.beginArray().hexId(1).hexId(16).hexId(0x5000000001aL).hexId(-1).endArray();
        assertThat(text()).isEqualTo("[\"0x1\",\"0x10\",\"0x5000000001a\",\"0xffffffffffffffff\"]");
    }

    @Test
    void guidsPrintInTheOrderOfTheirBytes() {
        byte[] bytes = new byte[16];
        for (int i = 0; i < 16; i++) {
            bytes[i] = (byte) (0x11 * i);
        }
        writer.guid(bytes);
        assertThat(text()).isEqualTo("\"00112233-4455-6677-8899-aabbccddeeff\"");
    }

    @Test
    void base64HasThePrefixAndPadding() {
        writer.beginArray();
        writer.base64("encoding=base64;", new byte[] {1, 2, 3}).base64("", new byte[] {(byte) 0xff});
        writer.base64("", new byte[] {1, 2}).base64("", new byte[0]);
        writer.endArray();
        assertThat(text()).isEqualTo("[\"encoding=base64;AQID\",\"/w==\",\"AQI=\",\"\"]");
    }

    @Test
    void aStreamGetsTheBytesInPiecesAndTheRestOnFlush() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonWriter streaming = new JsonWriter(out, 300);
        streaming.beginArray();
        for (int i = 0; i < 1000; i++) {
            streaming.value(i);
        }
        assertThat(out.size()).isPositive();
        streaming.value("é".repeat(5000)).endArray();
        streaming.flush();
        assertThat(streaming.size()).isEqualTo(out.size());
        assertThat(((JsonArray) Json.parse(out.toByteArray())).items()).hasSize(1001);
    }

    @Test
    void aStreamThatFailsIsReported() {
        JsonWriter streaming = new JsonWriter(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("gone");
                    }
                },
                300);
        assertThatThrownBy(() -> streaming.value(1).flush()).isInstanceOf(IModelException.class);
    }

    @Test
    void resetKeepsNothing() {
        writer.beginArray().value(1).endArray();
        writer.reset();
        assertThat(writer.size()).isZero();
        writer.value("again");
        assertThat(text()).isEqualTo("\"again\"");
    }
}
