package org.imodel4j.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.imodel4j.socket.Bytes.frame;
import static org.imodel4j.socket.Bytes.hex;
import static org.imodel4j.socket.Bytes.joined;
import static org.imodel4j.socket.Bytes.utf8;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of RFC 6455 section 5.7, and what it forbids. */
class FrameReaderTest {
    private static final SocketOptions SMALL = SocketOptions.defaults().withMessages(1000, 70_000);

    private static FrameReader reader(byte[]... bytes) {
        return new FrameReader(new ByteArrayInputStream(joined(bytes)), SMALL);
    }

    private static int codeOf(byte[]... bytes) {
        FrameReader reader = reader(bytes);
        try {
            while (true) {
                reader.next();
            }
        } catch (SocketFault fault) {
            return fault.reason().code();
        } catch (IOException end) {
            return 0;
        }
    }

    @Test
    void readsTheMaskedTextOfTheStandard() throws IOException {
        FrameReader.Message message =
                reader(hex("81 85 37 fa 21 3d 7f 9f 4d 51 58")).next();
        assertThat(message.kind()).isEqualTo(FrameReader.TEXT);
        assertThat(message.payload()).isEqualTo(utf8("Hello"));
    }

    @Test
    void readsTheMaskedPongOfTheStandard() throws IOException {
        FrameReader.Message message =
                reader(hex("8a 85 37 fa 21 3d 7f 9f 4d 51 58")).next();
        assertThat(message.kind()).isEqualTo(FrameReader.PONG);
        assertThat(message.payload()).isEqualTo(utf8("Hello"));
    }

    @Test
    void joinsTheFramesOfAMessageAroundAPing() throws IOException {
        FrameReader reader = reader(frame(0x01, utf8("Hel")), frame(0x89, utf8("?")), frame(0x80, utf8("lo")));
        assertThat(reader.next().kind()).isEqualTo(FrameReader.PING);
        FrameReader.Message message = reader.next();
        assertThat(message.kind()).isEqualTo(FrameReader.TEXT);
        assertThat(message.payload()).isEqualTo(utf8("Hello"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 65_535, 65_536, 70_000})
    void readsEveryFormOfLength(int length) throws IOException {
        byte[] payload = new byte[length];
        new Random(length).nextBytes(payload);
        assertThat(reader(frame(0x82, payload)).next().payload()).isEqualTo(payload);
    }

    @Test
    void textMayBreakInsideOfACharacter() throws IOException {
        byte[] euro = utf8("€");
        FrameReader reader = reader(
                frame(0x01, new byte[] {euro[0]}), frame(0x00, new byte[0]), frame(0x80, new byte[] {euro[1], euro[2]
                }));
        assertThat(reader.next().payload()).isEqualTo(euro);
    }

    @ParameterizedTest
    @CsvSource({
        "a frame without mask, 81 05 48 65 6c 6c 6f",
        "a bit of an extension, c1 80 00 00 00 00",
        "an unknown kind, 83 80 00 00 00 00",
        "an unknown control frame, 8b 80 00 00 00 00",
        "a ping in parts, 09 80 00 00 00 00",
        "a ping that is too large, 89 fe 00 7e 00 00 00 00",
        "a continuation of nothing, 80 80 00 00 00 00",
        "a message inside of another, 01 80 00 00 00 00 81 80 00 00 00 00",
        "a length below zero, 82 ff ff ff ff ff ff ff ff ff 00 00 00 00",
        "a short length in two bytes, 82 fe 00 7d 00 00 00 00",
        "a short length in eight bytes, 82 ff 00 00 00 00 00 00 ff ff 00 00 00 00",
    })
    void refuses(String what, String bytes) {
        assertThat(codeOf(hex(bytes))).as(what).isEqualTo(1002);
    }

    @Test
    void refusesMessagesThatAreTooLargeBeforeTheyArrive() {
        assertThat(codeOf(hex("82 ff 00 00 00 7f ff ff ff ff 00 00 00 00"))).isEqualTo(1009);
        assertThat(codeOf(frame(0x01, new byte[600]), frame(0x80, new byte[600])))
                .isEqualTo(1009);
        assertThat(codeOf(frame(0x02, new byte[40_000]), frame(0x00, new byte[40_000])))
                .isEqualTo(1009);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "c0 80",
                "c1 bf",
                "e0 80 80",
                "ed a0 80",
                "f0 80 80 80",
                "f4 90 80 80",
                "f5 80 80 80",
                "e2 82",
                "41 ff",
                "e2 28 a1"
            })
    void refusesTextThatIsNoUtf8(String bytes) {
        assertThat(codeOf(frame(0x81, hex(bytes)))).isEqualTo(1007);
        assertThat(codeOf(frame(0x82, hex(bytes)))).isZero();
    }

    @Test
    void takesEveryCharacter() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int c : new int[] {0, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff}) {
            all.appendCodePoint(c);
        }
        assertThat(reader(frame(0x81, utf8(all.toString()))).next().payload()).isEqualTo(utf8(all.toString()));
    }

    @Test
    void endsWithItsStream() {
        assertThatThrownBy(() -> reader(hex("82 85 00 00 00 00 01")).next()).isInstanceOf(EOFException.class);
    }

    @ParameterizedTest
    @CsvSource({"'', 1000", "03 e8, 1000", "03 f0 61, 1008", "0f 9f, 3999"})
    void confirmsWhatAClientSaysAtItsEnd(String payload, int code) throws IOException {
        assertThat(CloseFrame.read(hex(payload)).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"03", "00 00", "03 e7", "03 ec", "03 ed", "03 ee", "03 f7", "0b b7", "13 88", "ff ff"})
    void refusesCodesThatNobodyMaySend(String payload) {
        assertThatThrownBy(() -> CloseFrame.read(hex(payload)))
                .isInstanceOfSatisfying(
                        SocketFault.class,
                        fault -> assertThat(fault.reason().code()).isEqualTo(1002));
    }

    @Test
    void anyBytesBecomeMessagesOrAFault() {
        long seed = 20_260_711;
        Random random = new Random(seed);
        for (int round = 0; round < 100_000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            if (bytes.length > 1 && round % 2 == 0) {
                // Half of the rounds get past the first checks.
                bytes[0] = (byte) (bytes[0] & 0x8f);
                bytes[1] = (byte) (0x80 | bytes[1] & 0x1f);
            }
            assertThat(codeOf(bytes)).as("seed %d round %d", seed, round).isIn(0, 1002, 1007, 1009);
        }
    }
}
