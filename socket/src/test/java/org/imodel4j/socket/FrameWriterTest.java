package org.imodel4j.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imodel4j.socket.Bytes.hex;
import static org.imodel4j.socket.Bytes.utf8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.imodel4j.host.ipc.IpcClose;
import org.junit.jupiter.api.Test;

/** The examples of RFC 6455 section 5.7 that a server sends. */
class FrameWriterTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final FrameWriter writer = new FrameWriter(out);

    @Test
    void writesTheTextOfTheStandardInOneFrameAndInTwo() throws IOException {
        writer.frame(FrameReader.TEXT, true, utf8("Hello"), 0, 5);
        writer.frame(FrameReader.TEXT, false, utf8("Hello"), 0, 3);
        writer.frame(FrameReader.CONTINUATION, true, utf8("Hello"), 3, 2);
        assertThat(out.toByteArray()).isEqualTo(hex("8105 48656c6c6f 0103 48656c 8002 6c6f"));
    }

    @Test
    void writesThePingOfTheStandard() throws IOException {
        writer.control(FrameReader.PING, utf8("Hello"));
        assertThat(out.toByteArray()).isEqualTo(hex("8905 48656c6c6f"));
    }

    @Test
    void writesLengthsOfTwoAndOfEightBytes() throws IOException {
        writer.frame(FrameReader.BINARY, true, new byte[256], 0, 256);
        writer.frame(FrameReader.BINARY, true, new byte[65536], 0, 65536);
        byte[] bytes = out.toByteArray();
        assertThat(Arrays.copyOf(bytes, 4)).isEqualTo(hex("827e 0100"));
        assertThat(Arrays.copyOfRange(bytes, 260, 270)).isEqualTo(hex("827f 0000000000010000"));
    }

    @Test
    void shortensReasonsToWhatAControlFrameHolds() throws IOException {
        writer.close(new IpcClose(1008, "x".repeat(200)));
        assertThat(Arrays.copyOf(out.toByteArray(), 4)).isEqualTo(hex("887d 03f0"));
        assertThat(out.size()).isEqualTo(2 + FrameReader.LARGEST_CONTROL);
    }
}
